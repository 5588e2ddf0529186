package io.github.slitstream.effect;

import io.github.slitstream.kernel.Kernels;

/**
 * How blue, green and red (0, 1, 2) of the result are mixed of those of the input, as {@link Kernels#colourRow} does
 * it.
 */
final class ColourMatrix {
    /** BT.709 luma, in the order blue, green, red. */
    private static final double[] LUMA = {0.0722, 0.7152, 0.2126};

    private final int[] coefficients = new int[12];

    /** Of which every channel is the luma of BT.709. */
    static ColourMatrix luma() {
        ColourMatrix matrix = new ColourMatrix();
        for (int to = 0; to < 3; to++) {
            for (int from = 0; from < 3; from++) {
                matrix.weight(to, from, luma(from));
            }
        }
        return matrix;
    }

    /** What a channel (blue, green, red) weighs in the luma. */
    static double luma(int channel) {
        return LUMA[channel];
    }

    /** @param weight of one channel of the input in one of the result, within ±16 */
    void weight(int to, int from, double weight) {
        coefficients[4 * to + from] = fixedPoint(weight);
    }

    /** @param levels what is added to one channel of the result, within ±4096 grey levels */
    void constant(int to, double levels) {
        coefficients[4 * to + 3] = fixedPoint(levels);
    }

    /** As the kernel takes them. */
    int[] coefficients() {
        return coefficients;
    }

    private static int fixedPoint(double weight) {
        return (int) Math.rint(weight * (1 << Kernels.COLOUR_BITS));
    }
}
