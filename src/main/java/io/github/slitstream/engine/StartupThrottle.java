package io.github.slitstream.engine;

import io.github.slitstream.engine.outlet.Outlets;
import io.github.slitstream.engine.outlet.PictureExchange;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Leaves the processor to the window that opens and to the compiler, as long as the program has just started. A
 * recording wants every picture all the same. Render thread only.
 */
final class StartupThrottle {
    private final WarmUp warmUp;
    private final Outlets outlets;
    private final BooleanSupplier closed;
    /** Whether anybody has taken a picture yet. */
    private boolean watched;

    /** @param closed ends a wait when somebody wakes the thread */
    StartupThrottle(WarmUp warmUp, Outlets outlets, BooleanSupplier closed) {
        this.warmUp = warmUp;
        this.outlets = outlets;
        this.closed = closed;
    }

    /**
     * Whether the first picture is still to be seen: while a window opens, it needs the processor more than a second
     * picture that nobody sees.
     */
    boolean isFirstPictureWaiting() {
        PictureExchange waiting = outlets.shown();
        watched |= waiting != null && !waiting.isFresh();
        return !watched && waiting != null && !outlets.isRecording();
    }

    /**
     * Waits before the next picture. As long as scalar kernels, which are slow, make the pictures, they take half the
     * time at most: the rest gets the wide ones compiled sooner.
     *
     * @param renderNanos what the last picture took
     */
    void pauseAfter(RenderRequest rendered, long renderNanos) {
        if (rendered.bypassed() || warmUp.isWarm(rendered.preset()) || outlets.isRecording()) {
            return;
        }
        long end = System.nanoTime() + renderNanos;
        for (long left = renderNanos; left > 0 && !closed.getAsBoolean(); left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
        }
    }
}
