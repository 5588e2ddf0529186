package io.github.slitstream.effect;

/**
 * Sums up what moves by itself over capture time, so that a change of speed goes on from where things are instead of
 * jumping.
 */
final class PhaseAccumulator {
    private final double period;
    private double phase;
    private long lastNanos = Long.MIN_VALUE;

    /** @param period after which the phase starts again from 0 */
    PhaseAccumulator(double period) {
        this.period = period;
    }

    /**
     * Moves on to a capture time.
     *
     * @param speed per second
     * @return the phase, between −period and period
     */
    double advance(long nanos, double speed) {
        double seconds = lastNanos == Long.MIN_VALUE ? 0 : Math.max(0, nanos - lastNanos) / 1e9;
        lastNanos = nanos;
        phase = (phase + speed * seconds) % period;
        return phase;
    }
}
