package io.github.slitstream.engine;

import io.github.slitstream.engine.OfflineRender.Part;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Resampling;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.frame.SoundBlock;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Queue;

/** The first stage of a render: reads a part of a source, pictures into the ring. One thread, that of the source. */
final class RenderReader {
    private final FrameSource source;
    private final PartReader part;
    private final FrameRing ring;
    private final Handoff moments;
    private final Resizer downsampling;
    private final boolean isResized;
    private final Frame captured;

    /**
     * @param source at its beginning; stays the caller's
     * @param ring of frames of the source's size, or smaller
     * @param moments of the ring
     * @param arena for a frame of the source's size
     */
    RenderReader(FrameSource source, Part part, FrameRing ring, Handoff moments, Resizer downsampling, Arena arena) {
        this.source = source;
        this.part = new PartReader(source, part, this::readMoment);
        this.ring = ring;
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
            ring.publish(nanos);
            moments.fill();
            frames++;
        }
        if (frames > 0) {
            queue.addAll(sound.rest(part.endNanos()));
        }
        moments.complete();
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
