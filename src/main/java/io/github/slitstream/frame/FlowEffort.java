package io.github.slitstream.frame;

/** How thoroughly flow is looked for. */
public enum FlowEffort {
    /** In a few milliseconds a picture. */
    FAST,
    /** In some tenths of a second. */
    THOROUGH
}
