package io.github.slitstream.engine.outlet;

import io.github.slitstream.frame.SoundBlock;

/** The peak of sound as a needle shows it: up at once, down slowly. */
final class SoundMeter {
    /** In which the needle falls to a tenth, 20 dB. */
    private static final double FALL_NANOS = 1e9;

    private double peak;
    private long peakNanos;

    synchronized void add(SoundBlock sound) {
        double highest = 0;
        for (float sample : sound.samples()) {
            highest = Math.max(highest, Math.abs(sample));
        }
        long now = System.nanoTime();
        peak = Math.max(Math.min(highest, 1), level(now));
        peakNanos = now;
    }

    /** @param now on the clock of {@link System#nanoTime} */
    synchronized double level(long now) {
        return peak * Math.pow(10, -(now - peakNanos) / FALL_NANOS);
    }
}
