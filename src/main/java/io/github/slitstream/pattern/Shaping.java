package io.github.slitstream.pattern;

import io.github.slitstream.param.Flag;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.ParameterValues;
import java.util.List;

/**
 * What all patterns share after their own formula: u = repeat·t + offset + phase, brought back to 0 … 1 (by folding, or
 * by wrapping around), then gamma, then inversion. With the defaults every number stays exactly what it is.
 */
public final class Shaping {
    public static final Real SPEED = Real
            .of("speed", "Speed", -10, 10, 0, "Moves the ramp on by itself; 0 stands still.")
            .in("cycles/s").slider(-2, 2);
    static final Real REPEAT = Real
            .of("repeat", "Repeat", 1, 64, 1, "How often the ramp runs across the pattern.").slider(1, 16)
            .logarithmic();
    static final Flag INVERT = Flag.of("invert", "Invert", false, "Swaps now and the past.");
    static final Flag REPEAT_MIRROR = Flag.of("repeat-mirror", "Mirror repeats", true,
            "Every second repeat, and every second cycle of a moving pattern, runs backwards, so that no edge shows.");
    static final Real OFFSET = Real.of("offset", "Offset", -1, 1, 0, "Shifts the ramp; 1 is one whole repeat.");
    static final Real GAMMA = Real.of("gamma", "Gamma", 0.1, 10, 1,
            "Bends the ramp: above 1 more of the picture stays near now, below 1 near the past.").slider(0.2, 5)
            .logarithmic();

    /** In the order they are shown. The speed is not read here: who keeps the time makes a phase of it. */
    public static final List<Parameter<?>> PARAMETERS = List.of(SPEED, REPEAT, INVERT, REPEAT_MIRROR, OFFSET, GAMMA);

    /** What it is made of. */
    static final List<Parameter<?>> SHAPE = List.of(REPEAT, INVERT, REPEAT_MIRROR, OFFSET, GAMMA);

    private double repeat = 1;
    private boolean mirror = true;
    private double offset;
    private double gamma = 1;
    private boolean invert;

    static Shaping of(ParameterValues values) {
        Shaping shaping = new Shaping();
        shaping.take(values);
        return shaping;
    }

    /** Shapes by other values from now on. */
    void take(ParameterValues values) {
        repeat = values.get(REPEAT);
        mirror = values.get(REPEAT_MIRROR);
        offset = values.get(OFFSET);
        gamma = values.get(GAMMA);
        invert = values.get(INVERT);
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

    /** Shapes numbers: {@code out[i] = apply(numbers[i], phase)}. Allocates nothing. */
    void shape(double[] numbers, int from, int to, double phase, double[] out) {
        if (!mirror || gamma != 1) {
            shapeRuns(numbers, from, to, phase, out);
            return;
        }
        double shift = offset + phase;
        double start = invert ? 1 : 0;
        double direction = invert ? -1 : 1;
        for (int i = from; i < to; i++) {
            out[i] = start + direction * folded(repeat * numbers[i] + shift);
        }
    }

    private void shapeRuns(double[] numbers, int from, int to, double phase, double[] out) {
        double last = Double.NaN;
        double shaped = 0;
        for (int i = from; i < to; i++) {
            if (numbers[i] != last) {
                last = numbers[i];
                shaped = apply(last, phase);
            }
            out[i] = shaped;
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
        double cycle = u / 2 - Math.floor(u / 2);
        return 2 * Math.abs(cycle - Math.rint(cycle));
    }

    /** The end of the ramp stays 1 instead of becoming 0, or the far edge of an unmoved pattern would jump to now. */
    private static double wrapped(double u) {
        double fraction = u - Math.floor(u);
        return fraction == 0 && u > 0 ? 1 : fraction;
    }
}
