package io.github.slitstream.pattern;

/**
 * A ramp folded back and forth and made delays of: with u = repeat·t + shift, which a fold brings back to 0 … 1, and
 * from there to the range between two ends, the delay is {@code ⌊number·steps + ½⌋ << bits}. Slope k goes from u = k to
 * k + 1: there delays only rise, or only fall, with t, rounding included.
 *
 * <p>
 * One thread sets it, then any number use it.
 */
final class Fold {
    static final double SEVERAL_SLOPES = Double.NaN;

    private double repeat = 1;
    private double shift;
    private double start;
    private double direction = 1;
    private double steps;
    private int bits;

    /**
     * Folds by these from now on.
     *
     * @param newStart what becomes of a folded 0
     * @param newEnd what becomes of a folded 1
     */
    void set(double newRepeat, double newShift, double newStart, double newEnd) {
        repeat = newRepeat;
        shift = newShift;
        start = newStart;
        direction = newEnd - newStart;
    }

    /** @param newSteps delay of 1, in units of {@code 1 << newBits} */
    void scaleTo(double newSteps, int newBits) {
        steps = newSteps;
        bits = newBits;
    }

    /** 0 … 1. */
    static double folded(double u) {
        double cycle = u / 2 - Math.floor(u / 2);
        return 2 * Math.abs(cycle - Math.rint(cycle));
    }

    /** The slope on which all numbers from one to another lie, or {@link #SEVERAL_SLOPES}. */
    double slope(double lowest, double highest) {
        double slope = Math.floor(repeat * lowest + shift);
        return repeat * highest + shift <= slope + 1 ? slope : SEVERAL_SLOPES;
    }

    /**
     * Delays of numbers. Allocates nothing.
     *
     * @param slope of all these numbers, for which there is less to do
     * @param out takes the delays from {@code at} on
     */
    void toDelays(double[] numbers, int from, int count, double slope, int[] out, int at) {
        if (Double.isNaN(slope)) {
            fold(numbers, from, count, out, at);
        } else {
            double wholeCycles = Math.floor(slope / 2);
            climb(numbers, from, count, wholeCycles, slope - 2 * wholeCycles, out, at);
        }
    }

    /** As is {@link #climb}, without branches, so that Java makes vector instructions of it. */
    private void fold(double[] numbers, int from, int count, int[] out, int at) {
        double half = repeat / 2;
        double halfShift = shift / 2;
        double twice = 2 * direction;
        for (int i = 0; i < count; i++) {
            double cycles = half * numbers[from + i] + halfShift;
            double cycle = cycles - Math.floor(cycles);
            out[at + i] = (int) ((start + twice * Math.abs(cycle - Math.rint(cycle))) * steps + 0.5) << bits;
        }
    }

    /** The same where what is cut off and rounded is the same for all numbers. */
    private void climb(double[] numbers, int from, int count, double wholeCycles, double nearest, int[] out, int at) {
        double half = repeat / 2;
        double halfShift = shift / 2;
        double twice = 2 * direction;
        for (int i = 0; i < count; i++) {
            double cycle = half * numbers[from + i] + halfShift - wholeCycles;
            out[at + i] = (int) ((start + twice * Math.abs(cycle - nearest)) * steps + 0.5) << bits;
        }
    }
}
