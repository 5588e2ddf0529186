package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.Kernels;
import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** Blue, green and red mixed linearly. */
final class ColourRow {
    private static final int HALF = 1 << (Kernels.COLOUR_BITS - 1);
    private static final int ALPHA = 0xff000000;
    private static final int BRIGHTEST = 255;

    private ColourRow() {}

    /** @param pixels a multiple of {@link PixelVectors#LANES} */
    static void blocks(MemorySegment in, long inOffset, int[] matrix, MemorySegment out, long outOffset, int pixels) {
        for (int i = 0; i < pixels; i += PixelVectors.LANES) {
            long at = (long) i * PixelVectors.BYTES;
            IntVector block = PixelVectors.load(in, inOffset + at);
            IntVector blue = block.and(0xff);
            IntVector green = block.lanewise(VectorOperators.LSHR, 8).and(0xff);
            IntVector red = block.lanewise(VectorOperators.LSHR, 16).and(0xff);
            IntVector mixed = mixed(matrix, 0, blue, green, red)
                    .or(mixed(matrix, 4, blue, green, red).lanewise(VectorOperators.LSHL, 8))
                    .or(mixed(matrix, 8, blue, green, red).lanewise(VectorOperators.LSHL, 16));
            PixelVectors.store(block.and(ALPHA).or(mixed), out, outOffset + at);
        }
    }

    private static IntVector mixed(int[] matrix, int row, IntVector blue, IntVector green, IntVector red) {
        return blue.mul(matrix[row]).add(green.mul(matrix[row + 1])).add(red.mul(matrix[row + 2]))
                .add(matrix[row + 3] + HALF).lanewise(VectorOperators.ASHR, Kernels.COLOUR_BITS).max(0).min(BRIGHTEST);
    }
}
