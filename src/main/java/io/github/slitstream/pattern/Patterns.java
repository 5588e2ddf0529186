package io.github.slitstream.pattern;

import java.util.List;
import java.util.stream.Stream;

/** The catalog: every pattern there is, in the order it is offered. */
public final class Patterns {
    public static final Pattern LINEAR = new Linear();
    public static final Pattern RADIAL = new Radial();
    public static final Pattern NOISE = new Noise();

    private static final Pattern WAVES = new Waves();

    /** What mixes are made of. */
    private static final List<Pattern> SINGLE = List.of(LINEAR, RADIAL, new Angular(), WAVES, new Bars(), new Tiles(),
            new Mirror(), new Spiral(), new Corridor(), new Tunnel(), new Checker(), new SmoothNoise(), NOISE,
            new Dither(), new Scan(), new Picture(), new Painted(), new Video(), new Formula(), new Structure(),
            new Luma(),
            new Motion());

    /**
     * A mix may hold another, which holds no further one, and no pattern that also says where pixels are read: of two
     * places there is no mean.
     */
    public static final List<Pattern> ALL = with(SINGLE, new Slit(), new Rotate(),
            new Mix(with(SINGLE, new Mix(SINGLE, RADIAL, WAVES)), RADIAL, WAVES));

    private Patterns() {}

    private static List<Pattern> with(List<Pattern> patterns, Pattern... more) {
        return Stream.concat(patterns.stream(), Stream.of(more)).toList();
    }
}
