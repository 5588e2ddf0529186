package io.github.slitstream.bench.row;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.kernel.matrix.RankKernels;
import io.github.slitstream.kernel.matrix.RankThreshold;
import io.github.slitstream.kernel.matrix.ScalarRanks;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * {@code rank/soft/1e6}, {@code rank/gradient/1e6}, {@code rank/hard/1e6}: a million 2×2 blocks of doubles, on all
 * processors.
 */
final class RankRows {
    private static final int BLOCKS = 1_000_000;
    private static final int FEW_BLOCKS = 1_003;
    /** Shared out at once. */
    private static final int PIECE = 4_096;
    private static final long BLOCK = 4L * Double.BYTES;
    private static final double EPSILON = 0.5;
    /** Of numbers that are mostly around 1. */
    private static final double TOLERANCE = 1e-12;

    /** What is worked out. */
    private enum Task {
        SOFT(Double.BYTES) {
            @Override
            void run(RankKernels kernels, MemorySegment in, long from, RankThreshold threshold, MemorySegment out,
                    int blocks) {
                kernels.soft(in, from * BLOCK, threshold, out, from * Double.BYTES, blocks);
            }
        },
        GRADIENT(BLOCK) {
            @Override
            void run(RankKernels kernels, MemorySegment in, long from, RankThreshold threshold, MemorySegment out,
                    int blocks) {
                kernels.gradients(in, from * BLOCK, threshold, out, from * BLOCK, blocks);
            }
        },
        HARD(1) {
            @Override
            void run(RankKernels kernels, MemorySegment in, long from, RankThreshold threshold, MemorySegment out,
                    int blocks) {
                kernels.hard(in, from * BLOCK, threshold, out, from, blocks);
            }
        };

        private final long resultBytes;

        Task(long resultBytes) {
            this.resultBytes = resultBytes;
        }

        abstract void run(RankKernels kernels, MemorySegment in, long from, RankThreshold threshold, MemorySegment out,
                int blocks);

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Agreement agreement() {
            return this == HARD ? Agreement.EXACT : Agreement.ofDoubles(TOLERANCE);
        }
    }

    private RankRows() {}

    static List<Row> all() {
        return Stream.of(Task.values()).map(task -> new Row("rank/" + task.id() + "/1e6",
                resources -> prepare(resources, task, BLOCKS), resources -> prepare(resources, task, FEW_BLOCKS)))
                .toList();
    }

    private static Workload prepare(RowResources resources, Task task, int blocks) {
        MemorySegment in = resources.memory(blocks * BLOCK);
        Random random = new Random(1);
        for (long i = 0; i < 4L * blocks; i++) {
            in.setAtIndex(JAVA_DOUBLE, i, random.nextGaussian());
        }
        Implementation ours = ours(resources, task, RankKernels.get(), in, blocks);
        Workload workload = new Workload(ours, new Traffic(in, in.byteSize(), blocks * task.resultBytes))
                .against("scalar", task.agreement(), () -> ours(resources, task, new ScalarRanks(), in, blocks))
                .against("c", task.agreement(), () -> c(resources, task, in, blocks));
        return task == Task.GRADIENT
                ? workload
                : workload.against("numba", task.agreement(), () -> python(resources, "numba_peers", task, in, blocks))
                        .against("numpy", task.agreement(), () -> python(resources, "numpy_peers", task, in, blocks));
    }

    private static Implementation ours(RowResources resources, Task task, RankKernels kernels, MemorySegment in,
            int blocks) {
        RankThreshold threshold = new RankThreshold(EPSILON);
        MemorySegment out = resources.memory(blocks * task.resultBytes);
        int pieces = Math.ceilDiv(blocks, PIECE);
        return Implementation.of(out, () -> resources.tools().workers().run(pieces, (from, to) -> task.run(kernels, in,
                (long) from * PIECE, threshold, out, Math.min(to * PIECE, blocks) - from * PIECE)));
    }

    private static Implementation c(RowResources resources, Task task, MemorySegment in, long blocks)
            throws IOException {
        MethodHandle loop = resources.tools().compiler().function("rank", task.id(),
                FunctionDescriptor.ofVoid(ADDRESS, JAVA_DOUBLE, ADDRESS, JAVA_LONG));
        MemorySegment out = resources.memory(blocks * task.resultBytes);
        return Implementation.of(out, () -> {
            loop.invokeExact(in, EPSILON, out, blocks);
        });
    }

    private static Implementation python(RowResources resources, String module, Task task, MemorySegment in, int blocks)
            throws IOException {
        return resources.keep(resources.tools().python().work(module, task.id() + "_rank",
                resources.keep(resources.tools().python().array("float64", in, blocks, 2, 2)), EPSILON));
    }
}
