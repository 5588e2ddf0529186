package io.github.slitstream.kernel;

/**
 * The weights of four frames for a moment between the middle two: the Catmull–Rom spline as in {@link CubicWeights}, in
 * {@value #BITS} bits behind the point. Each is rounded to nearest; the frame before the moment takes up what that
 * leaves, so that they add up to one.
 */
public final class CubicMoments {
    public static final int BITS = 12;
    public static final int TAPS = 4;
    /** Half of a level. */
    public static final int HALF = 1 << (BITS - 1);
    private static final int[] WEIGHTS = weights();

    private CubicMoments() {}

    /**
     * A weight.
     *
     * @param fraction of a frame's interval, in the bits that a delay has behind its point
     * @param tap 0 … 3, the newest frame first
     */
    public static int weight(int fraction, int tap) {
        return WEIGHTS[fraction * TAPS + tap];
    }

    private static int[] weights() {
        int[] weights = new int[Kernels.ONE_FRAME * TAPS];
        for (int fraction = 0; fraction < Kernels.ONE_FRAME; fraction++) {
            double t = (double) fraction / Kernels.ONE_FRAME;
            int first = fraction * TAPS;
            weights[first] = rounded(((-0.5 * t + 1) * t - 0.5) * t);
            weights[first + 2] = rounded(((-1.5 * t + 2) * t + 0.5) * t);
            weights[first + 3] = rounded((0.5 * t - 0.5) * t * t);
            weights[first + 1] = (1 << BITS) - weights[first] - weights[first + 2] - weights[first + 3];
        }
        return weights;
    }

    private static int rounded(double weight) {
        return (int) Math.rint(weight * (1 << BITS));
    }
}
