package io.github.slitstream.pattern;

import io.github.slitstream.param.Choice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalog: every pattern there is, in the order it is offered. */
public final class Patterns {
    public static final Pattern LINEAR = new Linear();
    public static final Pattern RADIAL = new Radial();
    public static final Pattern NOISE = new Noise();

    /** How many mixes may lie in one another. */
    static final int DEEPEST_MIX = 8;

    private static final Pattern WAVES = new Waves();

    /** What mixes are made of. */
    private static final List<Pattern> SINGLE = List.of(LINEAR, RADIAL, new Angular(), WAVES, new Bars(), new Tiles(),
            new Mirror(), new Spiral(), new Corridor(), new Tunnel(), new Checker(), new SmoothNoise(), NOISE,
            new Dither(), new Scan(), new Picture(), new Painted(), new Video(), new Formula(), new Structure(),
            new Luma(),
            new Motion());

    public static final List<Pattern> ALL = with(SINGLE, new Slit(), new Rotate(), mix());

    private Patterns() {}

    /**
     * A mix may hold others, which hold others, and so on; the innermost hold none. It holds no pattern that also says
     * where pixels are read: of two places there is no mean.
     */
    private static Pattern mix() {
        Pattern mix = new Mix(SINGLE, Optional.of(new Choice.Missing(Mix.ID, "at most " + DEEPEST_MIX
                + " mixes lie within one another")), RADIAL, WAVES);
        for (int depth = 1; depth < DEEPEST_MIX; depth++) {
            mix = new Mix(with(SINGLE, mix), Optional.empty(), RADIAL, WAVES);
        }
        return mix;
    }

    private static List<Pattern> with(List<Pattern> patterns, Pattern... more) {
        return Stream.concat(patterns.stream(), Stream.of(more)).toList();
    }
}
