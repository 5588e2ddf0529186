package io.github.slitstream.media;

import io.github.slitstream.frame.SoundBlock;

/**
 * Brings the times of live sound onto the clock by which it arrives: the sender's clock says how far blocks are apart.
 * Where they belong, their arrivals say: never too early, late by chance. One thread at a time.
 */
final class ArrivalClock {
    /** How much of it is believed that an arrival is early, or late. */
    private static final double EARLY_BELIEF = 0.2;
    private static final double LATE_BELIEF = 0.002;
    /** Beyond this the sender has begun anew. */
    private static final double JUMP_NANOS = 1e9;

    private double arrivedMinusSent;
    private boolean started;

    /** @param arrivedNanos when the last moment of the block was there */
    long moment(SoundBlock block, long arrivedNanos) {
        double difference = arrivedNanos - (double) block.endNanos();
        if (!started || Math.abs(difference - arrivedMinusSent) > JUMP_NANOS) {
            started = true;
            arrivedMinusSent = difference;
        }
        double off = difference - arrivedMinusSent;
        arrivedMinusSent += off * (off < 0 ? EARLY_BELIEF : LATE_BELIEF);
        return block.capturedNanos() + Math.round(arrivedMinusSent);
    }
}
