package io.github.slitstream.frame;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a ring in memory, by the number of their moment, counted from the first that was published. Who may
 * write and read them when, the ring knows.
 */
final class RingFrames {
    private final int views;
    private final @Nullable FramePacking packing;
    private final RingLayout layout;
    private final MemorySegment memory;
    /**
     * By moment and view, as they come in: all that are kept, or, where these are packed, those that the writer and the
     * reader need.
     */
    private final Frame[][] frames;
    private final long[] times;

    /**
     * @param capacity moments to keep, the spare ones not counted
     * @param packing form in which they are kept; null keeps them as they are
     */
    RingFrames(FrameSize size, int views, int capacity, @Nullable FramePacking packing, Arena arena) {
        this.views = views;
        this.packing = packing;
        this.layout = RingLayout.of(views, capacity, packing == null ? size.bytes() : packing.bytes(size));
        this.memory = OffHeap.allocate(layout.bytes(), arena);
        this.times = new long[layout.slots()];
        this.frames = new Frame[packing == null ? times.length : RingLayout.SPARE + 1][views];
        for (int slot = 0; slot < frames.length; slot++) {
            for (int v = 0; v < views; v++) {
                frames[slot][v] = packing == null
                        ? new Frame(size, memory.asSlice(layout.start(slot, v), size.bytes()))
                        : Frame.allocate(size, arena);
            }
        }
    }

    @Nullable
    FramePacking packing() {
        return packing;
    }

    /** Where frames are kept. */
    MemorySegment memory() {
        return memory;
    }

    /** Where in the memory a kept frame starts. */
    long start(long sequence, int view) {
        return layout.start(sequence, view);
    }

    /** Moments after which one is written over, also where it is packed. */
    int slots() {
        return times.length;
    }

    /** Moments after which a frame as it came is written over. */
    int unpackedSlots() {
        return frames.length;
    }

    /** A frame as it came, or room for one. */
    Frame frame(long sequence, int view) {
        return frames[(int) (sequence % frames.length)][view];
    }

    long capturedNanos(long sequence) {
        return times[layout.slot(sequence)];
    }

    /** Stamps the frames of a moment that were filled, and packs them. */
    void keep(long sequence, long capturedNanos) {
        times[layout.slot(sequence)] = capturedNanos;
        for (int v = 0; v < views; v++) {
            Frame frame = frame(sequence, v);
            frame.stamp(capturedNanos);
            if (packing != null) {
                packing.pack(frame, memory, layout.start(sequence, v));
            }
        }
    }

    /**
     * Keeps a moment as another ring remembers it.
     *
     * @param from number of the moment in the other ring
     * @param end one more than the number of the newest there
     */
    void adopt(long sequence, RingFrames other, long from, long end) {
        for (int v = 0; v < views; v++) {
            other.restore(from, end, v, frame(sequence, v));
        }
        keep(sequence, other.capturedNanos(from));
        if (packing != null && packing.equals(other.packing)) {
            // Packed once more, it would lose once more.
            MemorySegment.copy(other.memory, other.start(from, 0), memory, start(sequence, 0), layout.slotBytes());
        }
    }

    /** Makes a frame of what is kept of one. */
    private void restore(long sequence, long end, int view, Frame frame) {
        if (packing == null || sequence >= end - frames.length) {
            frame.copyFrom(frame(sequence, view));
        } else {
            packing.unpack(memory, layout.start(sequence, view), frame);
        }
    }
}
