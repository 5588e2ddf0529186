package io.github.slitstream.bench.row;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.peer.OpenCvProduct;
import io.github.slitstream.bench.peer.Python;
import io.github.slitstream.bench.peer.Implementation;
import io.github.slitstream.frame.OffHeap;
import io.github.slitstream.kernel.matrix.CameraMinors;
import io.github.slitstream.kernel.matrix.FundamentalKernels;
import io.github.slitstream.rig.FundamentalMatrices;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Random;

/**
 * {@code fundamental/5000}: the fundamental matrices of all ordered pairs of 5,000 cameras, 1.8 GB of doubles in
 * memory.
 */
final class FundamentalRows {
    private static final int CAMERAS = 5_000;
    private static final int FEW_CAMERAS = 37;
    /** Of numbers that are mostly around 1. */
    private static final double TOLERANCE = 1e-12;
    private static final int FILL_PIECES = 64;

    private FundamentalRows() {}

    static List<Row> all() {
        return List.of(new Row("fundamental/" + CAMERAS, resources -> prepare(resources, CAMERAS),
                resources -> prepare(resources, FEW_CAMERAS)));
    }

    private static Workload prepare(RowResources resources, int cameras) {
        CameraMinors minors = new CameraMinors(
                new Random(1).doubles((long) cameras * CameraMinors.MATRIX, -1, 1).toArray());
        FundamentalMatrices matrices = new FundamentalMatrices(minors, FundamentalKernels.get());
        MemorySegment out = memory(resources, cameras);
        Implementation ours = Implementation.of(out, () -> matrices.rows(0, cameras, out));
        return new Workload(ours, new Traffic(out, 0, out.byteSize()))
                .against("c", (one, other) -> agree(one, other, cameras, false), () -> cLoop(resources, minors))
                .against("numba", (one, other) -> agree(one, other, cameras, false), () -> numba(resources, minors))
                .against("opencv", "gemm: the same numbers in another order",
                        (one, other) -> agree(one, other, cameras, true), () -> gemm(resources, minors))
                .against("fill", "only fills as much memory: the bound", (one, other) -> true,
                        () -> fill(resources, memory(resources, cameras)));
    }

    private static Implementation cLoop(RowResources resources, CameraMinors minors) throws IOException {
        MethodHandle loop = resources.tools().compiler().function("fundamental", "laplace",
                FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));
        MemorySegment own = resources.arena().allocateFrom(JAVA_DOUBLE, ownRows(minors));
        MemorySegment other = resources.arena().allocateFrom(JAVA_DOUBLE, otherRows(minors));
        MemorySegment out = memory(resources, minors.cameras());
        long cameras = minors.cameras();
        return Implementation.of(out, () -> {
            loop.invokeExact(own, other, cameras, out);
        });
    }

    private static Implementation numba(RowResources resources, CameraMinors minors) throws IOException {
        return resources.keep(resources.tools().python().work("numba_peers", "fundamental",
                array(resources, minors.cameras(), ownRows(minors)),
                array(resources, minors.cameras(), otherRows(minors))));
    }

    private static Python.Array array(RowResources resources, int cameras, double[] rows) throws IOException {
        return resources
                .keep(resources.tools().python().array("float64", resources.arena().allocateFrom(JAVA_DOUBLE, rows),
                        cameras, 3, CameraMinors.MINORS));
    }

    private static Implementation gemm(RowResources resources, CameraMinors minors) {
        return new OpenCvProduct(resources.arena().allocateFrom(JAVA_DOUBLE, otherRows(minors)),
                resources.arena().allocateFrom(JAVA_DOUBLE, ownRows(minors)), 3 * minors.cameras(), CameraMinors.MINORS,
                memory(resources, minors.cameras()));
    }

    private static Implementation fill(RowResources resources, MemorySegment out) {
        return Implementation.of(out, () -> resources.tools().workers().run(FILL_PIECES, (from, to) -> {
            long start = out.byteSize() / FILL_PIECES * from;
            long end = to == FILL_PIECES ? out.byteSize() : out.byteSize() / FILL_PIECES * to;
            out.asSlice(start, end - start).fill((byte) 1);
        }));
    }

    private static MemorySegment memory(RowResources resources, int cameras) {
        return OffHeap.allocate((long) cameras * cameras * FundamentalMatrices.BYTES, resources.arena());
    }

    /** Row 3a + j: the six minors of row pair j of camera a. */
    private static double[] ownRows(CameraMinors minors) {
        double[] rows = new double[3 * minors.cameras() * CameraMinors.MINORS];
        for (int i = 0; i < rows.length; i++) {
            int row = i / CameraMinors.MINORS;
            rows[i] = minors.minors()[minors.minorsOf(row / 3) + i % CameraMinors.MINORS * CameraMinors.REPEATED
                    + row % 3];
        }
        return rows;
    }

    /** Row 3b + i: the signed complements of row pair i of camera b. */
    private static double[] otherRows(CameraMinors minors) {
        double[] rows = new double[3 * minors.cameras() * CameraMinors.MINORS];
        for (int i = 0; i < rows.length; i++) {
            int row = i / CameraMinors.MINORS;
            rows[i] = minors.complements()[minors.complementsOf(row / 3)
                    + i % CameraMinors.MINORS * minors.complementStride() + row % 3 * 3];
        }
        return rows;
    }

    /** @param asProduct whether element [a, b, i, j] of the other lies in row 3b + i and column 3a + j */
    private static boolean agree(MemorySegment ours, MemorySegment other, int cameras, boolean asProduct) {
        for (long a = 0; a < cameras; a++) {
            for (long row = 0; row < 3L * cameras; row++) {
                for (long j = 0; j < 3; j++) {
                    long at = (3 * a * cameras + row) * 3 + j;
                    double one = ours.getAtIndex(JAVA_DOUBLE, at);
                    double two = other.getAtIndex(JAVA_DOUBLE_UNALIGNED,
                            asProduct ? 3 * row * cameras + 3 * a + j : at);
                    if (!(Math.abs(one - two) <= TOLERANCE * Math.max(1, Math.abs(one)))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
