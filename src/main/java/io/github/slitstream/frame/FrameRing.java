package io.github.slitstream.frame;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * The last N frames in one block of memory, allocated once. The writer overwrites the oldest slot in place; nothing is
 * ever shifted.
 *
 * <p>
 * One thread writes ({@link #claim}, {@link #publish}), one thread reads ({@link #newest}). A few spare slots let the
 * writer go on while the reader works; a writer that runs further ahead gets no slot and counts the frame as dropped.
 */
public final class FrameRing implements AutoCloseable {
    public static final int MIN_CAPACITY = 2;
    public static final int MAX_CAPACITY = 2_000;
    /** Frames the writer may be ahead of the reader's view. */
    private static final int SPARE = 3;
    /**
     * Bytes that push each frame a few cache lines out of step with the last. A picture of 1920×1080 is a whole number of small
     * pages: without this, the same pixel of all frames would compete for the same few places in the nearest cache.
     */
    private static final long STAGGER = 5 * OffHeap.ALIGNMENT;

    private final FrameSize size;
    private final int capacity;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment memory;
    private final Frame[] slots;
    private final View view = new View();
    private volatile long written;
    private volatile long pinned;

    /**
     * @param capacity frames to keep, {@value #MIN_CAPACITY} … {@value #MAX_CAPACITY} (1 is allowed for a history of now alone)
     * @throws OutOfMemoryError if the system refuses the memory
     */
    public FrameRing(FrameSize size, int capacity) {
        if (capacity < 1 || capacity > MAX_CAPACITY) {
            throw new IllegalArgumentException(
                    "ring of " + capacity + " frames: must be " + MIN_CAPACITY + " … " + MAX_CAPACITY);
        }
        this.size = size;
        this.capacity = capacity;
        this.memory = OffHeap.allocate(bytesFor(size, capacity), arena);
        this.slots = new Frame[capacity + SPARE];
        for (int slot = 0; slot < slots.length; slot++) {
            slots[slot] = new Frame(size, memory.asSlice(slot * slotBytes(size), size.bytes()));
        }
    }

    /** Bytes that a ring takes, to be shown and checked before it is made. */
    public static long bytesFor(FrameSize size, int capacity) {
        return slotBytes(size) * (capacity + SPARE);
    }

    public FrameSize size() {
        return size;
    }

    public int capacity() {
        return capacity;
    }

    public long bytes() {
        return bytesFor(size, capacity);
    }

    /** Whether at least one frame has been published. Any thread. */
    public boolean hasFrames() {
        return written > 0;
    }

    /** Frames published so far. Any thread. */
    public long published() {
        return written;
    }

    /** Frames that had been published when the reader last asked for the newest view. Any thread. */
    public long seen() {
        return pinned;
    }

    /**
     * Writer: the slot for the next frame, to be filled and published; null while the reader still needs it.
     * Its former content is an old frame.
     */
    public @Nullable Frame claim() {
        long next = written;
        return next < slots.length || next < pinned + SPARE ? slot(next) : null;
    }

    /** Writer: makes the claimed slot the newest frame. */
    public void publish(long capturedNanos) {
        long next = written;
        slot(next).stamp(capturedNanos);
        written = next + 1;
    }

    /** Writer: fills this empty ring with what another remembers, oldest first, as far as it has room and the sizes agree. */
    public void adopt(FrameRing other) {
        if (!other.size.equals(size)) {
            return;
        }
        long newest = other.written;
        long oldest = Math.max(0, newest - Math.min(other.capacity, capacity));
        for (long sequence = oldest; sequence < newest; sequence++) {
            Frame past = other.slot(sequence);
            slot(sequence - oldest).copyFrom(past);
        }
        written = newest - oldest;
        pinned = written;
    }

    /**
     * Reader: the past as of now, valid until the next call. Always the same object.
     *
     * @throws IllegalStateException if nothing has been published
     */
    public FrameHistory newest() {
        long now = written;
        if (now == 0) {
            throw new IllegalStateException("the ring is empty");
        }
        pinned = now;
        view.end = now;
        return view;
    }

    /** Gives the memory back. The caller sees to it that neither writer nor reader uses the ring any more. */
    @Override
    public void close() {
        arena.close();
    }

    private Frame slot(long sequence) {
        return slots[(int) (sequence % slots.length)];
    }

    private static long slotBytes(FrameSize size) {
        return Math.ceilDiv(size.bytes(), OffHeap.ALIGNMENT) * OffHeap.ALIGNMENT + STAGGER;
    }

    private final class View implements FrameHistory {
        private long end;

        @Override
        public FrameSize size() {
            return size;
        }

        @Override
        public int capacity() {
            return capacity;
        }

        @Override
        public int length() {
            return (int) Math.min(end, capacity);
        }

        @Override
        public MemorySegment memory() {
            return memory;
        }

        @Override
        public long offset(int age) {
            return slotOf(age) * slotBytes(size);
        }

        @Override
        public long capturedNanos(int age) {
            return slots[slotOf(age)].capturedNanos();
        }

        private int slotOf(int age) {
            return (int) ((end - 1 - Math.min(age, length() - 1)) % slots.length);
        }
    }
}
