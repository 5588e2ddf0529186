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
 * A ring with a {@link FramePacking} keeps the past in its smaller form, and the newest frame and the spare ones also
 * as they are.
 *
 * <p>
 * A ring of a camera rig keeps several views of every moment. Its slots hold all views of one moment, and so do its
 * counts: a moment is published, and forgotten, as a whole.
 */
public final class FrameRing implements AutoCloseable {
    public static final int MIN_CAPACITY = 2;
    public static final int MAX_CAPACITY = 2_000;
    /** Moments that the writer may be ahead of the reader. */
    public static final int SPARE = RingLayout.SPARE;

    private final FrameSize size;
    private final int views;
    private final int capacity;
    private final Arena arena = Arena.ofShared();
    private final @Nullable FramePacking packing;
    private final RingLayout layout;
    private final MemorySegment memory;
    /**
     * By moment and view, as they come in: all that are kept, or, where these are packed, those that the writer and the
     * reader need.
     */
    private final Frame[][] frames;
    private final long[] times;
    private final View view;
    private volatile long written;
    private volatile long pinned;

    /**
     * A ring of one view that keeps frames as they are.
     *
     * @param capacity frames to keep, {@value #MIN_CAPACITY} … {@value #MAX_CAPACITY} (1 is allowed for a history of
     *     now alone)
     * @throws OutOfMemoryError if the system refuses the memory
     */
    public FrameRing(FrameSize size, int capacity) {
        this(size, 1, capacity, null);
    }

    /**
     * @param views frames of each moment, at least 1
     * @param capacity moments to keep, {@value #MIN_CAPACITY} … {@value #MAX_CAPACITY} (1 is allowed for a history of
     *     now alone)
     * @param packing form in which they are kept; null keeps them as they are
     * @throws OutOfMemoryError if the system refuses the memory
     */
    public FrameRing(FrameSize size, int views, int capacity, @Nullable FramePacking packing) {
        if (capacity < 1 || capacity > MAX_CAPACITY) {
            throw new IllegalArgumentException(
                    "ring of " + capacity + " frames: must be " + MIN_CAPACITY + " … " + MAX_CAPACITY);
        }
        this.size = size;
        this.views = views;
        this.capacity = capacity;
        this.packing = packing;
        this.layout = RingLayout.of(views, capacity, packing == null ? size.bytes() : packing.bytes(size));
        this.memory = OffHeap.allocate(layout.bytes(), arena);
        this.times = new long[capacity + SPARE];
        this.view = new View();
        this.frames = new Frame[packing == null ? times.length : SPARE + 1][views];
        for (int slot = 0; slot < frames.length; slot++) {
            for (int v = 0; v < views; v++) {
                frames[slot][v] = packing == null
                        ? new Frame(size, memory.asSlice(layout.start(slot, v), size.bytes()))
                        : Frame.allocate(size, arena);
            }
        }
    }

    /** Bytes that a ring takes, to be shown and checked before it is made. */
    public static long bytesFor(FrameSize size, int views, int capacity) {
        return RingLayout.of(views, capacity, size.bytes()).bytes();
    }

    /**
     * As {@link #bytesFor}, of a ring with a packing.
     *
     * @param packedBytes of one packed frame
     */
    public static long bytesForPacked(FrameSize size, int views, int capacity, long packedBytes) {
        return RingLayout.of(views, capacity, packedBytes).bytes() + views * (SPARE + 1L) * size.bytes();
    }

    public FrameSize size() {
        return size;
    }

    /** Frames of each moment. */
    public int views() {
        return views;
    }

    public int capacity() {
        return capacity;
    }

    /** The form in which frames are kept; null for as they are. */
    public @Nullable FramePacking packing() {
        return packing;
    }

