package io.github.slitstream.kernel.vector;

import jdk.incubator.vector.VectorShuffle;

/** A row with its pixels in reverse order. */
final class ReverseRow {
    private static final VectorShuffle<Integer> REVERSED = VectorShuffle.iota(PixelLanes.SPECIES,
            PixelLanes.LANES - 1, -1, false);

    private ReverseRow() {}

    /**
     * @param in address of the row, as is out
     * @param pixels a multiple of {@link PixelLanes#LANES}
     */
    static void blocks(long in, long out, int pixels) {
        long lastBlock = out + (long) (pixels - PixelLanes.LANES) * PixelLanes.BYTES;
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            long at = (long) i * PixelLanes.BYTES;
            PixelLanes.load(in + at).rearrange(REVERSED).intoMemorySegment(NativeMemory.EVERYWHERE, lastBlock - at,
                    PixelLanes.ORDER);
        }
    }
}
