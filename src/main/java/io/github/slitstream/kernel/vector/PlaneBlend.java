package io.github.slitstream.kernel.vector;

/**
 * Blends pixels of two planes by weights of a third. One blend in one loop: several in one would be more than the
 * compiler inlines, and it would leave vectors in memory.
 */
final class PlaneBlend {
    private PlaneBlend() {}

    /**
     * All parameters but the last are addresses, of an int for each pixel.
     *
     * @param weights of b, 0 … 256
     * @param to may be one of the others
     * @param pixels a multiple of the pixels of a register
     */
    static void blend(long a, long b, long weights, long to, int pixels) {
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            long at = (long) i * PixelLanes.BYTES;
            PixelLanes
                    .blend(PixelLanes.load(a + at), PixelLanes.load(b + at),
                            PixelLanes.weights(PixelLanes.load(weights + at)))
                    .intoMemorySegment(NativeMemory.EVERYWHERE, to + at, PixelLanes.ORDER);
        }
    }
}
