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
 *
 * <p>
 * A ring with a {@link FramePacking} keeps the past in its smaller form, and the newest frame and the spare ones also as they are.
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
    private final @Nullable FramePacking packing;
    /** Of a frame as it is kept. */
    private final long slotBytes;
    private final MemorySegment memory;
    /** As they come in: all that are kept, or, where these are packed, those that the writer and the newest view need. */
    private final Frame[] frames;
    private final long[] times;
    private final View view = new View();
    private volatile long written;
    private volatile long pinned;

    /**
     * A ring that keeps frames as they are.
     *
     * @param capacity frames to keep, {@value #MIN_CAPACITY} … {@value #MAX_CAPACITY} (1 is allowed for a history of now alone)
     * @throws OutOfMemoryError if the system refuses the memory
     */
    public FrameRing(FrameSize size, int capacity) {
        this(size, capacity, null);
    }

    /**
     * @param capacity frames to keep, {@value #MIN_CAPACITY} … {@value #MAX_CAPACITY} (1 is allowed for a history of now alone)
     * @param packing form in which they are kept; null keeps them as they are
     * @throws OutOfMemoryError if the system refuses the memory
     */
    public FrameRing(FrameSize size, int capacity, @Nullable FramePacking packing) {
        if (capacity < 1 || capacity > MAX_CAPACITY) {
            throw new IllegalArgumentException(
                    "ring of " + capacity + " frames: must be " + MIN_CAPACITY + " … " + MAX_CAPACITY);
        }
        this.size = size;
        this.capacity = capacity;
        this.packing = packing;
        this.slotBytes = slotBytes(size, packing);
        this.memory = OffHeap.allocate(slotBytes * (capacity + SPARE), arena);
        this.times = new long[capacity + SPARE];
        this.frames = packing == null ? slices(size, memory, slotBytes, times.length) : fresh(size, arena);
    }

    private static Frame[] slices(FrameSize size, MemorySegment memory, long slotBytes, int count) {
        Frame[] slices = new Frame[count];
        for (int slot = 0; slot < count; slot++) {
            slices[slot] = new Frame(size, memory.asSlice(slot * slotBytes, size.bytes()));
        }
        return slices;
    }

    private static Frame[] fresh(FrameSize size, Arena arena) {
        Frame[] fresh = new Frame[SPARE + 1];
        for (int i = 0; i < fresh.length; i++) {
            fresh[i] = Frame.allocate(size, arena);
        }
        return fresh;
    }

    /** Bytes that a ring takes, to be shown and checked before it is made. */
    public static long bytesFor(FrameSize size, int capacity, @Nullable FramePacking packing) {
        long unpacked = packing == null ? 0 : (SPARE + 1) * size.bytes();
        return slotBytes(size, packing) * (capacity + SPARE) + unpacked;
    }

    public FrameSize size() {
        return size;
    }

    public int capacity() {
        return capacity;
    }

    /** The form in which frames are kept; null for as they are. */
    public @Nullable FramePacking packing() {
        return packing;
    }

    public long bytes() {
        return bytesFor(size, capacity, packing);
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
        return next < pinned + SPARE || isUnused(next) ? frame(next) : null;
    }

    /** Whether the frame to be written takes the place of none that the reader may look at, however far behind it is. */
    private boolean isUnused(long next) {
        return next < times.length && (packing == null || pinned == 0);
    }

    /** Writer: makes the claimed slot the newest frame. */
    public void publish(long capturedNanos) {
        frame(written).stamp(capturedNanos);
        keep();
    }

    /** Writer: makes the frame that is filled and stamped the newest. */
    private void keep() {
        long next = written;
        Frame frame = frame(next);
        times[slot(next)] = frame.capturedNanos();
        if (packing != null) {
            packing.pack(frame, memory, slot(next) * slotBytes);
        }
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
            other.restore(sequence, frame(written));
            keep();
            if (packing != null && packing.equals(other.packing)) {
                // Packed once more, it would lose once more.
                MemorySegment.copy(other.memory, other.slot(sequence) * slotBytes, memory,
                        slot(written - 1) * slotBytes,
                        slotBytes);
            }
        }
        pinned = written;
    }

    /** Makes a frame of what is kept of one that was published. */
    private void restore(long sequence, Frame frame) {
        frame.stamp(times[slot(sequence)]);
        if (packing == null || sequence >= written - frames.length) {
            frame.copyFrom(frame(sequence));
        } else {
            packing.unpack(memory, slot(sequence) * slotBytes, frame);
        }
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

    private Frame frame(long sequence) {
        return frames[(int) (sequence % frames.length)];
    }

    private int slot(long sequence) {
        return (int) (sequence % times.length);
    }

    private static long slotBytes(FrameSize size, @Nullable FramePacking packing) {
        long bytes = packing == null ? size.bytes() : packing.bytes(size);
        return Math.ceilDiv(bytes, OffHeap.ALIGNMENT) * OffHeap.ALIGNMENT + STAGGER;
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
        public Frame now() {
            return frame(end - 1);
        }

        @Override
        public boolean isPacked() {
            return packing != null;
        }

        @Override
        public MemorySegment memory() {
            return memory;
        }

        @Override
        public long offset(int age) {
            return slotOf(age) * slotBytes;
        }

        @Override
        public long capturedNanos(int age) {
            return times[slotOf(age)];
        }

        private int slotOf(int age) {
            return slot(end - 1 - Math.min(age, length() - 1));
        }
    }
}
