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
import java.util.Queue;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;

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
    private final Frame captured;

    /**
     * @param source at its beginning; stays the caller's
     * @param ring of frames of the source's size, or smaller
     * @param flow of the ring, found before a moment is handed on
     * @param moments of the ring
     * @param arena for a frame of the source's size
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
        this.captured = Frame.allocate(source.info().size(), arena);
    }

    /**
     * Reads until the part ends or nobody wants more.
     *
     * @param queue gets the sound: of each moment before the moment is handed on, and at last what is left
     */
    void read(RenderSound sound, Queue<SoundBlock> queue) throws IOException, InterruptedException {
        long frames = 0;
        while (moments.awaitFree()) {
            long nanos = part.next(sound);
            if (nanos == FrameSource.END) {
                break;
            }
            queue.addAll(sound.until(nanos));
            publish(nanos);
            frames++;
        }
        if (frames > 0) {
            queue.addAll(sound.rest(part.endNanos()));
        }
        moments.complete();
    }

    /**
     * Hands on, before {@link #read}, what lies before the first moment in a part that is repeated without end: its
     * last moments, each as much earlier as repetitions lie between.
     *
     * @param most how many of them, if there are any
     * @param begin told how many there will be, before the first
     */
    void lead(int most, IntConsumer begin) throws IOException, InterruptedException {
        PartReader once = new PartReader(source, asked, this::readMoment);
        long[] times = times(once);
        begin.accept(times.length == 0 ? 0 : most);
        for (int before = most; times.length > 0 && before > 0 && moments.awaitFree(); before--) {
            int index = Math.floorMod(-before, times.length);
            long nanos = before == most || index == 0 ? readFrom(times[index]) : readMoment();
            if (nanos == FrameSource.END) {
                throw new IOException(
                        source.info().name() + " ended sooner when it was read again; render a copy of it");
            }
            publish(nanos + Math.floorDiv(-before, times.length) * (end(once, times) - times[0]));
        }
        source.rewind();
    }

    private void publish(long nanos) {
        ring.publish(nanos);
        if (ring.keepsFlow()) {
            flow.findNewest();
        }
        moments.fill();
    }

    /** When each moment of the part comes: it is read once. */
    private long[] times(PartReader once) throws IOException, InterruptedException {
        RenderSound none = new RenderSound(source, false, 0);
        LongStream.Builder times = LongStream.builder();
        for (long nanos = once.next(none); nanos != FrameSource.END; nanos = once.next(none)) {
            times.add(nanos);
        }
        return times.build().toArray();
    }

    private long end(PartReader once, long[] times) {
        return once.lastUntil() == FrameSource.END
                ? times[times.length - 1] + Math.round(1e9 / source.info().framesPerSecond())
                : once.lastUntil();
    }

    private long readFrom(long nanos) throws IOException {
        source.seek(nanos);
        long read = readMoment();
        while (read != FrameSource.END && read < nanos) {
            read = readMoment();
        }
        return read;
    }

    /** As {@link PartReader#lastUntil}. Any thread that knows that all was read. */
    long lastUntil() {
        return part.lastUntil();
    }

    private long readMoment() throws IOException {
        long nanos = FrameSource.END;
        for (int view = 0; view < source.info().views(); view++) {
            nanos = readView(slot(view));
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

    private Frame slot(int view) {
        Frame slot = ring.claim(view);
        if (slot == null) {
            throw new IllegalStateException("the handoff lets nobody run further ahead than the ring has slots");
        }
        return slot;
    }
}
