package io.github.slitstream.engine.flow;

import io.github.slitstream.frame.FlowAxis;
import io.github.slitstream.frame.FlowEffort;
import io.github.slitstream.frame.FlowFinder;
import io.github.slitstream.frame.FlowGrid;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.OffHeap;
import io.github.slitstream.kernel.FlowCells;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

/** The memory for finding flow between frames of one size, in pictures of another. One thread. */
final class FlowSearch implements AutoCloseable {
    private static final long NOTHING = -1;

    private final FlowFinder finder;
    private final FrameSize found;
    private final FlowCells filling;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment forward;
    private final MemorySegment backward;
    private final MemorySegment cells;
    private final Consumer<Frame> shrinking = this::shrink;
    private MemorySegment newer;
    private MemorySegment older;
    /** Number of the moment in {@link #newer}, and its view. */
    private long newest = NOTHING;
    private int newestView;
    /** Number of the moment whose flow was found last. */
    private long filled = NOTHING;

    /** @param axis along which flow is found */
    FlowSearch(FlowFinder finder, FrameSize frame, FrameSize found, FlowAxis axis) {
        this.finder = finder;
        this.found = found;
        this.filling = new FlowCells(frame, found, axis == FlowAxis.MOMENTS);
        this.newer = OffHeap.allocate(found.pixels(), arena);
        this.older = OffHeap.allocate(found.pixels(), arena);
        this.forward = OffHeap.allocate(2L * Float.BYTES * found.pixels(), arena);
        this.backward = OffHeap.allocate(2L * Float.BYTES * found.pixels(), arena);
        this.cells = OffHeap.allocate(FlowGrid.bytes(frame), arena);
    }

    /**
     * Finds the flow from a frame of a ring to the next along its axis.
     *
     * @param ring always the same
     * @param number of the frame's moment
     * @param effort with which it is looked for
     * @return whether {@link #cells} holds it
     */
    boolean find(FrameRing ring, long number, int view, FlowEffort effort) {
        boolean isOfViews = ring.flowAxis() == FlowAxis.VIEWS;
        boolean isNextSeen = isOfViews ? see(ring, number, view + 1) : see(ring, number - 1, view);
        if (!isNextSeen || !look(ring, number, view)) {
            newest = NOTHING;
            return false;
        }
        if (filled != number - 1) {
            filling.startOver();
        }
        filled = number;
        finder.find(newer, older, found, effort, forward);
        finder.find(older, newer, found, effort, backward);
        return filling.fill(newer, older, forward, backward, cells);
    }

    MemorySegment cells() {
        return cells;
    }

    /** Looks at a frame, unless it was the last that was looked at. */
    private boolean see(FrameRing ring, long number, int view) {
        return (newest == number && newestView == view) || look(ring, number, view);
    }

    private boolean look(FrameRing ring, long number, int view) {
        MemorySegment former = newer;
        newer = older;
        older = former;
        newest = ring.look(number, view, shrinking) ? number : NOTHING;
        newestView = view;
        return newest == number;
    }

    private void shrink(Frame frame) {
        finder.shrink(frame, found, newer);
    }

    @Override
    public void close() {
        arena.close();
    }
}
