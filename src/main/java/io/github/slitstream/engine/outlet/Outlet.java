package io.github.slitstream.engine.outlet;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import org.jspecify.annotations.Nullable;

/**
 * Somewhere pictures go, on a thread of its own behind a bounded queue. They differ in who wins where the queue is
 * full: the newest picture, or the one that is queued already.
 */
public sealed interface Outlet permits PictureExchange, Recording {
    /** Size of all its pictures. */
    FrameSize size();

    /**
     * Render thread: copies a picture into the queue, or drops one and counts it. Neither waits nor throws for what
     * happens behind the queue.
     */
    void offer(Frame picture);

    /** Pictures that were lost between the render thread and the outlet's. */
    long dropped();

    /** Why nothing more goes through, in one line, or null. */
    @Nullable
    String failure();
}
