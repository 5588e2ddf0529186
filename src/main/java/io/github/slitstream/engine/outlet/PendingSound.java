package io.github.slitstream.engine.outlet;

import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SoundBlock;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Sound of a recording that no picture has caught up with. Any thread adds, that of the recording writes. */
final class PendingSound {
    /** Blocks; more than the longest delay. */
    private static final int MOST = 5_000;

    private final Deque<SoundBlock> blocks = new ArrayDeque<>();
    /** Of what came last; above all moments where nothing has come. */
    private long endNanos = Long.MAX_VALUE;

    /** @return whether there was room; otherwise the oldest was dropped */
    synchronized boolean add(SoundBlock sound) {
        endNanos = sound.endNanos();
        blocks.add(sound);
        if (blocks.size() <= MOST) {
            return true;
        }
        blocks.remove();
        return false;
    }

    synchronized void clear() {
        blocks.clear();
        endNanos = Long.MAX_VALUE;
    }

    /** Whether there is sound, and what has come of it ends before a moment. */
    synchronized boolean endsBefore(long nanos) {
        return endNanos < nanos;
    }

    /** Writes what begins before a moment. */
    void writeBefore(long nanos, Sink sink, long firstNanos) throws IOException {
        for (SoundBlock next = take(nanos); next != null; next = take(nanos)) {
            write(next, sink, firstNanos);
        }
    }

    /** Writes what is before a moment; the block in which that lies is cut there. */
    void writeUntil(long nanos, Sink sink, long firstNanos) throws IOException {
        for (SoundBlock next = take(nanos); next != null; next = take(nanos)) {
            write(next.until(nanos), sink, firstNanos);
        }
    }

    private synchronized @Nullable SoundBlock take(long beforeNanos) {
        SoundBlock next = blocks.peek();
        return next != null && next.capturedNanos() < beforeNanos ? blocks.remove() : null;
    }

    private static void write(SoundBlock sound, Sink sink, long firstNanos) throws IOException {
        if (sound.endNanos() > firstNanos) {
            sink.write(sound, sound.capturedNanos() - firstNanos);
        }
    }
}
