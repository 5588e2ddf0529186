package io.github.slitstream.engine.outlet;

import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SoundBlock;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Sound of a recording that no picture has caught up with. Recorder's thread. */
final class PendingSound {
    /** Blocks; more than the longest delay. */
    private static final int MOST = 5_000;

    private final Deque<SoundBlock> blocks = new ArrayDeque<>();

    /** @return whether there was room; otherwise the oldest was dropped */
    boolean add(SoundBlock sound) {
        blocks.add(sound);
        if (blocks.size() <= MOST) {
            return true;
        }
        blocks.remove();
        return false;
    }

    void clear() {
        blocks.clear();
    }

    /** Writes what begins before a moment. */
    void writeBefore(long nanos, Sink sink, long firstNanos) throws IOException {
        for (SoundBlock next = blocks.peek(); next != null && next.capturedNanos() < nanos; next = blocks.peek()) {
            blocks.remove();
            sink.write(next, next.capturedNanos() - firstNanos);
        }
    }
}
