package io.github.slitstream.engine;

/** How the end of what is rendered leads to its beginning, for players that start again there. */
public sealed interface RenderLoop {
    /** As it comes. */
    record None() implements RenderLoop {}

    /**
     * The end is cross-faded into the beginning, which makes it shorter by that time.
     *
     * @param seconds above 0
     */
    record Fade(double seconds) implements RenderLoop {
        /** How many pictures that is, at least one. */
        int pictures(double framesPerSecond) {
            return Math.clamp(Math.round(seconds * framesPerSecond), 1, Integer.MAX_VALUE / 2);
        }
    }
}
