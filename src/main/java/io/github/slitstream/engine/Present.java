package io.github.slitstream.engine;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;

/** A history of one frame: all that an effect which does not look back needs. */
record Present(Frame frame) implements FrameHistory {
    @Override
    public FrameSize size() {
        return frame.size();
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
    public MemorySegment memory() {
        return frame.pixels();
    }

    @Override
    public long offset(int age) {
        return 0;
    }

    @Override
    public long capturedNanos(int age) {
        return frame.capturedNanos();
    }
}
