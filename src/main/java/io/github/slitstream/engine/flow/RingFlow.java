package io.github.slitstream.engine.flow;

import io.github.slitstream.frame.FlowEffort;
import io.github.slitstream.frame.FlowFinder;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Finds the flow between the frames of one ring, one moment after another. Where it cannot be found, for good or once,
 * the ring keeps none, and moments between frames are blended. One thread; allocates nothing per moment.
 */
public final class RingFlow implements AutoCloseable {
    private final FrameRing ring;
    private final FlowPorts ports;
    private @Nullable FlowFinder finder;
    private @Nullable FlowSearch search;
    private FlowSize searched = FlowSize.NONE;
    private boolean isHopeless;

    /** @param ring that keeps flow; stays the caller's */
    public RingFlow(FrameRing ring, FlowPorts ports) {
        this.ring = ring;
        this.ports = ports;
    }

    public FrameRing ring() {
        return ring;
    }

    /** Finds the flow of the newest moment as well as was asked for, and shows it to the reader. */
    public void findNewest() {
        find(ring.written() - 1, ports.quality().size(), ports.quality().effort());
    }

    /** Finds the flow of the newest moment in this size, fast, and shows it to the reader. */
    public void findNewest(FlowSize size) {
        find(ring.written() - 1, size);
    }

    /** As {@link #find(long, FlowSize, FlowEffort)}, fast. */
    void find(long number, FlowSize size) {
        find(number, size, FlowEffort.FAST);
    }

    /**
     * Finds the flow from a moment to the one before it, as far as there is any, and shows the moment to the reader.
     */
    private void find(long number, FlowSize size, FlowEffort effort) {
        MemorySegment cells = null;
        try {
            cells = number == 0 || isHopeless ? null : found(number, size, effort);
        } catch (RuntimeException | LinkageError failure) {
            giveUp("the motion between frames cannot be found (" + failure.getMessage() + ")");
        }
        ring.keepFlow(number, cells);
    }

    private @Nullable MemorySegment found(long number, FlowSize size, FlowEffort effort) {
        if (!FlowSize.HALF.suits(ring.size())) {
            FrameSize frame = ring.size();
            giveUp("frames of " + frame + " are too small for the motion between them to be found");
            return null;
        }
        if (size == FlowSize.NONE || !ports.readiness().get().finds()) {
            return null;
        }
        FlowSearch current = search(size.suits(ring.size()) ? size : FlowSize.HALF);
        return current.find(ring, number, effort) ? current.cells() : null;
    }

    private FlowSearch search(FlowSize size) {
        FlowSearch current = search;
        if (current != null && searched == size) {
            return current;
        }
        FlowFinder own = finder == null ? ports.finders().get() : finder;
        finder = own;
        close();
        FlowSearch made = new FlowSearch(own, ring.size(), size.of(ring.size()));
        search = made;
        searched = size;
        return made;
    }

    private void giveUp(String reason) {
        isHopeless = true;
        ports.words().accept(reason + "; moments between them are blended");
    }

    /** Gives back its memory. */
    @Override
    public void close() {
        FlowSearch last = search;
        search = null;
        if (last != null) {
            last.close();
        }
    }
}
