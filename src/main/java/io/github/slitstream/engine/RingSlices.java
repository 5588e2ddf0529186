package io.github.slitstream.engine;

import io.github.slitstream.engine.ring.RingSlice;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.Slice;
import io.github.slitstream.kernel.Kernels;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Slices through the ring: asked for on any thread, cut on the render thread, which alone may read the ring. */
public final class RingSlices {
    private final Queue<Request> waiting = new ConcurrentLinkedQueue<>();
    private final Runnable asked;

    private record Request(Slice slice, Consumer<Frame> taker) {}

    /** @param asked wakes the render thread */
    RingSlices(Runnable asked) {
        this.asked = asked;
    }

    /**
     * Asks for a slice through the frames that the ring holds, as they came in; where there are none yet, it waits for
     * the first.
     *
     * @param taker gets it, on the render thread, as its own
     */
    public void ask(Slice slice, Consumer<Frame> taker) {
        waiting.add(new Request(slice, taker));
        asked.run();
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** Render thread: cuts all that were asked for. */
    void cut(FrameHistory past, Kernels kernels) {
        for (Request next = waiting.poll(); next != null; next = waiting.poll()) {
            next.taker.accept(RingSlice.cut(past, next.slice, kernels));
        }
    }
}
