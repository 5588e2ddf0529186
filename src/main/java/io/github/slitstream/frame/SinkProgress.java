package io.github.slitstream.frame;

/**
 * How far an output is.
 *
 * @param bytes that were written
 * @param room bytes that may still be written before the disk is as full as it may get; {@link Long#MAX_VALUE} where
 *     nobody watches
 */
public record SinkProgress(long bytes, long room) {
    /** Of an output whose disk nobody watches. */
    public static final SinkProgress UNWATCHED = new SinkProgress(0, Long.MAX_VALUE);

    /** How long the room lasts if it goes on as it did in the time until now; infinite where nothing is known. */
    public double secondsLeft(double secondsUntilNow) {
        boolean known = room < Long.MAX_VALUE && bytes > 0 && secondsUntilNow > 0;
        return known ? room / (bytes / secondsUntilNow) : Double.POSITIVE_INFINITY;
    }
}
