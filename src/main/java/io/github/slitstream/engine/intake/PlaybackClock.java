package io.github.slitstream.engine.intake;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Brings presentation times of a source that is not live onto the monotonic clock, and waits for them. */
final class PlaybackClock {
    /** Later than this, the clock gives way: frames are not hurried to make up for a pause. */
    private static final long TOLERANCE_NANOS = 100_000_000L;

    private final long framePeriod;
    private final BooleanSupplier isHurried;
    private boolean started;
    /** From the last frame to the one after a restart. */
    private long gap;
    private long clockMinusPresentation;
    private long previousDue;
    private long lastDue;

    /** @param isHurried whether to wait no longer: another frame is wanted than the one that is waited for */
    PlaybackClock(double framesPerSecond, BooleanSupplier isHurried) {
        this.isHurried = isHurried;
        framePeriod = (long) (1e9 / framesPerSecond);
    }

    /** The next presentation time belongs right after the last frame: the source was rewound or stood still. */
    void restart() {
        started = false;
        gap = framePeriod;
    }

    /** The next presentation time belongs to now: somebody has called for its frame. */
    void startNow() {
        started = false;
        gap = 0;
    }

    /** When a frame is due on the clock of {@link System#nanoTime}. */
    long due(long presentationNanos) {
        long now = System.nanoTime();
        if (!started) {
            started = true;
            clockMinusPresentation = Math.max(now, lastDue + gap) - presentationNanos;
        }
        if (now > presentationNanos + clockMinusPresentation + TOLERANCE_NANOS) {
            clockMinusPresentation = now - presentationNanos;
        }
        previousDue = lastDue;
        lastDue = Math.max(lastDue + 1, moment(presentationNanos));
        return lastDue;
    }

    /** A presentation time as the last frame that was due has it on the clock of {@link System#nanoTime}. */
    long moment(long presentationNanos) {
        return presentationNanos + clockMinusPresentation;
    }

    /** Waits until the last frame is due, unless hurried. @return that moment, or now if that is earlier */
    long await() {
        waitUntil(lastDue);
        lastDue = Math.max(previousDue + 1, Math.min(lastDue, System.nanoTime()));
        return lastDue;
    }

    private void waitUntil(long due) {
        long left = due - System.nanoTime();
        while (left > 0 && !isHurried.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
    }
}
