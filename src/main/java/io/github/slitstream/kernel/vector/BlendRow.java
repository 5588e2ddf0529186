package io.github.slitstream.kernel.vector;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;

/** Two rows blended with one weight. */
final class BlendRow {
    private BlendRow() {}

    /**
     * @param a address of the first row, as are b and out
     * @param pixels a multiple of {@link PixelVectors#LANES}
     */
    static void blocks(long a, long b, int weight, long out, int pixels) {
        ShortVector weights = PixelVectors.weights(IntVector.broadcast(PixelVectors.SPECIES, weight));
        for (int i = 0; i < pixels; i += PixelVectors.LANES) {
            long at = (long) i * PixelVectors.BYTES;
            IntVector blended = PixelVectors.blend(PixelVectors.load(a + at), PixelVectors.load(b + at), weights);
            blended.intoMemorySegment(NativeMemory.EVERYWHERE, out + at, PixelVectors.ORDER);
        }
    }
}
