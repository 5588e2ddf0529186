package io.github.slitstream.kernel;

/**
 * The weights of four neighbours for a point between the middle two, after Keys, Cubic Convolution Interpolation for Digital Image
 * Processing (1981), with a = −1/2: the Catmull–Rom spline, which passes through every pixel.
 */
final class CubicWeights {
    static final int TAPS = 4;
    private static final int BITS = 11;
    private static final int HALF = 1 << (2 * BITS - 1);
    private static final int STEPS = 1 << Projection.ACROSS_BITS;
    private static final short[] WEIGHTS = weights();

    private CubicWeights() {}

    /** @param step where the point lies between the middle two, 0 … 256 */
    static int of(int step, int tap) {
        return WEIGHTS[step * TAPS + tap];
    }

    /** A sum that was weighted across and down, as a channel. */
    static int rounded(int sum) {
        return Math.clamp((sum + HALF) >> (2 * BITS), 0, 255);
    }

    private static short[] weights() {
        short[] weights = new short[(STEPS + 1) * TAPS];
        for (int step = 0; step <= STEPS; step++) {
            double t = (double) step / STEPS;
            int first = step * TAPS;
            weights[first] = fixed(((-0.5 * t + 1) * t - 0.5) * t);
            weights[first + 2] = fixed(((-1.5 * t + 2) * t + 0.5) * t);
            weights[first + 3] = fixed((0.5 * t - 0.5) * t * t);
            weights[first + 1] = (short) ((1 << BITS) - weights[first] - weights[first + 2] - weights[first + 3]);
        }
        return weights;
    }

    private static short fixed(double weight) {
        return (short) Math.rint(weight * (1 << BITS));
    }
}