    public long bytes() {
        return packing == null
                ? bytesFor(size, views, capacity)
                : bytesForPacked(size, views, capacity, packing.bytes(size));
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
     * Writer: the slot for the next frame, to be filled and published; null while the reader still needs it. Its former
     * content is an old frame.
     */
    public @Nullable Frame claim() {
        return claim(0);
    }

    /**
     * Writer: as {@link #claim()}, the frame of one view; all views of the next moment are filled, then published
     * together.
     */
    public @Nullable Frame claim(int ofView) {
        long next = written;
        return next < pinned + SPARE || isUnused(next) ? frames(next)[ofView] : null;
    }

    /**
     * Whether the frame to be written takes the place of none that the reader may look at, however far behind it is.
     */
    private boolean isUnused(long next) {
        return next < times.length && (packing == null || pinned == 0);
    }

    /** Writer: makes the claimed slot the newest moment and stamps its frames with this time. */
    public void publish(long capturedNanos) {
        long next = written;
        times[layout.slot(next)] = capturedNanos;
        for (int v = 0; v < views; v++) {
            Frame frame = frames(next)[v];
            frame.stamp(capturedNanos);
            if (packing != null) {
                packing.pack(frame, memory, layout.start(next, v));
            }
        }
        written = next + 1;
    }

    /**
     * Writer: fills this empty ring with what another remembers, oldest first, as far as it has room and sizes and
     * views agree.
     */
    public void adopt(FrameRing other) {
        if (!other.size.equals(size) || other.views != views) {
            return;
        }
        long newest = other.written;
        long oldest = Math.max(0, newest - Math.min(other.capacity, capacity));
        for (long sequence = oldest; sequence < newest; sequence++) {
            for (int v = 0; v < views; v++) {
                other.restore(sequence, v, frames(written)[v]);
            }
            publish(other.times[other.layout.slot(sequence)]);
            if (packing != null && packing.equals(other.packing)) {
                // Packed once more, it would lose once more.
                MemorySegment.copy(other.memory, other.layout.start(sequence, 0), memory,
                        layout.start(written - 1, 0), layout.slotBytes());
            }
        }
        pinned = written;
    }

    /** Makes a frame of what is kept of one that was published. */
    private void restore(long sequence, int ofView, Frame frame) {
        if (packing == null || sequence >= written - frames.length) {
            frame.copyFrom(frames(sequence)[ofView]);
        } else {
            packing.unpack(memory, layout.start(sequence, ofView), frame);
        }
    }

    /**
     * Reader: the past as of now, valid until the next call. Always the same object.
     *
     * @throws IllegalStateException if nothing has been published
     */
    public FrameHistory newest() {
        return upTo(written);
    }

    /**
     * Reader: the past as it was one moment later than when it was last asked for, valid until the next call; so no
     * moment is left out. Always the same object as that of {@link #newest}.
     *
     * @throws IllegalStateException if no further moment has been published
     */
    public FrameHistory next() {
        long following = pinned + 1;
        if (following > written) {
            throw new IllegalStateException("nothing was published since");
        }
        return upTo(following);
    }

    private FrameHistory upTo(long end) {
        if (end == 0) {
            throw new IllegalStateException("the ring is empty");
        }
        pinned = end;
        view.moveTo(end);
        return view;
    }

    /** Gives the memory back. The caller sees to it that neither writer nor reader uses the ring any more. */
    @Override
    public void close() {
        arena.close();
    }

    private Frame[] frames(long sequence) {
        return frames[(int) (sequence % frames.length)];
    }

    private final class View implements FrameHistory {
        private final FrameSequence moments = new FrameSequence(capacity, packing != null);
        private final FrameSequence ofNow = new FrameSequence(views, packing != null);
        private long end;

        void moveTo(long newEnd) {
            end = newEnd;
            moments.locate(memory, (int) Math.min(end, capacity));
            for (int age = 0; age <= capacity; age++) {
                moments.place(age, layout.start(sequenceOf(age), 0));
            }
            ofNow.locate(memory, views);
            for (int v = 0; v <= views; v++) {
                ofNow.place(v, layout.start(end - 1, Math.min(v, views - 1)));
            }
        }

        @Override
        public FrameSize size() {
            return size;
        }

        @Override
        public FrameSequence moments() {
            return moments;
        }

        @Override
        public FrameSequence views() {
            return ofNow;
        }

        @Override
        public Frame now() {
            return frames(end - 1)[0];
        }

        @Override
        public long capturedNanos(int age) {
            return times[layout.slot(sequenceOf(age))];
        }

        private long sequenceOf(int age) {
            return end - 1 - Math.min(age, moments.length() - 1);
        }
    }
}
