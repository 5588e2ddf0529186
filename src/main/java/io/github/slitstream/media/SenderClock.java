package io.github.slitstream.media;

/**
 * When packets of a live stream came, by the times that their sender gives them: those that waited, on the net or
 * because nobody read them, came as far apart as they were sent. One thread.
 */
final class SenderClock {
    /** So much slower than ours, at most, the sender's clock is taken to go. */
    private static final double DRIFT = 5e-4;
    /** What comes later behind its time was sent after a break. */
    private static final double BREAK_NANOS = 10e9;

    /** No packet has waited so much longer than all others: the sender has set its clock. */
    private static final double SET_NANOS = 100e6;

    /** How much later than their times, on whatever clock, packets come that do not wait. */
    private double behind = Double.POSITIVE_INFINITY;
    private double lastSent;
    /** How long the last packet has waited. */
    private double waited;
    private boolean settled;

    /**
     * Takes note of a packet.
     *
     * @param sent its time, in nanoseconds
     * @param now when it was read
     * @return by how much sooner behind its time it came than all before it, in nanoseconds; 0 if it did not
     */
    double note(double sent, long now) {
        double before = behind;
        double late = now - sent;
        if (settled && before - late > SET_NANOS) {
            behind = late - waited;
        } else if (late - before > BREAK_NANOS) {
            behind = late;
        } else {
            behind = Math.min(late, before + Math.abs(sent - lastSent) * DRIFT);
        }
        waited = late - behind;
        lastSent = sent;
        return Math.max(0, before - behind);
    }

    /** From now on it is known how late packets are that do not wait. */
    void settle() {
        settled = true;
    }

    /** How much later than their times packets come that do not wait, as far as is known by now. */
    double behind() {
        return behind;
    }
}
