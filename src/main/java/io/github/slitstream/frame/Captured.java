package io.github.slitstream.frame;

/** What a source brings and an outlet passes on: it bears the moment at which it was captured. */
public sealed interface Captured permits Frame, SoundBlock {
    /** Capture time in nanoseconds from an origin that stays the same for one source. */
    long capturedNanos();
}
