package io.github.slitstream.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.D2I;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2D;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.MUL;
import static jdk.incubator.vector.VectorOperators.OR;

import io.github.slitstream.kernel.Border;
import io.github.slitstream.kernel.Homography;
import io.github.slitstream.kernel.Projection;
import io.github.slitstream.kernel.ScalarKernels;
import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Where the pixels of a row read a canvas. The arithmetic is that of the scalar kernel, in doubles and in the same
 * order, so that every coordinate is the same to the last bit. A chunk that reaches beyond the canvas goes the scalar
 * way, unless the border clamps.
 */
final class SourceRow {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class,
            VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));
    private static final int LANES = DOUBLES.length();
    private static final DoubleVector STEPS = DoubleVector.broadcast(DOUBLES, 0).addIndex(1);
    private static final ScalarKernels SCALAR = new ScalarKernels();
    /** Shifts a fraction to its place, as a factor, so that ints are shifted in registers of one width alone. */
    private static final IntVector ACROSS_UNIT = IntVector.broadcast(INTS, 1 << Projection.ACROSS_SHIFT);
    private static final int CHUNK = 64;
    private static final int NARROWEST_BITS = 256;

    private static final Steps<Chunk> PROJECTION = new Steps<>(List.of(SourceRow::project, SourceRow::countInside));
    private static final Steps<Chunk> NEAREST = new Steps<>(List.of(SourceRow::cutOffAcross, SourceRow::cutOffDown,
            SourceRow::join));
    private static final Steps<Chunk> BLENDED = new Steps<>(List.of(SourceRow::cutOffAcross, SourceRow::cutOffDown,
            SourceRow::join, SourceRow::takeFractions));

    /** One for each thread: a kernel allocates nothing while it works. */
    private static final ThreadLocal<Chunk> CHUNKS = ThreadLocal.withInitial(Chunk::new);

    /** A chunk on its way: coordinates on the canvas, then the pixels they are cut off to. */
    private static final class Chunk {
        private final double[] across = new double[CHUNK];
        private final double[] down = new double[CHUNK];
        private final int[] columns = new int[CHUNK];
        private final int[] rows = new int[CHUNK];
        private Projection to = new Projection(Homography.identity(), 1, 1, Border.CLAMP);
        private int column;
        private int row;
        private int count;
        private int inside;
        /** Of the canvas: the last ones that a source may be, where two by two are blended those before the last. */
        private int lastColumn;
        private int lastRow;
        private int[] sources = {};
        private int[] fractions = {};
        private int first;
    }

    private SourceRow() {}

    /** As {@link io.github.slitstream.kernel.Kernels#sourceRow}. */
    static int nearest(Projection to, int column, int row, int[] sources, int first, int pixels) {
        Chunk chunk = CHUNKS.get();
        chunk.to = to;
        chunk.row = row;
        chunk.lastColumn = to.width() - 1;
        chunk.lastRow = to.height() - 1;
        chunk.sources = sources;
        int blocks = wholeBlocks(pixels);
        int outside = 0;
        for (int from = 0; from < blocks; from += CHUNK) {
            int count = Math.min(CHUNK, blocks - from);
            if (isPlain(chunk, column + from, first + from, count)) {
                outside += SCALAR.sourceRow(to, column + from, row, sources, first + from, count);
            } else {
                NEAREST.run(chunk);
                outside += count - chunk.inside;
            }
        }
        return outside + SCALAR.sourceRow(to, column + blocks, row, sources, first + blocks, pixels - blocks);
    }

    /** As {@link io.github.slitstream.kernel.Kernels#blendedSourceRow}. */
    static int blended(Projection to, int column, int row, int[] sources, int[] fractions, int first, int pixels) {
        if (to.border() == Border.MIRROR) { // which bends back what lies between the last pixel and the edge, too
            return SCALAR.blendedSourceRow(to, column, row, sources, fractions, first, pixels);
        }
        Chunk chunk = CHUNKS.get();
        chunk.to = to;
        chunk.row = row;
        chunk.lastColumn = Math.max(0, to.width() - 2);
        chunk.lastRow = Math.max(0, to.height() - 2);
        chunk.sources = sources;
        chunk.fractions = fractions;
        int blocks = wholeBlocks(pixels);
        int outside = 0;
        for (int from = 0; from < blocks; from += CHUNK) {
            int count = Math.min(CHUNK, blocks - from);
            if (isPlain(chunk, column + from, first + from, count)) {
                outside += SCALAR.blendedSourceRow(to, column + from, row, sources, fractions, first + from, count);
            } else {
                BLENDED.run(chunk);
                outside += count - chunk.inside;
            }
        }
        return outside + SCALAR.blendedSourceRow(to, column + blocks, row, sources, fractions, first + blocks,
                pixels - blocks);
    }

    /**
     * On narrower registers as many ints as doubles are a vector of 64 bits, to which Java converts by making objects.
     */
    private static int wholeBlocks(int pixels) {
        return DOUBLES.vectorBitSize() < NARROWEST_BITS ? 0 : DOUBLES.loopBound(pixels);
    }

    /** Projects the next pixels, and tells whether some of them need more than to be clamped. */
    private static boolean isPlain(Chunk chunk, int column, int first, int count) {
        chunk.column = column;
        chunk.first = first;
        chunk.count = count;
        PROJECTION.run(chunk);
        return chunk.inside < count && chunk.to.border() != Border.CLAMP;
    }

    private static void project(Chunk chunk) {
        Homography matrix = chunk.to.matrix();
        int row = chunk.row;
        for (int i = 0; i < chunk.count; i += LANES) {
            DoubleVector x = STEPS.add(chunk.column + i);
            DoubleVector w = x.mul(matrix.h20()).add(matrix.h21() * row).add(matrix.h22());
            DoubleVector u = x.mul(matrix.h00()).add(matrix.h01() * row).add(matrix.h02()).div(w);
            DoubleVector v = x.mul(matrix.h10()).add(matrix.h11() * row).add(matrix.h12()).div(w);
            // By an infinite w, u would be 0 and pass for inside; infinity less itself is not a number, and becomes 0
            // later.
            u.add(w.sub(w)).intoArray(chunk.across, i);
            v.intoArray(chunk.down, i);
        }
    }

    private static void countInside(Chunk chunk) {
        int width = chunk.to.width();
        int height = chunk.to.height();
        int inside = 0;
        for (int i = 0; i < chunk.count; i += LANES) {
            DoubleVector u = DoubleVector.fromArray(DOUBLES, chunk.across, i);
            DoubleVector v = DoubleVector.fromArray(DOUBLES, chunk.down, i);
            inside += u.compare(GT, -1).and(u.compare(LT, width))
                    .and(v.compare(GT, -1)).and(v.compare(LT, height)).trueCount();
        }
        chunk.inside = inside;
    }

    private static void cutOffAcross(Chunk chunk) {
        cutOff(chunk.across, chunk.to.width() - 1, chunk.lastColumn, chunk.count, chunk.columns);
    }

    private static void cutOffDown(Chunk chunk) {
        cutOff(chunk.down, chunk.to.height() - 1, chunk.lastRow, chunk.count, chunk.rows);
    }

    /**
     * Coordinates within 0 … {@code largest}, and their whole parts, {@code last} at most; what is not a number becomes
     * 0.
     */
    private static void cutOff(double[] coordinates, int largest, int last, int count, int[] whole) {
        IntVector lasts = IntVector.broadcast(INTS, last);
        for (int i = 0; i < count; i += LANES) {
            DoubleVector within = DoubleVector.fromArray(DOUBLES, coordinates, i).max(0).min(largest);
            within.intoArray(coordinates, i);
            ((IntVector) within.convertShape(D2I, INTS, 0)).lanewise(MIN, lasts).intoArray(whole, i);
        }
    }

    private static void join(Chunk chunk) {
        IntVector width = IntVector.broadcast(INTS, chunk.to.width());
        for (int i = 0; i < chunk.count; i += LANES) {
            IntVector.fromArray(INTS, chunk.rows, i).lanewise(MUL, width)
                    .lanewise(ADD, IntVector.fromArray(INTS, chunk.columns, i))
                    .intoArray(chunk.sources, chunk.first + i);
        }
    }

    private static void takeFractions(Chunk chunk) {
        for (int i = 0; i < chunk.count; i += LANES) {
            Lanes.fraction(chunk.across, chunk.columns, i).lanewise(MUL, ACROSS_UNIT)
                    .lanewise(OR, Lanes.fraction(chunk.down, chunk.rows, i))
                    .intoArray(chunk.fractions, chunk.first + i);
        }
    }

    /** What is compiled into the loops above. */
    private static final class Lanes {
        private Lanes() {}

        static IntVector fraction(double[] coordinates, int[] whole, int i) {
            DoubleVector wholes = (DoubleVector) IntVector.fromArray(INTS, whole, i).convertShape(I2D, DOUBLES, 0);
            return (IntVector) DoubleVector.fromArray(DOUBLES, coordinates, i).sub(wholes)
                    .mul(1 << Projection.FRACTION_BITS).add(0.5).convertShape(D2I, INTS, 0);
        }
    }
}
