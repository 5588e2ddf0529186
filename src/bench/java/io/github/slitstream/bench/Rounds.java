package io.github.slitstream.bench;

import java.io.IOException;
import java.util.List;

/** Implementations that take turns, round by round, so that a machine that slows down slows all of them down. */
final class Rounds {
    /** Of the time for the rounds, what each implementation gets before them. */
    private static final double WARM_UP_SHARE = 0.3;
    private static final int MIN_ROUNDS = 7;
    /** Threads of OpenMP and the like go on spinning for a while after their work. */
    private static final long REST_MILLIS = 3;

    private Rounds() {}

    /** @param nanos that rounds are going to be given */
    static void warmUp(List<Timing> timings, long nanos) throws IOException {
        for (Timing timing : timings) {
            timing.warmUp(nanos * WARM_UP_SHARE);
        }
    }

    /** @param nanos to be spent, more where {@value #MIN_ROUNDS} rounds take longer */
    static void run(List<Timing> timings, long nanos) throws IOException {
        long begun = System.nanoTime();
        for (int round = 0; round < MIN_ROUNDS || System.nanoTime() - begun < nanos; round++) {
            for (Timing timing : timings) {
                rest();
                timing.round();
            }
        }
    }

    private static void rest() throws IOException {
        try {
            Thread.sleep(REST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped before the bench was done", e);
        }
    }
}
