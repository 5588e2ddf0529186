package io.github.slitstream.pattern;

import io.github.slitstream.param.Real;

/**
 * Where the middle of a pattern lies, to be pulled on the picture.
 *
 * @param x 0 at the left edge of the picture, 1 at the right
 * @param y 0 at the upper edge, 1 at the lower
 */
public record Centre(Real x, Real y) {
    /** As patterns declare it. */
    static final Centre OF_PATTERN = new Centre(
            place("centre-x", "Centre x", "Where the middle lies: 0 is the left edge, 1 the right."),
            place("centre-y", "Centre y", "Where the middle lies: 0 is the upper edge, 1 the lower."));

    private static Real place(String id, String label, String doc) {
        return Real.of(id, label, -4, 5, 0.5, doc).slider(0, 1).decimals(3);
    }

    /** The same within a part of a pattern. */
    public Centre within(String path) {
        return new Centre(x.within(path), y.within(path));
    }
}
