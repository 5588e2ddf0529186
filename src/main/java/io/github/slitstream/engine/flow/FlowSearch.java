package io.github.slitstream.engine.flow;

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
    /** Number of the moment in {@link #newer}. */
    private long newest = NOTHING;

    FlowSearch(FlowFinder finder, FrameSize frame, FrameSize found) {
        this.finder = finder;
        this.found = found;
        this.filling = new FlowCells(frame, found);
        this.newer = OffHeap.allocate(found.pixels(), arena);
        this.older = OffHeap.allocate(found.pixels(), arena);
        this.forward = OffHeap.allocate(2L * Float.BYTES * found.pixels(), arena);
        this.backward = OffHeap.allocate(2L * Float.BYTES * found.pixels(), arena);
        this.cells = OffHeap.allocate(FlowGrid.bytes(frame), arena);
    }

    /**
     * Finds the flow from a moment of a ring to the one before it.
     *
     * @param ring always the same
     * @param effort with which it is looked for
     * @return whether {@link #cells} holds it
     */
    boolean find(FrameRing ring, long number, FlowEffort effort) {
        boolean isBehind = newest == number - 1 || look(ring, number - 1);
        if (!isBehind || !look(ring, number)) {
            newest = NOTHING;
            return false;
        }
        finder.find(newer, older, found, effort, forward);
        finder.find(older, newer, found, effort, backward);
        return filling.fill(newer, older, forward, backward, cells);
    }

    MemorySegment cells() {
        return cells;
    }

    private boolean look(FrameRing ring, long number) {
        MemorySegment former = newer;
        newer = older;
        older = former;
        newest = ring.look(number, shrinking) ? number : NOTHING;
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
