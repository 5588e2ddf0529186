package io.github.slitstream.engine.intake;

import java.util.concurrent.locks.LockSupport;

/** Brings presentation times of a source that is not live onto the monotonic clock, and waits for them. */
final class PlaybackClock {
    /** Later than this, the clock gives way: frames are not hurried to make up for a pause. */
    private static final long TOLERANCE_NANOS = 100_000_000L;

    private final long framePeriod;
    private boolean started;
    private long clockMinusPresentation;
    private long lastDue;

    PlaybackClock(double framesPerSecond) {
        framePeriod = (long) (1e9 / framesPerSecond);
    }

    /** The next presentation time belongs right after the last frame: the source was rewound or stood still. */
    void restart() {
        started = false;
    }

    /** When a frame is due on the clock of {@link System#nanoTime}. */
    long due(long presentationNanos) {
        long now = System.nanoTime();
        if (!started) {
            started = true;
            clockMinusPresentation = Math.max(now, lastDue + framePeriod) - presentationNanos;
        }
        if (now > presentationNanos + clockMinusPresentation + TOLERANCE_NANOS) {
            clockMinusPresentation = now - presentationNanos;
        }
        lastDue = Math.max(lastDue + 1, moment(presentationNanos));
        return lastDue;
    }

    /** A presentation time as the last frame that was due has it on the clock of {@link System#nanoTime}. */
    long moment(long presentationNanos) {
        return presentationNanos + clockMinusPresentation;
    }

    /** Waits until the last frame is due. */
    void await() {
        waitUntil(lastDue);
    }

    private static void waitUntil(long due) {
        long left = due - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
    }
}
