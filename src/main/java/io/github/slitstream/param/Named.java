package io.github.slitstream.param;

import java.util.List;

/** Something that a {@link Choice} offers. */
public interface Named {
    /** How presets and the command line name it: lower case with dashes. */
    String id();

    /** What people read. */
    String label();

    /** One sentence that says what it does or looks like; empty where the label says it all. */
    default String doc() {
        return "";
    }

    /**
     * Parameters of its own, which have a say while it is chosen. Options of one choice may use an id each in its own
     * way, as long as it is of the same kind.
     */
    default List<Parameter<?>> parameters() {
        return List.of();
    }

    /**
     * What the ids of all its parameters begin with, and of all that the options among them bring: nothing, or a path
     * with a dot behind it. An id that begins otherwise is not looked for there.
     */
    default String prefix() {
        return "";
    }

    /** The same where its parameters lie within something else. */
    default Named within(String path) {
        return this;
    }
}
