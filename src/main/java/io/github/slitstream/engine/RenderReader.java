package io.github.slitstream.engine;

import io.github.slitstream.engine.OfflineRender.Part;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Resampling;
import io.github.slitstream.frame.Resizer;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SourceInfo;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.Queue;

/** The first stage of a render: reads a part of a source, pictures into the ring. One thread, that of the source. */
final class RenderReader {
    private final FrameSource source;
    private final SourceInfo info;
    private final Part part;
    private final FrameRing ring;
    private final Handoff moments;
    private final Resizer downsampling;
    private final boolean isResized;
    private final Frame captured;
    private long framesRead;
    private long firstNanos;

    /**
     * @param source at its beginning; stays the caller's
     * @param ring of frames of the source's size, or smaller
     * @param moments of the ring
     * @param arena for a frame of the source's size
     */
    RenderReader(FrameSource source, Part part, FrameRing ring, Handoff moments, Resizer downsampling, Arena arena) {
        this.source = source;
        this.info = source.info();
        this.part = part;
        this.ring = ring;
        this.moments = moments;
        this.downsampling = downsampling;
        this.isResized = !ring.size().equals(info.size());
        this.captured = Frame.allocate(info.size(), arena);
    }

    /**
     * Reads until the part ends or nobody wants more.
     *
     * @param queue gets the sound: of each moment before the moment is handed on, and at last what is left
     */
    void read(RenderSound sound, Queue<SoundBlock> queue) throws IOException, InterruptedException {
        long endNanos = Long.MAX_VALUE;
        long frames = 0;
        while (frames < part.frames() && moments.awaitFree()) {
            long nanos = readFrame(sound);
            if (nanos == FrameSource.END) {
                endNanos = part.endNanos(firstNanos);
                break;
            }
            endNanos = nanos + Math.round(1e9 / info.framesPerSecond());
            queue.addAll(sound.until(nanos));
            ring.publish(nanos);
            moments.fill();
            frames++;
        }
        if (frames > 0) {
            queue.addAll(sound.rest(endNanos));
        }
        moments.complete();
    }

    /** Reads the next moment of the part into the ring's free slot and gives its time. */
    private long readFrame(RenderSound sound) throws IOException, InterruptedException {
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            long nanos = readMoment();
            if (nanos == FrameSource.END || part.ends(seconds(nanos))) {
                return FrameSource.END;
            }
            if (part.begins(seconds(nanos))) {
                return nanos;
            }
            sound.until(nanos);
            pass();
        }
    }

    /** Behind the first frame, which says when the source begins, it goes where the part begins. */
    private void pass() throws IOException {
        if (framesRead == 1 && !info.live()) {
            source.seek(firstNanos + part.startNanos());
        }
    }

    private long readMoment() throws IOException {
        long nanos = FrameSource.END;
        for (int view = 0; view < info.views(); view++) {
            nanos = readView(slot(view));
            if (nanos == FrameSource.END) {
                return nanos;
            }
        }
        if (framesRead++ == 0) {
            firstNanos = nanos;
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

    private double seconds(long nanos) {
        return (nanos - firstNanos) / 1e9;
    }
}
