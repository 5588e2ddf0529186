package io.github.slitstream.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.MUL;
import static jdk.incubator.vector.VectorOperators.SQRT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Weighted sums of shifted rows. */
final class CorrelateRow {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    /** Sums that are under way at once: enough that none waits for its last addition. */
    private static final int BATCH = 4 * LANES;

    private CorrelateRow() {}

    /**
     * @param length at least {@link PixelLanes#LANES}; the last block begins earlier where it would reach beyond, and
     *     does some sums twice
     */
    static void blocks(float[] in, int[] starts, float[] weights, int shift, float[] out, int outAt, int length) {
        int i = 0;
        for (; i <= length - BATCH; i += BATCH) {
            batch(in, starts, weights, shift + i, out, outAt + i);
        }
        for (; i < length; i += LANES) {
            int at = Math.min(i, length - LANES);
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int t = 0; t < weights.length; t++) {
                FloatVector weight = FloatVector.broadcast(FLOATS, weights[t]);
                sum = FloatVector.fromArray(FLOATS, in, starts[t] + shift + at).lanewise(MUL, weight).lanewise(ADD,
                        sum);
            }
            sum.intoArray(out, outAt + at);
        }
    }

    private static void batch(float[] in, int[] starts, float[] weights, int shift, float[] out, int outAt) {
        FloatVector a = FloatVector.zero(FLOATS);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        for (int t = 0; t < weights.length; t++) {
            int from = starts[t] + shift;
            FloatVector weight = FloatVector.broadcast(FLOATS, weights[t]);
            a = FloatVector.fromArray(FLOATS, in, from).lanewise(MUL, weight).lanewise(ADD, a);
            b = FloatVector.fromArray(FLOATS, in, from + LANES).lanewise(MUL, weight).lanewise(ADD, b);
            c = FloatVector.fromArray(FLOATS, in, from + 2 * LANES).lanewise(MUL, weight).lanewise(ADD, c);
            d = FloatVector.fromArray(FLOATS, in, from + 3 * LANES).lanewise(MUL, weight).lanewise(ADD, d);
        }
        a.intoArray(out, outAt);
        b.intoArray(out, outAt + LANES);
        c.intoArray(out, outAt + 2 * LANES);
        d.intoArray(out, outAt + 3 * LANES);
    }

    /** @param length a multiple of {@link PixelLanes#LANES} */
    static void magnitudes(float[] x, float[] y, int at, int length) {
        for (int i = at; i < at + length; i += LANES) {
            FloatVector first = FloatVector.fromArray(FLOATS, x, i);
            FloatVector second = FloatVector.fromArray(FLOATS, y, i);
            first.lanewise(MUL, first).lanewise(ADD, second.lanewise(MUL, second)).lanewise(SQRT).intoArray(x, i);
        }
    }
}
