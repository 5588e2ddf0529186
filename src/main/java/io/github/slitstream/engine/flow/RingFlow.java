package io.github.slitstream.engine.flow;

import io.github.slitstream.frame.FlowAxis;
import io.github.slitstream.frame.FlowEffort;
import io.github.slitstream.frame.FlowFinder;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import org.jspecify.annotations.Nullable;

/**
 * Finds the flow between the frames of one ring, one moment after another, along the ring's axis. Where it cannot be
 * found, for good or once, the ring keeps none, and moments between frames are blended. One thread; allocates nothing
 * per moment.
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

    /** Finds the flow of a moment, as far as there is any, and shows the moment to the reader. */
    private void find(long number, FlowSize size, FlowEffort effort) {
        boolean isAlone = number == 0 && ring.flowAxis() == FlowAxis.MOMENTS;
        try {
            if (!isAlone && !isHopeless) {
                findAll(number, size, effort);
            }
        } catch (RuntimeException | LinkageError failure) {
            giveUp("the motion between frames cannot be found (" + failure.getMessage() + ")");
        }
        ring.showWithFlow(number);
    }

    /** From the last view to the first, so that each is looked at once. */
    private void findAll(long number, FlowSize size, FlowEffort effort) {
        if (!FlowSize.HALF.suits(ring.size())) {
            FrameSize frame = ring.size();
            giveUp("frames of " + frame + " are too small for the motion between them to be found");
            return;
        }
        if (size == FlowSize.NONE || !ports.readiness().get().finds()) {
            return;
        }
        FlowSearch current = search(size.suits(ring.size()) ? size : FlowSize.HALF);
        for (int view = ring.flows() - 1; view >= 0; view--) {
            if (current.find(ring, number, view, effort)) {
                ring.keepFlow(number, view, current.cells());
            }
        }
    }

    private FlowSearch search(FlowSize size) {
        FlowSearch current = search;
        if (current != null && searched == size) {
            return current;
        }
        FlowFinder own = finder == null ? ports.finders().get() : finder;
        finder = own;
        close();
        FlowSearch made = new FlowSearch(own, ring.size(), size.of(ring.size()), ring.flowAxis());
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
