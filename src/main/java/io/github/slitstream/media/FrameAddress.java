package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import java.lang.foreign.MemorySegment;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** A native pointer that can be moved from one frame's pixels to another's without making objects. */
public final class FrameAddress extends BytePointer {
    public FrameAddress() {
        super((Pointer) null);
    }

    public FrameAddress of(Frame frame) {
        return of(frame.pixels());
    }

    public FrameAddress of(MemorySegment pixels) {
        address = pixels.address();
        position = 0;
        limit = pixels.byteSize();
        capacity = limit;
        return this;
    }
}
