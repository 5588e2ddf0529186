package io.github.slitstream.kernel.vector;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShuffle;

/** A row with its pixels in reverse order. */
final class ReverseRow {
    private static final VectorShuffle<Integer> REVERSED = VectorShuffle.iota(PixelVectors.SPECIES,
            PixelVectors.LANES - 1, -1, false);

    private ReverseRow() {}

    /** @param pixels a multiple of {@link PixelVectors#LANES} */
    static void blocks(MemorySegment in, long inOffset, MemorySegment out, long outOffset, int pixels) {
        long lastBlock = outOffset + (long) (pixels - PixelVectors.LANES) * PixelVectors.BYTES;
        for (int i = 0; i < pixels; i += PixelVectors.LANES) {
            long at = (long) i * PixelVectors.BYTES;
            IntVector block = PixelVectors.load(in, inOffset + at);
            PixelVectors.store(block.rearrange(REVERSED), out, lastBlock - at);
        }
    }
}
