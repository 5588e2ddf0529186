package io.github.slitstream.bench.row;

import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;

/** Pictures that no side can guess: opaque noise. */
final class Noise {
    private static final int OPAQUE = 0xff << 24;
    private static final long CACHE_LINE = 64;

    private Noise() {}

    /** So many pictures one after another, packed BGRA. */
    static MemorySegment pictures(FrameSize size, int count, Arena arena) {
        MemorySegment pictures = arena.allocate(size.bytes() * count, CACHE_LINE);
        SplittableRandom random = new SplittableRandom(1);
        for (long at = 0; at < pictures.byteSize(); at += FrameSize.BYTES_PER_PIXEL) {
            pictures.set(ValueLayout.JAVA_INT, at, random.nextInt() | OPAQUE);
        }
        return pictures;
    }
}
