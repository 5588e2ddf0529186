package io.github.slitstream.engine;

import io.github.slitstream.engine.OfflineRender.Part;
import io.github.slitstream.engine.flow.RingFlow;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Resampling;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.frame.SoundBlock;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.Queue;
import java.util.function.IntConsumer;

/** The first stage of a render: reads a part of a source, pictures into the ring. One thread, that of the source. */
final class RenderReader {
    private final FrameSource source;
    private final Part asked;
    private final PartReader part;
    private final FrameRing ring;
    private final RingFlow flow;
    private final Handoff moments;
    private final Resizer downsampling;
    private final boolean isResized;
    private final Arena arena;
    private final Frame captured;
    /** For each view, where the next moment goes, and where the last one that was handed on lies. */
    private final Frame[] claimed;
    private final Frame[] newest;
    /** Of all moments of the part, as far as it was read. */
    private long[] times = new long[64];
    private int count;

    /**
     * @param source at its beginning; stays the caller's
     * @param ring of frames of the source's size, or smaller
     * @param flow of the ring, found before a moment is handed on
     * @param moments of the ring
     * @param arena for a frame of the source's size, and for those that are wanted in another order
     */
    RenderReader(FrameSource source, Part part, FrameRing ring, RingFlow flow, Handoff moments, Resizer downsampling,
            Arena arena) {
        this.source = source;
        this.asked = part;
        this.part = new PartReader(source, part, this::readMoment);
        this.ring = ring;
        this.flow = flow;
        this.moments = moments;
        this.downsampling = downsampling;
        this.isResized = !ring.size().equals(source.info().size());
        this.arena = arena;
        this.captured = Frame.allocate(source.info().size(), arena);
        this.claimed = new Frame[source.info().views()];
        this.newest = new Frame[claimed.length];
    }

    /**
     * Reads until the part ends or nobody wants more.
     *
     * @param queue gets the sound: of each moment before the moment is handed on, and at last what is left
     * @param behind moments to hand on behind the last, as the ends of the part have it
     */
    void read(RenderSound sound, Queue<SoundBlock> queue, int behind) throws IOException, InterruptedException {
        while (moments.awaitFree()) {
            long nanos = part.next(sound);
            if (nanos == FrameSource.END) {
                break;
            }
            queue.addAll(sound.until(nanos));
            publish(nanos);
            add(nanos);
        }
        if (count > 0) {
            queue.addAll(sound.until(part.endNanos()));
            while (sound.isDue(part.endNanos()) && part.readOn()) {
                queue.addAll(sound.until(part.endNanos()));
            }
            queue.addAll(sound.rest(part.endNanos()));
            handOn(Arrays.copyOf(times, count), end(part), count, behind);
        }
        moments.complete();
    }

    /**
     * Hands on, before {@link #read}, what lies before the first moment as the ends of the part have it.
     *
     * @param most how many moments, if there are any
     * @param begin told how many there will be, before the first
     */
    void lead(int most, IntConsumer begin) throws IOException, InterruptedException {
        PartReader once = new PartReader(source, asked, this::readMoment);
        RenderSound none = new RenderSound(source, false, 0);
        int needed = asked.ends() == ClipEnds.MIRROR ? most + 1 : Integer.MAX_VALUE;
        for (long nanos = once.next(none); nanos != FrameSource.END && count < needed; nanos = once.next(none)) {
            add(nanos);
        }
        long[] known = Arrays.copyOf(times, count);
        begin.accept(count == 0 ? 0 : most);
        if (count > 0) {
            handOn(known, end(once), -most, most);
        }
        count = 0;
        source.rewind();
    }

    /**
     * Hands on moments that lie beyond the ends of the part.
     *
     * @param known when its moments are
     * @param first place of them
     */
    private void handOn(long[] known, long endNanos, long first, int most) throws IOException, InterruptedException {
        boolean isAtEnd = first > 0;
        MomentsInAnyOrder clip = new MomentsInAnyOrder(source, known, isAtEnd, this::readMoment, ring.size(), arena);
        int before = isAtEnd ? known.length - 1 : Integer.MIN_VALUE;
        for (long place = first; place < first + most && moments.awaitFree(); place++) {
            int moment = asked.ends().moment(place, known.length);
            if (moment == before) {
                repeat();
            } else if (!clip.read(moment, moment == before - 1, slots())) {
                throw new IOException(
                        source.info().name() + " ended sooner when it was read again; render a copy of it");
            }
            publish(asked.ends().nanos(place, known, interval(), endNanos));
            before = moment;
        }
    }

    /** Fills the next slots with what the last showed. */
    private void repeat() {
        Frame[] next = slots();
        for (int view = 0; view < newest.length; view++) {
            next[view].copyFrom(newest[view]);
        }
    }

    private void publish(long nanos) {
        System.arraycopy(claimed, 0, newest, 0, newest.length);
        ring.publish(nanos);
        if (ring.flows() > 0) {
            flow.findNewest();
        }
        moments.fill();
    }

    private void add(long nanos) {
        times = count == times.length ? Arrays.copyOf(times, 2 * count) : times;
        times[count++] = nanos;
    }

    /** When all that was read of a part is over. */
    private long end(PartReader read) {
        return read.lastUntil() == FrameSource.END ? times[count - 1] + interval() : read.lastUntil();
    }

    private long interval() {
        return Math.round(1e9 / source.info().framesPerSecond());
    }

    /** As {@link PartReader#lastUntil}. Any thread that knows that all was read. */
    long lastUntil() {
        return part.lastUntil();
    }

    private long readMoment() throws IOException {
        return readMoment(slots());
    }

    private long readMoment(Frame[] views) throws IOException {
        long nanos = FrameSource.END;
        for (Frame view : views) {
            nanos = readView(view);
            if (nanos == FrameSource.END) {
                return nanos;
            }
        }
        return nanos;
    }

    private long readView(Frame slot) throws IOException {
        if (!isResized) {
            return source.read(slot);
        }
        long nanos = source.read(captured);
        if (nanos != FrameSource.END) {
            downsampling.resize(captured, slot, Resampling.AREA);
        }
        return nanos;
    }

    private Frame[] slots() {
        for (int view = 0; view < claimed.length; view++) {
            claimed[view] = slot(view);
        }
        return claimed;
    }

    private Frame slot(int view) {
        Frame slot = ring.claim(view);
        if (slot == null) {
            throw new IllegalStateException("the handoff lets nobody run further ahead than the ring has slots");
        }
        return slot;
    }
}
