package io.github.slitstream.param;

/** Something that a {@link Choice} offers. */
public interface Named {
    /** How presets and the command line name it: lower case with dashes. */
    String id();

    /** What people read. */
    String label();
}
