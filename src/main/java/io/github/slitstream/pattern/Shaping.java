package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Flag;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.ParameterValues;
import java.util.List;

/**
 * What all patterns share after their own formula: u = repeat·t + offset + phase, brought back to 0 … 1 (by folding, or
 * by wrapping around), then gamma, then ease, then the range between its ends, which inversion swaps. With the defaults
 * every number stays exactly what it is.
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
    static final Choice<Ease> EASE = Choice.of("ease", "Ease", List.of(Ease.values()), Ease.NONE,
            "Where the ramp dwells and where it hurries.");
    static final Choice<EndUnit> ENDS = Choice.of("ends", "Ends in", List.of(EndUnit.values()), EndUnit.SHARE,
            "What from and to are counted in; along cameras, frames are cameras.");

    /** In the order they are shown. The speed is not read here: who keeps the time makes a phase of it. */
    public static final List<Parameter<?>> PARAMETERS = List.of(SPEED, REPEAT, INVERT, REPEAT_MIRROR, OFFSET, GAMMA,
            EASE, ENDS);

    /** What it is made of. */
    static final List<Parameter<?>> SHAPE = List.of(REPEAT, INVERT, REPEAT_MIRROR, OFFSET, GAMMA, EASE, ENDS);

    private final Fold fold = new Fold();
    private double repeat = 1;
    private boolean mirror = true;
    private double offset;
    private double gamma = 1;
    private Ease ease = Ease.NONE;
    private EndUnit unit = EndUnit.SHARE;
    /** Ends of the ramp in that unit, from that of 0 to that of 1. */
    private double first;
    private double last = 1;
    /** The same as shares of the depth. */
    private double start;
    private double end = 1;
    private double phase;
    private double steps;
    private int bits;

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
        ease = values.get(EASE);
        boolean invert = values.get(INVERT);
        unit = values.get(ENDS);
        first = values.get(invert ? unit.to() : unit.from());
        last = values.get(invert ? unit.from() : unit.to());
        boolean measured = unit != EndUnit.SHARE;
        endAt(measured ? (invert ? 1 : 0) : first, measured ? (invert ? 0 : 1) : last);
    }

    /**
     * Finds out which shares of the depth the ends are.
     *
     * @param past in which frames and seconds are counted
     * @param frames age of the far end of the depth, below 0 ahead of now
     * @param seconds the same where the depth is counted in seconds, otherwise 0
     * @return whether they are others than before
     */
    boolean measureEnds(FrameHistory past, double frames, double seconds) {
        if (unit == EndUnit.SHARE) {
            return false;
        }
        double newStart = share(first, past, frames, seconds);
        double newEnd = share(last, past, frames, seconds);
        boolean others = newStart != start || newEnd != end;
        endAt(newStart, newEnd);
        return others;
    }

    private double share(double place, FrameHistory past, double frames, double seconds) {
        boolean inFrames = unit == EndUnit.FRAMES;
        double way = frames < 0 ? -place : place;
        if (seconds != 0) {
            return Math.min(1, (inFrames ? past.secondsAt(way) : way) / seconds);
        }
        return frames == 0 ? 0 : Math.min(1, (inFrames ? way : past.ageOf(way)) / frames);
    }

    private void endAt(double newStart, double newEnd) {
        start = newStart;
        end = newEnd;
        fold.set(repeat, offset + phase, start, end);
    }

    /** @param newPhase how far a moving pattern has come, in repeats */
    void moveTo(double newPhase) {
        phase = newPhase;
        fold.set(repeat, offset + phase, start, end);
    }

    /** @param newSteps delay of 1, in units of {@code 1 << newBits} */
    void scaleTo(double newSteps, int newBits) {
        steps = newSteps;
        bits = newBits;
        fold.scaleTo(newSteps, newBits);
    }

    /** Whether {@link #fold} is all that it does. */
    boolean isFold() {
        return mirror && gamma == 1 && ease == Ease.NONE;
    }

    Fold fold() {
        return fold;
    }

    /** @param t 0 … 1 */
    double apply(double t) {
        double u = repeat * t + (offset + phase);
        double back = mirror ? Fold.folded(u) : wrapped(u);
        double bent = gamma == 1 ? back : Math.pow(back, gamma);
        return start + (end - start) * ease.of(bent);
    }

    /** The delay of a number: {@code ⌊shaped·steps + ½⌋ << bits}. */
    int toDelay(double t) {
        return (int) (apply(t) * steps + 0.5) << bits;
    }

    /**
     * The delays of numbers. Allocates nothing.
     *
     * @param from where in the numbers to begin
     * @param at where in {@code out} to begin
     */
    void toDelays(double[] numbers, int from, int count, int[] out, int at) {
        if (isFold()) {
            fold.toDelays(numbers, from, count, Fold.SEVERAL_SLOPES, out, at);
        } else {
            applyToRuns(numbers, from, count, out, at);
        }
    }

    /** Shapes numbers: {@code out[i] = apply(numbers[i])}. Allocates nothing. */
    void shape(double[] numbers, int from, int to, double[] out) {
        double last = Double.NaN;
        double shaped = 0;
        for (int i = from; i < to; i++) {
            if (numbers[i] != last) {
                last = numbers[i];
                shaped = apply(last);
            }
            out[i] = shaped;
        }
    }

    /** Powers take long, and in many patterns a number is that of the pixel before. */
    private void applyToRuns(double[] numbers, int from, int count, int[] out, int at) {
        double last = Double.NaN;
        int delay = 0;
        for (int i = 0; i < count; i++) {
            if (numbers[from + i] != last) {
                last = numbers[from + i];
                delay = toDelay(last);
            }
            out[at + i] = delay;
        }
    }

    /** The end of the ramp stays 1 instead of becoming 0, or the far edge of an unmoved pattern would jump to now. */
    private static double wrapped(double u) {
        double fraction = u - Math.floor(u);
        return fraction == 0 && u > 0 ? 1 : fraction;
    }
}
