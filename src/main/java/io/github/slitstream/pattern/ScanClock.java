package io.github.slitstream.pattern;

import io.github.slitstream.pattern.Scan.AtEnd;

/**
 * How long ago a {@link Scan} passed each place on its way: sweeps, one after another, each of them followed by a wait.
 * One thread moves it on, then any number ask.
 */
final class ScanClock {
    /** Of the time that the depth reaches, what is left to a sweep however long it is to wait. */
    private static final double LEAST_SHARE = 0.1;

    private final ElapsedTime time = new ElapsedTime();
    private double asked;
    private double hold;
    private AtEnd atEnd = AtEnd.REPEAT;
    private boolean running = true;
    private volatile boolean triggered;
    private double deepest;
    private double sweep;
    private double sinceStart;
    private boolean backwards;

    /** @param newSweep in seconds; 0 is as long as the depth allows */
    void set(double newSweep, double newHold, AtEnd newEnd, boolean run) {
        if (run && !running) {
            restart();
        }
        if (newSweep != asked || newHold != hold) {
            keepPlace(newSweep, newHold);
        }
        asked = newSweep;
        hold = newHold;
        atEnd = newEnd;
        running = run;
    }

    /** The line stays where it is when it is to go at another pace. */
    private void keepPlace(double newSweep, double newHold) {
        double place = sweep == 0 ? 0 : Math.min(1, sinceStart / sweep);
        double waited = Math.max(0, sinceStart - sweep);
        asked = newSweep;
        hold = newHold;
        sweep = duration();
        sinceStart = place * sweep + waited;
    }

    /** Has it begin anew with the next picture. Any thread. */
    void trigger() {
        triggered = true;
    }

    private void restart() {
        sinceStart = 0;
        backwards = false;
        sweep = duration();
    }

    /** @param seconds that the depth reaches back */
    void reach(double seconds) {
        deepest = seconds;
        if (sweep == 0) {
            sweep = duration();
        }
    }

    private double duration() {
        return asked > 0 ? asked : Math.max(deepest - hold, deepest * LEAST_SHARE);
    }

    /** Goes on to a picture. A sweep keeps the duration with which it began. */
    void advance(long capturedNanos) {
        double seconds = time.advance(capturedNanos);
        if (sweep == 0) {
            return;
        }
        if (triggered) {
            triggered = false;
            restart();
            return;
        }
        sinceStart += seconds;
        if (sinceStart > sweep + hold && atEnd != AtEnd.STAY) {
            sinceStart = (sinceStart - sweep - hold) % (sweep + hold);
            backwards = atEnd == AtEnd.PING_PONG && !backwards;
            sweep = duration();
        }
    }

    /** @return seconds since it passed a place of its way, 0 … 1; 0 or less where it is still to come */
    double secondsSincePassed(double place) {
        return running ? sinceStart - (backwards ? 1 - place : place) * sweep : 0;
    }

    /** Whether it sweeps, and does not wait. */
    boolean isSweeping() {
        return running && sweep > 0 && sinceStart <= sweep;
    }

    /** How far the sweep has come on its way, 0 … 1. */
    double place() {
        double share = Math.min(1, sinceStart / sweep);
        return backwards ? 1 - share : share;
    }
}
