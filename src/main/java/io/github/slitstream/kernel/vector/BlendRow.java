package io.github.slitstream.kernel.vector;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;

/** Two rows blended with one weight. */
final class BlendRow {
    private BlendRow() {}

    /** @param pixels a multiple of {@link PixelVectors#LANES} */
    static void blocks(MemorySegment a, long aOffset, MemorySegment b, long bOffset, int weight, MemorySegment out,
            long outOffset, int pixels) {
        ShortVector weights = PixelVectors.weights(weight);
        for (int i = 0; i < pixels; i += PixelVectors.LANES) {
            long at = (long) i * PixelVectors.BYTES;
            IntVector from = PixelVectors.load(a, aOffset + at);
            IntVector to = PixelVectors.load(b, bOffset + at);
            PixelVectors.store(PixelVectors.blend(from, to, weights), out, outOffset + at);
        }
    }
}
