package io.github.slitstream.bench.row;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.OffHeap;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;

/** Pictures that nobody can guess: opaque noise. */
final class Noise {
    private static final int OPAQUE = 0xff << 24;

    private Noise() {}

    static Frame picture(FrameSize size, Arena arena) {
        Frame picture = Frame.allocate(size, arena);
        picture.pixels().copyFrom(pictures(size, 1, arena));
        return picture;
    }

    /** So many pictures one after another, packed BGRA. */
    static MemorySegment pictures(FrameSize size, int count, Arena arena) {
        MemorySegment pictures = OffHeap.allocate(size.bytes() * count, arena);
        SplittableRandom random = new SplittableRandom(1);
        for (long at = 0; at < pictures.byteSize(); at += FrameSize.BYTES_PER_PIXEL) {
            pictures.set(ValueLayout.JAVA_INT, at, random.nextInt() | OPAQUE);
        }
        return pictures;
    }
}
