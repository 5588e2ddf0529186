package io.github.slitstream.view.model;

/**
 * A source that was played.
 *
 * @param seconds where a file was left; 0 of what has no such place
 */
public record Recent(String address, double seconds) {
    /** @throws IllegalArgumentException if the time is no time */
    public Recent {
        if (!(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a file cannot be left at " + seconds + " s");
        }
    }
}
