package io.github.slitstream.pattern;

import io.github.slitstream.param.Flag;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import java.util.List;

/**
 * Everything that patterns can be tuned by. Patterns share one declaration of what they have in common, so that an angle
 * stays where it is when a performer goes from one pattern to the next.
 */
public final class PatternParameters {
    public static final Real ANGLE = Real
            .of("angle", "Angle", -360, 360, 90, "Direction in which time runs; 0 points right, 90 down.")
            .in("°").slider(0, 360).decimals(1);

    public static final Flag INVERT = Flag.of("invert", "Invert", false, "Swaps now and the past.");
    public static final Real GAMMA = Real.of("gamma", "Gamma", 0.1, 10, 1,
            "Bends the ramp: above 1 more of the picture stays near now, below 1 near the past.").slider(0.2, 5);
    public static final Real REPEAT = Real
            .of("repeat", "Repeat", 1, 64, 1, "How often the ramp runs across the pattern.").slider(1, 16);
    public static final Flag REPEAT_MIRROR = Flag.of("repeat-mirror", "Mirror repeats", true,
            "Every second repeat, and every second turn of a moving pattern, runs backwards, so that no edge shows.");
    public static final Real OFFSET = Real.of("offset", "Offset", -1, 1, 0, "Shifts the ramp; 1 is one whole repeat.");
    public static final Real SPEED = Real
            .of("speed", "Speed", -10, 10, 0, "Moves the ramp on by itself; 0 stands still.")
            .in("cycles/s").slider(-2, 2);

    /** What shapes every pattern, in the order it is shown. */
    public static final List<Parameter<?>> SHAPING = List.of(SPEED, REPEAT, REPEAT_MIRROR, OFFSET, GAMMA, INVERT);

    /** Everything. */
    public static final List<Parameter<?>> ALL = List.of(ANGLE, SPEED, REPEAT, REPEAT_MIRROR, OFFSET, GAMMA, INVERT);

    private PatternParameters() {}
}
