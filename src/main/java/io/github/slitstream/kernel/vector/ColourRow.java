package io.github.slitstream.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.MUL;
import static jdk.incubator.vector.VectorOperators.OR;

import io.github.slitstream.kernel.Kernels;
import jdk.incubator.vector.IntVector;

/** Blue, green and red mixed linearly. */
final class ColourRow {
    private static final int HALF = 1 << (Kernels.COLOUR_BITS - 1);
    private static final IntVector ALPHA = IntVector.broadcast(PixelLanes.SPECIES, 0xff000000);
    private static final IntVector DARKEST = IntVector.zero(PixelLanes.SPECIES);
    private static final IntVector BRIGHTEST = IntVector.broadcast(PixelLanes.SPECIES, 255);

    private ColourRow() {}

    /**
     * @param in address of the row, as is out
     * @param pixels a multiple of {@link PixelLanes#LANES}
     */
    static void blocks(long in, int[] matrix, long out, int pixels) {
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            long at = (long) i * PixelLanes.BYTES;
            IntVector block = PixelLanes.load(in + at);
            IntVector blue = block.lanewise(AND, BRIGHTEST);
            IntVector green = block.lanewise(LSHR, 8).lanewise(AND, BRIGHTEST);
            IntVector red = block.lanewise(LSHR, 16).lanewise(AND, BRIGHTEST);
            IntVector mixed = Lanes.mixed(matrix, 0, blue, green, red)
                    .lanewise(OR, Lanes.mixed(matrix, 4, blue, green, red).lanewise(LSHL, 8))
                    .lanewise(OR, Lanes.mixed(matrix, 8, blue, green, red).lanewise(LSHL, 16));
            block.lanewise(AND, ALPHA).lanewise(OR, mixed).intoMemorySegment(NativeMemory.EVERYWHERE, out + at,
                    PixelLanes.ORDER);
        }
    }

    /** What is compiled into the loops above. */
    private static final class Lanes {
        private Lanes() {}

        static IntVector mixed(int[] matrix, int row, IntVector blue, IntVector green, IntVector red) {
            return blue.lanewise(MUL, all(matrix[row])).lanewise(ADD, green.lanewise(MUL, all(matrix[row + 1])))
                    .lanewise(ADD, red.lanewise(MUL, all(matrix[row + 2]))).lanewise(ADD, all(matrix[row + 3] + HALF))
                    .lanewise(ASHR, Kernels.COLOUR_BITS).lanewise(MAX, DARKEST).lanewise(MIN, BRIGHTEST);
        }

        static IntVector all(int value) {
            return IntVector.broadcast(PixelLanes.SPECIES, value);
        }
    }
}
