package io.github.slitstream.frame;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
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
 * A ring with a {@link FramePacking} keeps the past in its smaller form, and newest and spare frames also as they are.
 *
 * <p>
 * A ring of a camera rig keeps several views of every moment. Its slots hold all views of one moment, and so do its
 * counts: a moment is published, and forgotten, as a whole.
 *
 * <p>
 * A ring that keeps the flow between its frames shows a moment to the reader when its flow was found, or at the latest
 * when the next moment is published. One thread finds it ({@link #look}, {@link #keepFlow}, {@link #showWithFlow}), the
 * writer or another.
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
    private final RingFrames frames;
    private final RingFlows flows;
    private final RingView view;
    private volatile boolean live;
    private volatile long written;
    /** Of what was written, how much the reader may see. */
    private final AtomicLong visible = new AtomicLong();
    private volatile long pinned;
    /** Held by who finds flow while it uses the memory, which stays until then. */
    private final Object finding = new Object();
    private boolean closed;

    /** A ring of one view that keeps frames as they are, without flow; the rest as in the other constructor. */
    public FrameRing(FrameSize size, int capacity) {
        this(size, 1, capacity, null, FlowAxis.NONE);
    }

    /**
     * @param views frames of each moment, at least 1
     * @param capacity moments to keep, {@value #MIN_CAPACITY} … {@value #MAX_CAPACITY} (1 is allowed for a history of
     *     now alone)
     * @param packing form in which they are kept; null keeps them as they are
     * @param axis between which of them the flow is kept
     * @throws OutOfMemoryError if the system refuses the memory
     */
    public FrameRing(FrameSize size, int views, int capacity, @Nullable FramePacking packing, FlowAxis axis) {
        if (capacity < 1 || capacity > MAX_CAPACITY) {
            throw new IllegalArgumentException(
                    "ring of " + capacity + " frames: must be " + MIN_CAPACITY + " … " + MAX_CAPACITY);
        }
        this.size = size;
        this.views = views;
        this.capacity = capacity;
        this.frames = new RingFrames(size, views, capacity, packing, arena);
        this.flows = new RingFlows(axis, size, views, capacity, arena);
        this.view = new RingView(this, frames, flows);
    }

    /** Bytes that a ring takes, to be shown and checked before it is made. */
    public static long bytesFor(FrameSize size, int views, int capacity) {
        return RingLayout.of(views, capacity, size.bytes()).bytes();
    }

    /** As {@link #bytesFor}, of a ring with a packing that makes so many bytes of a frame. */
    public static long bytesForPacked(FrameSize size, int views, int capacity, long packedBytes) {
        return RingLayout.of(views, capacity, packedBytes).bytes() + views * (SPARE + 1L) * size.bytes();
    }

    /** Bytes that the flow between the frames of a ring takes beside them. */
    public static long bytesForFlow(FrameSize size, int views, int capacity, FlowAxis axis) {
        return RingFlows.bytes(axis, size, views, capacity);
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
        return frames.packing();
    }

    /** Whether its pictures are {@link FrameHistory#isLive shown as they come}. */
    public boolean isLive() {
        return live;
    }

    public void setLive(boolean asTheyCome) {
        live = asTheyCome;
    }

    /** Between which frames the flow is kept, where there are such. */
    public FlowAxis flowAxis() {
        return flows.axis();
    }

    /** How many flows are kept of each moment; each leads on from the view of its number. */
    public int flows() {
        return flows.each();
    }

    public long bytes() {
        FramePacking packing = packing();
        long ofFrames = packing == null
                ? bytesFor(size, views, capacity)
                : bytesForPacked(size, views, capacity, packing.bytes(size));
        return ofFrames + bytesForFlow(size, views, capacity, flows.axis());
    }

    /** Whether there is at least one moment for the reader. Any thread. */
    public boolean hasFrames() {
        return published() > 0;
    }

    /** Moments so far that the reader may see. Any thread. */
    public long published() {
        return visible.get();
    }

    /** Moments published so far, one included whose flow is still to be found. Any thread. */
    public long written() {
        return written;
    }

    /** Moments that the reader might see when it last asked for the newest view. Any thread. */
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
        return next < pinned + SPARE || isUnused(next) ? frames.frame(next, ofView) : null;
    }

    /**
     * Whether the frame to be written takes the place of none that the reader may look at, however far behind it is.
     */
    private boolean isUnused(long next) {
        return next < frames.slots() && (packing() == null || pinned == 0);
    }

    /** Writer: makes the claimed slot the newest moment and stamps its frames with this time. */
    public void publish(long capturedNanos) {
        long next = written;
        frames.keep(next, capturedNanos);
        written = next + 1;
        show(flows.each() == 0 ? next + 1 : next);
    }

    private void show(long end) {
        visible.accumulateAndGet(end, Math::max);
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
        long next = written;
        for (long number = oldest; number < newest; number++) {
            frames.adopt(next, other.frames, number, newest);
            flows.adopt(next, other.flows, number);
            next++;
        }
        written = next;
        pinned = next;
        show(next);
    }

    /**
     * Who finds flow: looks at a frame of one of the newest moments.
     *
     * @param number of the moment, 0 being the first that was published
     * @param reader reads the frame before it returns
     * @return false if the frame is not there, was written over meanwhile, or the ring is closed
     */
    public boolean look(long number, int ofView, Consumer<Frame> reader) {
        synchronized (finding) {
            if (closed || !isThere(number)) {
                return false;
            }
            reader.accept(frames.frame(number, ofView));
            return isThere(number);
        }
    }

    private boolean isThere(long number) {
        long next = written;
        return number < next && number > next - frames.unpackedSlots();
    }

    /**
     * Who finds flow: keeps that from a frame to the next along the axis, unless the reader still needs the place.
     *
     * @param cells as {@link FlowGrid} lays them out
     */
    public void keepFlow(long number, int ofView, MemorySegment cells) {
        synchronized (finding) {
            if (!closed && !flows.replaces(number, pinned - 1)) {
                flows.keep(number, ofView, cells, 0);
            }
        }
    }

    /** Who finds flow: shows a moment to the reader, with the flow that was kept. */
    public void showWithFlow(long number) {
        show(number + 1);
    }

    /** Reader: as {@link #newest(int)}, of the newest moment. */
    public FrameHistory newest() {
        return newest(0);
    }

    /**
     * Reader: the past as of a now that so many moments came after, as far as there are so many, valid until the next
     * call. Always the same object.
     *
     * @throws IllegalStateException if nothing has been published
     */
    public FrameHistory newest(int ahead) {
        return upTo(published(), ahead);
    }

    /**
     * Reader: as {@link #newest(int)}, one moment later than when it was last asked for, so that none is left out.
     *
     * @throws IllegalStateException if no further moment has been published
     */
    public FrameHistory next(int ahead) {
        if (pinned == published()) {
            throw new IllegalStateException("nothing was published since");
        }
        return upTo(pinned + 1, ahead);
    }

    private FrameHistory upTo(long end, int ahead) {
        if (end == 0) {
            throw new IllegalStateException("the ring is empty");
        }
        pinned = end;
        view.moveTo(end, ahead);
        return view;
    }

    /** Gives the memory back. The caller sees to it that neither writer nor reader uses the ring any more. */
    @Override
    public void close() {
        synchronized (finding) {
            closed = true;
            arena.close();
        }
    }
}
