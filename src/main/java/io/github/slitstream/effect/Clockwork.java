package io.github.slitstream.effect;

/**
 * Sums up what moves by itself over capture time, so that a change of speed goes on from where things are instead of
 * jumping.
 */
final class Clockwork {
    private final double period;
    private double position;
    private long lastNanos = Long.MIN_VALUE;

    /** @param period after which the position starts again from 0 */
    Clockwork(double period) {
        this.period = period;
    }

    /**
     * Moves on to a capture time.
     *
     * @param speed per second
     * @return the position, between −period and period
     */
    double advance(long nanos, double speed) {
        double seconds = lastNanos == Long.MIN_VALUE ? 0 : Math.max(0, nanos - lastNanos) / 1e9;
        lastNanos = nanos;
        position = (position + speed * seconds) % period;
        return position;
    }
}
