package io.github.slitstream.frame;

import java.lang.foreign.MemorySegment;

/** Port: a smaller form in which a ring may keep its frames. Any thread; neither method allocates. */
public interface FramePacking {
    /** Bytes of one packed frame. */
    long bytes(FrameSize size);

    /** Packs a frame into {@code bytes(frame.size())} bytes of some memory, from the offset on. */
    void pack(Frame frame, MemorySegment memory, long offset);

    /** Makes of a packed frame one that can be seen, as far as packing kept it; the time stays as it is. */
    void unpack(MemorySegment memory, long offset, Frame frame);
}
