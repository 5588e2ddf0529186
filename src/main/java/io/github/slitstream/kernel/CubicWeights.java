package io.github.slitstream.kernel;

/**
 * The weights of four neighbours for a point between the middle two, after Keys, Cubic Convolution Interpolation for
 * Digital Image Processing (1981), with a = −1/2: the Catmull–Rom spline, which passes through every pixel.
 */
public final class CubicWeights {
    public static final int TAPS = 4;
    /** Places between two pixels, to which points are rounded. */
    private static final int STEPS = 1 << 10;
    private static final int FINER_BITS = Projection.FRACTION_BITS - Integer.numberOfTrailingZeros(STEPS);
    private static final float[] WEIGHTS = weights();

    private CubicWeights() {}

    /**
     * Which of all weights is the first of four for a point.
     *
     * @param fraction where the point lies between the middle two, 0 … 2¹⁵
     */
    public static int first(int fraction) {
        return ((fraction + (1 << (FINER_BITS - 1))) >> FINER_BITS) * TAPS;
    }

    /** A weight by its place among all. */
    public static float of(int number) {
        return WEIGHTS[number];
    }

    /** All weights, and so many zeros behind them. */
    public static float[] all(int zeros) {
        float[] all = new float[WEIGHTS.length + zeros];
        System.arraycopy(WEIGHTS, 0, all, 0, WEIGHTS.length);
        return all;
    }

    private static float[] weights() {
        float[] weights = new float[(STEPS + 1) * TAPS];
        for (int step = 0; step <= STEPS; step++) {
            double t = (double) step / STEPS;
            int first = step * TAPS;
            weights[first] = (float) (((-0.5 * t + 1) * t - 0.5) * t);
            weights[first + 1] = (float) ((1.5 * t - 2.5) * t * t + 1);
            weights[first + 2] = (float) (((-1.5 * t + 2) * t + 0.5) * t);
            weights[first + 3] = (float) ((0.5 * t - 0.5) * t * t);
        }
        return weights;
    }
}
