package io.github.slitstream.engine;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** A history of one frame: all that an effect which does not look back needs. */
final class Present implements FrameHistory {
    private @Nullable Frame frame;

    /** Makes this frame the present. */
    void show(Frame newest) {
        frame = newest;
    }

    /** @throws IllegalStateException if none was shown */
    Frame frame() {
        Frame shown = frame;
        if (shown == null) {
            throw new IllegalStateException("nothing is present yet");
        }
        return shown;
    }

    @Override
    public FrameSize size() {
        return frame().size();
    }

    @Override
    public int views() {
        return 1;
    }

    @Override
    public int capacity() {
        return 1;
    }

    @Override
    public int length() {
        return 1;
    }

    @Override
    public Frame now() {
        return frame();
    }

    @Override
    public boolean isPacked() {
        return false;
    }

    @Override
    public MemorySegment memory() {
        return frame().pixels();
    }

    @Override
    public long offset(int age, int view) {
        return 0;
    }

    @Override
    public long capturedNanos(int age) {
        return frame().capturedNanos();
    }
}
