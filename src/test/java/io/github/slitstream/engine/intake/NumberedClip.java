package io.github.slitstream.engine.intake;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceOpener;
import io.github.slitstream.frame.SourceRequest;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * Opens a hundred frames whatever is asked for.
 *
 * @param period nanoseconds from one frame to the next
 */
record NumberedClip(long period) implements SourceOpener {
    static final int FRAMES = 100;

    @Override
    public FrameSource open(SourceRequest request) {
        return new Numbered(period);
    }

    @Override
    public List<Camera> cameras() {
        return List.of();
    }

    /** Each frame's first byte is its number. */
    private static final class Numbered implements FrameSource {
        private final long period;
        private int next;

        Numbered(long period) {
            this.period = period;
        }

        @Override
        public SourceInfo info() {
            return new SourceInfo("clip", "clip", new FrameSize(1, 1), 1e9 / period, false, FRAMES, "");
        }

        @Override
        public long read(Frame target) {
            if (next == FRAMES) {
                return END;
            }
            target.pixels().set(ValueLayout.JAVA_BYTE, 0, (byte) next);
            return next++ * period;
        }

        @Override
        public void rewind() {
            next = 0;
        }

        @Override
        public void seek(long nanos) {
            next = (int) Math.min(FRAMES - 1, nanos / period);
        }

        @Override
        public void close() {}
    }
}
