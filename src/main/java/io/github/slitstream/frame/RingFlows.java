package io.github.slitstream.frame;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The flow between the frames of a ring: for each moment that to the moment before it. One thread writes, any reads
 * what was kept.
 */
final class RingFlows {
    private final FrameSize frame;
    private final long slotBytes;
    private final MemorySegment memory;
    /** For each slot one more than the number of the moment whose flow it holds. */
    private final AtomicLongArray held;

    RingFlows(FrameSize frame, int slots, Arena arena) {
        this.frame = frame;
        this.slotBytes = slotBytes(frame);
        this.memory = OffHeap.allocate(slotBytes * slots, arena);
        this.held = new AtomicLongArray(slots);
    }

    static long bytes(FrameSize frame, int slots) {
        return slotBytes(frame) * slots;
    }

    private static long slotBytes(FrameSize frame) {
        return Math.ceilDiv(FlowGrid.bytes(frame), OffHeap.ALIGNMENT) * OffHeap.ALIGNMENT;
    }

    MemorySegment memory() {
        return memory;
    }

    /** Where the cells of the flow from a moment to the one before it start, or {@link FrameFlows#NONE}. */
    long start(long sequence) {
        int slot = slot(sequence);
        return held.get(slot) == sequence + 1 ? slot * slotBytes : FrameFlows.NONE;
    }

    /** Keeps the flow from a moment to the one before it. */
    void keep(long sequence, MemorySegment cells, long offset) {
        int slot = slot(sequence);
        MemorySegment.copy(cells, offset, memory, slot * slotBytes, FlowGrid.bytes(frame));
        held.set(slot, sequence + 1);
    }

    /**
     * Keeps the flow from a moment to the one before it as another ring has it, if it has it.
     *
     * @param from number of the moment in the other ring
     */
    void adopt(long sequence, RingFlows other, long from) {
        long start = other.start(from);
        if (start != FrameFlows.NONE) {
            keep(sequence, other.memory, start);
        }
    }

    private int slot(long sequence) {
        return (int) (sequence % held.length());
    }
}
