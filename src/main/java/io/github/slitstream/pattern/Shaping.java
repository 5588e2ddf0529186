package io.github.slitstream.pattern;

import io.github.slitstream.param.Values;

/**
 * What all patterns share after their own formula: u = repeat·t + offset + phase, brought back to 0 … 1 (by folding, or
 * by wrapping around), then gamma, then inversion. With the defaults every number stays exactly what it is.
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

    /**
     * Shapes numbers and makes delays of them: {@code out[i] = ⌊shaped·steps + ½⌋ << bits}. Allocates nothing.
     *
     * @param from where in both arrays to begin
     * @param to where to end
     * @param steps delay of 1, in units of {@code 1 << bits}
     */
    void toDelays(double[] numbers, int from, int to, double phase, double steps, int bits, int[] out) {
        if (mirror && gamma == 1) {
            foldAll(numbers, from, to, phase, steps, bits, out);
        } else {
            applyToRuns(numbers, from, to, phase, steps, bits, out);
        }
    }

    /** Without branches, so that Java makes vector instructions of it. */
    private void foldAll(double[] numbers, int from, int to, double phase, double steps, int bits, int[] out) {
        double shift = offset + phase;
        double start = invert ? 1 : 0;
        double direction = invert ? -1 : 1;
        for (int i = from; i < to; i++) {
            double bent = folded(repeat * numbers[i] + shift);
            out[i] = (int) ((start + direction * bent) * steps + 0.5) << bits;
        }
    }

    /** Powers take long, and in many patterns a number is that of the pixel before. */
    private void applyToRuns(double[] numbers, int from, int to, double phase, double steps, int bits, int[] out) {
        double last = Double.NaN;
        int delay = 0;
        for (int i = from; i < to; i++) {
            if (numbers[i] != last) {
                last = numbers[i];
                delay = (int) (apply(last, phase) * steps + 0.5) << bits;
            }
            out[i] = delay;
        }
    }

    private static double folded(double u) {
        double turn = u / 2 - Math.floor(u / 2);
        return 2 * Math.abs(turn - Math.rint(turn));
    }

    /** The end of the ramp stays 1 instead of becoming 0, or the far edge of an unmoved pattern would jump to now. */
    private static double wrapped(double u) {
        double fraction = u - Math.floor(u);
        return fraction == 0 && u > 0 ? 1 : fraction;
    }
}
