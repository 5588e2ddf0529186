package io.github.slitstream.engine;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.Arena;
import org.jspecify.annotations.Nullable;

/**
 * Hands pictures from the render thread to the one that shows them: the newest wins. Four frames go around: one being
 * rendered, one ready, one shown, and the one shown before it, which the screen may still be reading.
 */
public final class PictureExchange {
    private final FrameSize size;
    private Frame back;
    private Frame ready;
    private Frame shown;
    private Frame shownBefore;
    private boolean fresh;

    PictureExchange(FrameSize size) {
        // The screen may read a picture after the exchange was replaced: the collector decides when it may go.
        Arena arena = Arena.ofAuto();
        this.size = size;
        back = Frame.allocate(size, arena);
        ready = Frame.allocate(size, arena);
        shown = Frame.allocate(size, arena);
        shownBefore = Frame.allocate(size, arena);
    }

    public FrameSize size() {
        return size;
    }

    /** Render thread: the frame to fill. */
    synchronized Frame back() {
        return back;
    }

    /** Render thread: makes the filled frame the newest. */
    synchronized void publish() {
        Frame filled = back;
        back = ready;
        ready = filled;
        fresh = true;
    }

    /** Whether the newest picture was not taken yet. */
    synchronized boolean isFresh() {
        return fresh;
    }

    /** Showing thread: the newest picture, unchanged until the second call from now; null if it was taken before. */
    public synchronized @Nullable Frame take() {
        if (!fresh) {
            return null;
        }
        Frame free = shownBefore;
        shownBefore = shown;
        shown = ready;
        ready = free;
        fresh = false;
        return shown;
    }
}
