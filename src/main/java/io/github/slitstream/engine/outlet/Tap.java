package io.github.slitstream.engine.outlet;

/** Where on their way pictures are recorded. */
public enum Tap {
    /** As the source gave them. */
    BEFORE_EFFECTS,
    /** As they are shown. */
    AFTER_EFFECTS
}
