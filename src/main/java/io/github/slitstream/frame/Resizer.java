package io.github.slitstream.frame;

/** Port: brings pictures to another size. */
@FunctionalInterface
public interface Resizer {
    /**
     * Fills {@code to} with {@code from} at its own size and stamps it with the same capture time; equal sizes copy.
     */
    void resize(Frame from, Frame to, Resampling method);
}
