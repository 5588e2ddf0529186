package io.github.slitstream.engine;

import io.github.slitstream.engine.outlet.Outlets;
import io.github.slitstream.engine.outlet.PictureExchange;
import io.github.slitstream.preset.Preset;

/**
 * Leaves the processor to the window that opens and to the compiler, as long as the program has just started. A
 * recording wants every picture all the same. Render thread only.
 */
final class StartupThrottle {
    private final WarmUp warmUp;
    private final Outlets outlets;
    /** Whether anybody has taken a picture yet. */
    private boolean watched;

    StartupThrottle(WarmUp warmUp, Outlets outlets) {
        this.warmUp = warmUp;
        this.outlets = outlets;
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
     * How long to wait before the next picture. As long as scalar kernels, which are slow, make the pictures, they take
     * half the time at most: the rest gets the wide ones compiled sooner.
     *
     * @param renderNanos what the last picture took
     * @return nanoseconds, 0 for at once
     */
    long pauseAfter(Preset rendered, long renderNanos) {
        return warmUp.isWarm(rendered) || outlets.isRecording() ? 0 : renderNanos;
    }
}
