package io.github.slitstream.frame;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLongArray;

/** The flow between the frames of a ring along one axis. One thread writes, any reads what was kept. */
final class RingFlows {
    private final FlowAxis axis;
    private final FrameSize frame;
    private final int each;
    private final int slots;
    private final long flowBytes;
    private final MemorySegment memory;
    /** For each flow of each slot one more than the number of the moment whose flow it holds. */
    private final AtomicLongArray held;

    /** Those of a ring of so many views and moments. */
    RingFlows(FlowAxis axis, FrameSize frame, int views, int capacity, Arena arena) {
        this.axis = axis;
        this.frame = frame;
        this.each = axis.flows(views);
        this.slots = axis.moments(capacity);
        this.flowBytes = flowBytes(frame);
        this.memory = OffHeap.allocate(flowBytes * each * slots, arena);
        this.held = new AtomicLongArray(each * slots);
    }

    /** Bytes that those of such a ring take. */
    static long bytes(FlowAxis axis, FrameSize frame, int views, int capacity) {
        return flowBytes(frame) * axis.flows(views) * axis.moments(capacity);
    }

    private static long flowBytes(FrameSize frame) {
        return Math.ceilDiv(FlowGrid.keptBytes(frame), OffHeap.ALIGNMENT) * OffHeap.ALIGNMENT;
    }

    FlowAxis axis() {
        return axis;
    }

    /** How many each moment has. */
    int each() {
        return each;
    }

    MemorySegment memory() {
        return memory;
    }

    /**
     * Where the cells of the flow start that leads on from a frame, or {@link FrameFlows#NONE}.
     *
     * @param sequence number of its moment
     */
    long start(long sequence, int view) {
        if (view >= each) {
            return FrameFlows.NONE;
        }
        int place = place(sequence, view);
        return held.get(place) == sequence + 1 ? place * flowBytes : FrameFlows.NONE;
    }

    /** Whether the flow of a moment is kept in the place of that of another one, from this one on. */
    boolean replaces(long sequence, long first) {
        return sequence - slots >= Math.max(0, first);
    }

    /** Keeps the flow that leads on from a frame. */
    void keep(long sequence, int view, MemorySegment cells, long offset) {
        int place = place(sequence, view);
        MemorySegment.copy(cells, offset, memory, place * flowBytes, FlowGrid.bytes(frame));
        FlowGrid.mark(memory, place * flowBytes, frame);
        held.set(place, sequence + 1);
    }

    /**
     * Keeps the flow of a moment as another ring has it, as far as it has any along the same axis.
     *
     * @param from number of the moment in the other ring
     */
    void adopt(long sequence, RingFlows other, long from) {
        for (int view = 0; view < each && axis == other.axis; view++) {
            long start = other.start(from, view);
            if (start != FrameFlows.NONE) {
                keep(sequence, view, other.memory, start);
            }
        }
    }

    private int place(long sequence, int view) {
        return (int) (sequence % slots) * each + view;
    }
}
