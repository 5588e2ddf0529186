package io.github.slitstream.engine.outlet;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.Arena;
import org.jspecify.annotations.Nullable;

/**
 * Hands pictures from the render thread to the one that shows them: the newest wins. Four frames go around: one being
 * rendered, one ready, one shown, and the one shown before it, which the screen may still be reading.
 */
public final class PictureExchange implements Outlet {
    private final FrameSize size;
    private Frame back;
    private Frame ready;
    private Frame shown;
    private Frame shownBefore;
    private boolean fresh;
    private long dropped;

    public PictureExchange(FrameSize size) {
        // The screen may read a picture after the exchange was replaced: the collector decides when it may go.
        Arena arena = Arena.ofAuto();
        this.size = size;
        back = Frame.allocate(size, arena);
        ready = Frame.allocate(size, arena);
        shown = Frame.allocate(size, arena);
        shownBefore = Frame.allocate(size, arena);
    }

    /** Of all its pictures. */
    public FrameSize size() {
        return size;
    }

    /** Render thread: the frame to fill. */
    public synchronized Frame back() {
        return back;
    }

    /** Render thread: makes the filled frame the newest. */
    public synchronized void publish() {
        dropped += fresh ? 1 : 0;
        Frame filled = back;
        back = ready;
        ready = filled;
        fresh = true;
    }

    /** Copies a picture to the back and makes it the newest. */
    public void offer(Frame picture) {
        back().copyFrom(picture);
        publish();
    }

    /** Pictures that a newer one replaced before they were taken. */
    @Override
    public synchronized long dropped() {
        return dropped;
    }

    @Override
    public @Nullable String failure() {
        return null; // whoever does not take pictures costs nothing but pictures
    }

    /** Whether the newest picture was not taken yet. */
    public synchronized boolean isFresh() {
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
