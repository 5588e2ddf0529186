package io.github.slitstream.rig;

import io.github.slitstream.array.Progress;
import io.github.slitstream.array.ElementType;
import io.github.slitstream.array.NpyWriter;
import io.github.slitstream.array.Shape;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/**
 * Writes fundamental matrices into a {@code .npy} file, part by part: whatever the number of cameras, one part of
 * {@link #PART_BYTES} (or one row, if that is longer) is in memory at a time.
 */
public final class FundamentalFile {
    static final int PART_BYTES = 1 << 24;

    private final FundamentalMatrices matrices;
    private final Path target;
    private final ElementType type;
    private final Progress progress;
    private final int partBytes;

    /** Fills {@code out} with the matrices of the rows or pairs {@code from … to − 1}. */
    @FunctionalInterface
    private interface Fill {
        void part(int from, int to, MemorySegment out);
    }

    /** Number of matrices before row or pair i. */
    @FunctionalInterface
    private interface Before {
        long row(int i);
    }

    /** @param type {@code FLOAT64}, or {@code FLOAT32} for rounded numbers and half the size */
    public FundamentalFile(FundamentalMatrices matrices, Path target, ElementType type, Progress progress) {
        this(matrices, target, type, progress, PART_BYTES);
    }

    FundamentalFile(FundamentalMatrices matrices, Path target, ElementType type, Progress progress, int partBytes) {
        this.matrices = matrices;
        this.target = target;
        this.type = type;
        this.progress = progress;
        this.partBytes = partBytes;
    }

    /** Every ordered pair, shape (n, n, 3, 3): element [a, b] is F(a, b). */
    public void writeAll() throws IOException, InterruptedException {
        int n = matrices.cameras();
        write(Shape.of(n, n, 3, 3), n, i -> (long) i * n, matrices::rows);
    }

    /** Every pair a < b once, shape (n(n−1)/2, 3, 3), in the order of rows: (0,1), (0,2), … (0,n−1), (1,2), … */
    public void writeUpper() throws IOException, InterruptedException {
        int n = matrices.cameras();
        write(Shape.of(matrices.beforeRow(n), 3, 3), n, matrices::beforeRow, matrices::upperRows);
    }

    /** The pairs of a list, shape (m, 3, 3). */
    public void writePairs(CameraPairs pairs) throws IOException, InterruptedException {
        write(Shape.of(pairs.count(), 3, 3), pairs.count(), i -> i,
                (from, to, out) -> matrices.pairs(pairs, from, to, out));
    }

    private void write(Shape shape, int rows, Before before, Fill fill) throws IOException, InterruptedException {
        long total = before.row(rows);
        try (NpyWriter writer = new NpyWriter(target, type, shape); Arena arena = Arena.ofShared()) {
            MemorySegment part = arena.allocate(longestPart(rows, before), Long.BYTES);
            int to;
            for (int from = 0; from < rows; from = to) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                to = endOfPart(from, rows, before);
                MemorySegment filled = part.asSlice(0,
                        (before.row(to) - before.row(from)) * FundamentalMatrices.BYTES);
                fill.part(from, to, filled);
                writer.write(type == ElementType.FLOAT32 ? toFloats(filled) : filled);
                if (total > 0) {
                    progress.done(before.row(to), total);
                }
            }
            writer.finish();
        }
    }

    /** As many rows as fit, but at least one. */
    private int endOfPart(int from, int rows, Before before) {
        int to = from + 1;
        while (to < rows && (before.row(to + 1) - before.row(from)) * FundamentalMatrices.BYTES <= partBytes) {
            to++;
        }
        return to;
    }

    private long longestPart(int rows, Before before) {
        long row = rows == 0 ? 0 : before.row(1) * FundamentalMatrices.BYTES;
        return Math.max(row, Math.min(partBytes, before.row(rows) * FundamentalMatrices.BYTES));
    }

    /** Rounds in place: a float never lies behind the double it comes from. */
    private static MemorySegment toFloats(MemorySegment doubles) {
        long count = doubles.byteSize() / Double.BYTES;
        for (long i = 0; i < count; i++) {
            doubles.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) doubles.getAtIndex(ValueLayout.JAVA_DOUBLE, i));
        }
        return doubles.asSlice(0, count * Float.BYTES);
    }
}
