package io.github.slitstream.pattern;

/**
 * One octave of {@link SmoothNoise} at any places: 0 at the corners of a lattice of whole numbers, where it rises in a
 * random direction; between them these slopes are blended. Spread so that all numbers within 0 … 1 are about equally
 * likely. Neighbours mostly lie in one cell, whose slopes are looked up once.
 */
final class GradientNoise {
    private GradientNoise() {}

    /**
     * Allocates nothing.
     *
     * @param seed only what is before its point counts
     * @param out may be one of the others
     */
    static void fill(double[] x, double[] y, double[] seed, double[] out, int count) {
        double left = Double.NaN;
        double top = Double.NaN;
        double seeded = Double.NaN;
        double turnsLeftTop = 0;
        double turnsRightTop = 0;
        double turnsLeftBottom = 0;
        double turnsRightBottom = 0;
        for (int i = 0; i < count; i++) {
            if (Math.floor(x[i]) != left || Math.floor(y[i]) != top || seed[i] != seeded) {
                left = Math.floor(x[i]);
                top = Math.floor(y[i]);
                seeded = seed[i];
                long own = (long) Math.floor(seeded);
                turnsLeftTop = Hash.unit(own, (int) left, (int) top);
                turnsRightTop = Hash.unit(own, (int) left + 1, (int) top);
                turnsLeftBottom = Hash.unit(own, (int) left, (int) top + 1);
                turnsRightBottom = Hash.unit(own, (int) left + 1, (int) top + 1);
            }
            double across = x[i] - left;
            double down = y[i] - top;
            double blend = SmoothNoise.smooth(across);
            double above = blended(height(turnsLeftTop, across, down), height(turnsRightTop, across - 1, down), blend);
            double below = blended(height(turnsLeftBottom, across, down - 1),
                    height(turnsRightBottom, across - 1, down - 1), blend);
            double height = blended(above, below, SmoothNoise.smooth(down));
            out[i] = SmoothNoise.spread(height / SmoothNoise.SPREAD);
        }
    }

    /** Of the slope that rises in a direction, at a distance from its corner. */
    private static double height(double turns, double across, double down) {
        return Sine.ofTurns(turns + 0.25) * across + Sine.ofTurns(turns) * down;
    }

    private static double blended(double a, double b, double share) {
        return a + (b - a) * share;
    }
}
