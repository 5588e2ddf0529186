package io.github.slitstream.lab;

import io.github.slitstream.array.Progress;
import io.github.slitstream.array.ElementType;
import io.github.slitstream.array.NpyArray;
import io.github.slitstream.array.NpyWriter;
import io.github.slitstream.array.Shape;
import io.github.slitstream.file.DiskSpace;
import io.github.slitstream.kernel.matrix.RankKernels;
import io.github.slitstream.kernel.matrix.RankThreshold;
import io.github.slitstream.param.BadValue;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ranks of a file of 2×2 blocks, written into others piece by piece. */
public final class RankFile {
    private static final ValueLayout.OfDouble NUMBER = ValueLayout.JAVA_DOUBLE_UNALIGNED;

    private final BlockFile blocks;
    private final RankThreshold threshold;
    private final Progress progress;
    private final RankKernels kernels = RankKernels.get();

    /**
     * What all ranks come to.
     *
     * @param least NaN where there are no blocks
     * @param index of the first block that has it, to be read by people
     * @param soft the soft minimum
     */
    public record Summary(double least, String index, double soft) {}

    /**
     * @param progress counts ranks, and each block's gradient where that is wanted
     * @throws BadValue if the array is not one of 2×2 blocks
     */
    public RankFile(NpyArray array, RankThreshold threshold, Progress progress) {
        this.blocks = new BlockFile(array);
        this.threshold = threshold;
        this.progress = progress;
    }

    /**
     * Writes the hard rank of every block as a byte.
     *
     * @throws BadValue if an entry is not finite
     * @throws IOException if the file cannot be written or the thread is interrupted; what was there before stays
     */
    public Summary writeHard(Path out) throws IOException {
        Minimum minimum = new Minimum(1);
        try (Arena arena = Arena.ofConfined();
                NpyWriter writer = new NpyWriter(out, ElementType.UINT8, blocks.shape())) {
            MemorySegment ranks = arena.allocate(BlockFile.PIECE);
            blocks.each((piece, first, count) -> {
                kernels.hard(piece, 0, threshold, ranks, 0, count);
                for (int i = 0; i < count; i++) {
                    minimum.add(ranks.get(ValueLayout.JAVA_BYTE, i), first + i);
                }
                writer.write(ranks.asSlice(0, count));
                progress.done(first + count, blocks.count());
            });
            writer.finish();
        }
        return summary(minimum);
    }

    /**
     * Writes the soft rank of every block as a double, and perhaps a gradient by every entry: that of each block's own
     * rank, or that of the soft minimum over all. Both files take their places when both are complete.
     *
     * @param gradientOut null for none
     * @param sharpness of the soft minimum, above 0
     * @param ofMinimum whether the gradient is that of the soft minimum
     * @throws BadValue if an entry is not finite
     * @throws IOException if a file cannot be written or the thread is interrupted; what was there before stays
     */
    public Summary writeSoft(Path out, @Nullable Path gradientOut, double sharpness, boolean ofMinimum)
            throws IOException {
        if (gradientOut != null) {
            DiskSpace.check(List.of(NpyWriter.need(out, ElementType.FLOAT64, blocks.shape()),
                    NpyWriter.need(gradientOut, ElementType.FLOAT64, blocks.entries())));
        }
        Minimum minimum = new Minimum(sharpness);
        long total = gradientOut == null ? blocks.count() : 2 * blocks.count();
        try (NpyWriter writer = new NpyWriter(out, ElementType.FLOAT64, blocks.shape())) {
            eachRank((ranks, piece, first, count) -> {
                for (int i = 0; i < count; i++) {
                    minimum.add(ranks.get(NUMBER, (long) i * Double.BYTES), first + i);
                }
                writer.write(ranks.asSlice(0, (long) count * Double.BYTES));
                progress.done(first + count, total);
            });
            if (gradientOut == null) {
                writer.finish();
                return summary(minimum);
            }
            try (NpyWriter gradients = new NpyWriter(gradientOut, ElementType.FLOAT64, blocks.entries())) {
                writeGradients(gradients, ofMinimum ? minimum : null);
                gradients.finish();
                writer.finish();
            }
        }
        return summary(minimum);
    }

    /** Takes the ranks of one piece of blocks. */
    @FunctionalInterface
    private interface Ranks {
        void take(MemorySegment ranks, MemorySegment blocks, long first, int count) throws IOException;
    }

    private void eachRank(Ranks taker) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment ranks = arena.allocate((long) BlockFile.PIECE * Double.BYTES, Double.BYTES);
            blocks.each((piece, first, count) -> {
                kernels.soft(piece, 0, threshold, ranks, 0, count);
                taker.take(ranks, piece, first, count);
            });
        }
    }

    /** @param minimum whose gradient is wanted, or null for that of each rank */
    private void writeGradients(NpyWriter writer, @Nullable Minimum minimum) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment gradients = arena.allocate(BlockFile.PIECE * BlockFile.BLOCK, Double.BYTES);
            eachRank((ranks, piece, first, count) -> {
                kernels.gradients(piece, 0, threshold, gradients, 0, count);
                if (minimum != null) {
                    weigh(gradients, ranks, count, minimum);
                }
                writer.write(gradients.asSlice(0, count * BlockFile.BLOCK));
                progress.done(blocks.count() + first + count, 2 * blocks.count());
            });
        }
    }

    private static void weigh(MemorySegment gradients, MemorySegment ranks, int count, Minimum minimum) {
        for (int i = 0; i < count; i++) {
            double share = minimum.share(ranks.get(NUMBER, (long) i * Double.BYTES));
            for (int entry = 0; entry < BlockFile.ENTRIES; entry++) {
                long at = i * BlockFile.BLOCK + (long) entry * Double.BYTES;
                gradients.set(NUMBER, at, gradients.get(NUMBER, at) * share);
            }
        }
    }

    private Summary summary(Minimum minimum) {
        Shape shape = blocks.shape();
        return minimum.place() < 0
                ? new Summary(Double.NaN, "[]", Double.NaN)
                : new Summary(minimum.least(), shape.index(minimum.place()), minimum.soft());
    }
}
