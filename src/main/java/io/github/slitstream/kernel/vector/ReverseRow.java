package io.github.slitstream.kernel.vector;

import jdk.incubator.vector.VectorShuffle;

/** A row with its pixels in reverse order. */
final class ReverseRow {
    private static final VectorShuffle<Integer> REVERSED = VectorShuffle.iota(PixelVectors.SPECIES,
            PixelVectors.LANES - 1, -1, false);

    private ReverseRow() {}

    /**
     * @param in address of the row, as is out
     * @param pixels a multiple of {@link PixelVectors#LANES}
     */
    static void blocks(long in, long out, int pixels) {
        long lastBlock = out + (long) (pixels - PixelVectors.LANES) * PixelVectors.BYTES;
        for (int i = 0; i < pixels; i += PixelVectors.LANES) {
            long at = (long) i * PixelVectors.BYTES;
            PixelVectors.load(in + at).rearrange(REVERSED).intoMemorySegment(NativeMemory.EVERYWHERE, lastBlock - at,
                    PixelVectors.ORDER);
        }
    }
}
