package io.github.slitstream.engine.chain;

import io.github.slitstream.engine.flow.FlowPorts;
import io.github.slitstream.engine.flow.RingFlow;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import org.jspecify.annotations.Nullable;

/** The past of what an effect gets from the one before it, with the flow between its frames where that is kept. */
final class InputRing implements AutoCloseable {
    private final FrameRing ring;
    private final @Nullable RingFlow flow;

    /** @param ring closed with this */
    InputRing(FrameRing ring, FlowPorts ports) {
        this.ring = ring;
        this.flow = ring.flows() > 0 ? new RingFlow(ring, ports) : null;
    }

    FrameRing ring() {
        return ring;
    }

    /** The frame to be filled next. */
    Frame claimed() {
        Frame slot = ring.claim();
        if (slot == null) {
            throw new IllegalStateException("a chain reads its own rings at once, so a slot is always free");
        }
        return slot;
    }

    /**
     * Makes what was filled the newest, and gives the past as of it, or as of so many frames before it.
     *
     * @param live whether it was made of pictures that are shown as they come
     */
    FrameHistory pushed(long capturedNanos, boolean live, int ahead) {
        ring.setLive(live);
        ring.publish(capturedNanos);
        if (flow != null) {
            flow.findNewest();
        }
        return ring.newest(ahead);
    }

    @Override
    public void close() {
        if (flow != null) {
            flow.close();
        }
        ring.close();
    }
}
