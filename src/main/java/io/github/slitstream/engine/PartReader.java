package io.github.slitstream.engine;

import io.github.slitstream.engine.OfflineRender.Part;
import io.github.slitstream.frame.FrameSource;
import java.io.IOException;

/** Reads on to where a part of a source begins, and no further than where it ends. One thread, that of the source. */
final class PartReader {
    /** In MPEG-TS, sound comes in packets of up to 0.7 s. */
    private static final long SOUND_PATIENCE_NANOS = 1_000_000_000;

    private final FrameSource source;
    private final Part part;
    private final Moments moments;
    private long momentsRead;
    private long firstNanos;
    private long lastNanos;
    private long given;
    private long endNanos;
    private long lastUntil = FrameSource.END;

    /** Reads the next moment of the source, wherever it is put. */
    @FunctionalInterface
    interface Moments {
        /** @return its time, or {@link FrameSource#END} */
        long read() throws IOException;
    }

    /** @param source at its beginning; stays the caller's */
    PartReader(FrameSource source, Part part, Moments moments) {
        this.source = source;
        this.part = part;
        this.moments = moments;
    }

    /**
     * Reads the next moment of the part.
     *
     * @param sound is left out as far as it comes before the part
     * @return its time, or {@link FrameSource#END} behind the last
     */
    long next(RenderSound sound) throws IOException, InterruptedException {
        if (given == part.frames()) {
            return FrameSource.END;
        }
        long nanos = nextWithin(sound);
        if (nanos != FrameSource.END) {
            given++;
            lastNanos = nanos;
            endNanos = nanos + interval();
        }
        return nanos;
    }

    private long interval() {
        return Math.round(1e9 / source.info().framesPerSecond());
    }

    /** When the part is over, now that all of it was read. */
    long endNanos() {
        return endNanos;
    }

    /** Until when its last moment is shown; {@link FrameSource#END} where neither source nor part say so. */
    long lastUntil() {
        return lastUntil;
    }

    /**
     * Behind the last moment of a live source: reads another for the sake of the sound, which may come later than the
     * pictures it belongs to. What it shows is not wanted.
     *
     * @return whether sound may still come
     */
    boolean readOn() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            long nanos = source.info().live() ? read() : FrameSource.END;
            return nanos != FrameSource.END && nanos < endNanos + SOUND_PATIENCE_NANOS;
        } catch (IOException gone) { // all that was asked for is there
            return false;
        }
    }

    private long nextWithin(RenderSound sound) throws IOException, InterruptedException {
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            long nanos = read();
            if (nanos == FrameSource.END) {
                endNanos = end();
                lastUntil = Math.min(source.shownUntil(), endNanos);
                return nanos;
            }
            if (part.ends(seconds(nanos) + tolerance())) {
                endNanos = Math.min(end(), nanos);
                lastUntil = endNanos;
                return FrameSource.END;
            }
            if (part.begins(seconds(nanos))) {
                return nanos;
            }
            sound.until(nanos);
            pass();
        }
    }

    /** Live, times tremble: the part ends at the picture that is the nearest to its end. */
    private double tolerance() {
        return source.info().live() ? interval() / 2e9 : 0;
    }

    /** Pictures that begin within the part are shown whole. */
    private long end() {
        return Math.max(part.endNanos(firstNanos), lastNanos + interval());
    }

    /** Behind the first moment, which says when the source begins, it goes where the part begins. */
    private void pass() throws IOException {
        if (momentsRead == 1 && !source.info().live()) {
            source.seek(firstNanos + part.startNanos());
        }
    }

    private long read() throws IOException {
        long nanos = moments.read();
        if (nanos != FrameSource.END && momentsRead++ == 0) {
            firstNanos = nanos;
        }
        return nanos;
    }

    private double seconds(long nanos) {
        return (nanos - firstNanos) / 1e9;
    }
}
