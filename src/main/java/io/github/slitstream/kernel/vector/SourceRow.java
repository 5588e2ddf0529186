package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.Border;
import io.github.slitstream.kernel.Homography;
import io.github.slitstream.kernel.Projection;
import io.github.slitstream.kernel.ScalarKernels;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Where the pixels of a row read a canvas. The arithmetic is that of the plain kernel, in doubles and in the same order, so that
 * every coordinate is the same to the last bit. A block that reaches beyond the canvas goes the plain way, unless the border clamps.
 */
final class SourceRow {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class,
            VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));
    private static final int LANES = DOUBLES.length();
    private static final DoubleVector STEPS = DoubleVector.broadcast(DOUBLES, 0).addIndex(1);
    private static final ScalarKernels PLAIN = new ScalarKernels();

    private SourceRow() {}

    /** As {@link io.github.slitstream.kernel.Kernels#sourceRow}. */
    static int nearest(Projection to, int column, int row, int[] sources, int first, int pixels) {
        Homography matrix = to.matrix();
        boolean clamps = to.border() == Border.CLAMP;
        int blocks = DOUBLES.loopBound(pixels);
        int outside = 0;
        for (int i = 0; i < blocks; i += LANES) {
            DoubleVector x = STEPS.add(column + i);
            DoubleVector w = product(x, row, matrix.h20(), matrix.h21(), matrix.h22());
            DoubleVector u = product(x, row, matrix.h00(), matrix.h01(), matrix.h02()).div(w);
            DoubleVector v = product(x, row, matrix.h10(), matrix.h11(), matrix.h12()).div(w);
            int inside = inside(to, u, v, w).trueCount();
            if (inside < LANES && !clamps) {
                outside += PLAIN.sourceRow(to, column + i, row, sources, first + i, LANES);
                continue;
            }
            outside += LANES - inside;
            IntVector columns = ints(u.max(0).min(to.width() - 1));
            IntVector rows = ints(v.max(0).min(to.height() - 1));
            rows.mul(to.width()).add(columns).intoArray(sources, first + i);
        }
        return outside + PLAIN.sourceRow(to, column + blocks, row, sources, first + blocks, pixels - blocks);
    }

    /** As {@link io.github.slitstream.kernel.Kernels#blendedSourceRow}. */
    static int blended(Projection to, int column, int row, int[] sources, int[] fractions, int first, int pixels) {
        if (to.border() == Border.MIRROR) {
            return PLAIN.blendedSourceRow(to, column, row, sources, fractions, first, pixels);
        }
        Homography matrix = to.matrix();
        boolean clamps = to.border() == Border.CLAMP;
        int lastColumn = Math.max(0, to.width() - 2);
        int lastRow = Math.max(0, to.height() - 2);
        int blocks = DOUBLES.loopBound(pixels);
        int outside = 0;
        for (int i = 0; i < blocks; i += LANES) {
            DoubleVector x = STEPS.add(column + i);
            DoubleVector w = product(x, row, matrix.h20(), matrix.h21(), matrix.h22());
            DoubleVector u = product(x, row, matrix.h00(), matrix.h01(), matrix.h02()).div(w);
            DoubleVector v = product(x, row, matrix.h10(), matrix.h11(), matrix.h12()).div(w);
            int inside = inside(to, u, v, w).trueCount();
            if (inside < LANES && !clamps) {
                outside += PLAIN.blendedSourceRow(to, column + i, row, sources, fractions, first + i, LANES);
                continue;
            }
            outside += LANES - inside;
            DoubleVector across = u.max(0).min(to.width() - 1);
            DoubleVector down = v.max(0).min(to.height() - 1);
            IntVector left = ints(across).min(lastColumn);
            IntVector top = ints(down).min(lastRow);
            top.mul(to.width()).add(left).intoArray(sources, first + i);
            fraction(across, left, Projection.ACROSS_BITS)
                    .lanewise(VectorOperators.LSHL, Projection.ACROSS_SHIFT)
                    .or(fraction(down, top, Projection.DOWN_BITS)).intoArray(fractions, first + i);
        }
        return outside + PLAIN.blendedSourceRow(to, column + blocks, row, sources, fractions, first + blocks,
                pixels - blocks);
    }

    private static DoubleVector product(DoubleVector x, int row, double ofX, double ofY, double constant) {
        return x.mul(ofX).add(ofY * row).add(constant);
    }

    private static VectorMask<Double> inside(Projection to, DoubleVector u, DoubleVector v, DoubleVector w) {
        return u.compare(VectorOperators.GT, -1).and(u.compare(VectorOperators.LT, to.width()))
                .and(v.compare(VectorOperators.GT, -1)).and(v.compare(VectorOperators.LT, to.height()))
                .and(w.abs().compare(VectorOperators.LE, Double.MAX_VALUE));
    }

    private static IntVector fraction(DoubleVector coordinate, IntVector whole, int bits) {
        DoubleVector wholes = (DoubleVector) whole.convertShape(VectorOperators.I2D, DOUBLES, 0);
        return ints(coordinate.sub(wholes).mul(1 << bits).add(0.5));
    }

    /** Cut off at the point toward zero; what is not a number becomes 0. */
    private static IntVector ints(DoubleVector doubles) {
        return (IntVector) doubles.convertShape(VectorOperators.D2I, INTS, 0);
    }
}
