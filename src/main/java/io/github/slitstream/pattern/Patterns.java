package io.github.slitstream.pattern;

import java.util.List;

/** The catalog: every pattern there is, in the order it is offered. */
public final class Patterns {
    public static final Pattern LINEAR = new Linear();
    public static final Pattern RADIAL = new Radial();
    public static final Pattern NOISE = new Noise();

    public static final List<Pattern> ALL = List.of(LINEAR, RADIAL, new Angular(), new Waves(), new Bars(), new Tiles(),
            new Mirror(), new SmoothNoise(), NOISE, new Picture(), new Structure());

    private Patterns() {}
}
