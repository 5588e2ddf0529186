package io.github.slitstream.pattern;

/** How much time lies between pictures, by when they were captured. One thread. */
final class ElapsedTime {
    private static final double NANOS = 1e9;

    private long lastNanos = Long.MIN_VALUE;
    private long elapsedNanos;

    /**
     * Goes on to a picture.
     *
     * @return seconds since the one before; 0 for the first, and where time goes back
     */
    double advance(long capturedNanos) {
        long step = lastNanos == Long.MIN_VALUE ? 0 : Math.max(0, capturedNanos - lastNanos);
        lastNanos = capturedNanos;
        elapsedNanos += step;
        return step / NANOS;
    }

    /** Seconds since the first picture. */
    double seconds() {
        return elapsedNanos / NANOS;
    }
}
