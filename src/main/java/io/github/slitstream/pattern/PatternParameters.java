package io.github.slitstream.pattern;

import io.github.slitstream.param.Choice;
import io.github.slitstream.param.FileName;
import io.github.slitstream.param.Flag;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that patterns can be tuned by. Patterns share one declaration of what they have in common, so that an
 * angle stays where it is when a performer goes from one pattern to the next.
 */
public final class PatternParameters {
    public static final Real ANGLE = Real
            .of("angle", "Angle", -360, 360, 90, "Direction in which time runs; 0 points right, 90 down.")
            .in("°").slider(0, 360).decimals(1);
    public static final Int COUNT = Int
            .of("count", "Count", 1, 256, 8, "How many waves, bars, or tiles along the longer side.").slider(1, 48);
    public static final Real BEND = Real
            .of("bend", "Bend", -4, 4, 1, "How far waves wind sideways, in waves; 0 is straight.").slider(-2, 2);
    public static final Choice<Waveform> WAVEFORM = Choice.of("waveform", "Waveform", List.of(Waveform.values()),
            Waveform.SINE, "How waves and arms go from now to the past; only saw has an edge.");
    public static final Int ARMS = Int.of("arms", "Arms", 1, 64, 3, "How many arms go around the middle.").slider(1,
            16);
    public static final Real TWIST = Real
            .of("twist", "Twist", -8, 8, 0.4, "How far arms wind on their way out; 0 is straight, + clockwise.")
            .in("turns").slider(-2, 2);
    public static final Choice<TileOrder> ORDER = Choice.of("order", "Order", List.of(TileOrder.values()),
            TileOrder.SHUFFLED, "Which tile comes after which.");
    public static final Real SCALE = Real
            .of("scale", "Scale", 0.1, 64, 3, "How many clouds of smooth noise lie along the longer side.")
            .slider(0.5, 16);
    public static final Int OCTAVES = Int.of("octaves", "Octaves", 1, 6, 2, "How many layers of ever finer detail.");
    public static final Int SEED = Int.of("seed", "Seed", 0, 999_999, 1, "Another number is another chance.").slider(0,
            99);
    public static final FileName FILE = new FileName("file", "Picture",
            "The grey picture that says how far back to look.",
            List.of("folds", "galaxy", "horizon", "marble", "petals", "ripples"),
            List.of("png", "jpg", "jpeg", "tif", "tiff", "bmp", "gif"), "folds");
    public static final Int SMOOTHING = Int.of("smoothing", "Smoothing", 0, StructureTensor.LARGEST_RADIUS, 6,
            "How far around each pixel the picture is looked at.").in("px");
    public static final Real EPSILON = Real
            .of("epsilon", "Epsilon", 0.5, 255, 8, "How much brightness must change from pixel to pixel to count.")
            .in("levels/px").slider(0.5, 64).decimals(1);
    public static final Flag AUTO = Flag.of("auto", "Find epsilon", true,
            "Looks for the epsilon at which the wanted share of the picture counts as textured; begins at the one given.");
    public static final Real TEXTURED_SHARE = Real.of("textured-share", "Textured share", 0.01, 0.99, 0.35,
            "The mean of the pattern that epsilon is looked for, 1 being corners everywhere.");

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

    /** What only some patterns read, in the order it is shown. */
    private static final List<Parameter<?>> OWN = List.of(FILE, ANGLE, COUNT, ARMS, TWIST, BEND, WAVEFORM, ORDER, SCALE,
            OCTAVES, SEED, SMOOTHING, EPSILON, AUTO, TEXTURED_SHARE);

    /** What shapes every pattern, in the order it is shown. */
    public static final List<Parameter<?>> SHAPING = List.of(SPEED, REPEAT, INVERT, REPEAT_MIRROR, OFFSET, GAMMA);

    /** Everything. */
    public static final List<Parameter<?>> ALL = Stream.concat(OWN.stream(), SHAPING.stream()).toList();

    private PatternParameters() {}
}
