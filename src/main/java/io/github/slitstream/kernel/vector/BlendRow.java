package io.github.slitstream.kernel.vector;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;

/** Two rows blended with one weight. */
final class BlendRow {
    private BlendRow() {}

    /**
     * @param a address of the first row, as are b and out
     * @param pixels a multiple of {@link PixelLanes#LANES}
     */
    static void blocks(long a, long b, int weight, long out, int pixels) {
        ShortVector weights = PixelLanes.weights(IntVector.broadcast(PixelLanes.SPECIES, weight));
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            long at = (long) i * PixelLanes.BYTES;
            IntVector blended = PixelLanes.blend(PixelLanes.load(a + at), PixelLanes.load(b + at), weights);
            blended.intoMemorySegment(NativeMemory.EVERYWHERE, out + at, PixelLanes.ORDER);
        }
    }
}
