package io.github.slitstream.effect;

/** What an effect reads to make one pixel. */
public enum Footprint {
    /**
     * The same pixel of the present picture: the chain has it work in place, on rows the effect before has just
     * written.
     */
    POINT,
    /** Other pixels of the present picture. */
    GEOMETRIC,
    /** The same pixel in the past: wherever it stands in a chain, it needs a history of its input. */
    TEMPORAL
}
