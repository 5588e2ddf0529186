package io.github.slitstream.pattern;

import io.github.slitstream.param.Values;

/**
 * What all patterns share after their own formula: u = repeat·t + offset + phase, brought back to 0 … 1 (by folding, or by
 * wrapping around), then gamma, then inversion. With the defaults every number stays exactly what it is.
 */
record Shaping(double repeat, boolean mirror, double offset, double gamma, boolean invert) {

    static Shaping of(Values values) {
        return new Shaping(values.get(PatternParameters.REPEAT), values.get(PatternParameters.REPEAT_MIRROR),
                values.get(PatternParameters.OFFSET), values.get(PatternParameters.GAMMA),
                values.get(PatternParameters.INVERT));
    }

    /**
     * @param t 0 … 1
     * @param phase how far a moving pattern has come, in repeats
     */
    double apply(double t, double phase) {
        double u = repeat * t + (offset + phase);
        double back = mirror ? folded(u) : wrapped(u);
        double bent = gamma == 1 ? back : Math.pow(back, gamma);
        return invert ? 1 - bent : bent;
    }

    /** Whether nothing but {@link #folded} happens on the way, and inversion. */
    boolean onlyFolds() {
        return mirror && gamma == 1;
    }

    /** Brings a number back to 0 … 1, every other repeat backwards. Without a branch, so that loops of it become vectors. */
    static double folded(double u) {
        double inTwo = u - 2 * Math.floor(u / 2);
        return Math.min(inTwo, 2 - inTwo);
    }

    /** The end of the ramp stays 1 instead of becoming 0, or the far edge of an unmoved pattern would jump to now. */
    private static double wrapped(double u) {
        double fraction = u - Math.floor(u);
        return fraction == 0 && u > 0 ? 1 : fraction;
    }
}
