package io.github.slitstream.pattern;

import java.util.List;

/** The catalog: every pattern there is, in the order it is offered. */
public final class Patterns {
    public static final Pattern LINEAR = new Linear();

    public static final List<Pattern> ALL = List.of(LINEAR, new Radial(), new Angular(), new Waves(), new Bars(),
            new Tiles(), new Mirror(), new SmoothNoise(), new Noise(), new Picture(), new Structure());

    private Patterns() {}
}
