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
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.IntVector;

/** Blue, green and red mixed linearly. */
final class ColourRow {
    private static final int COLOURS = 3;
    /** Numbers of the matrix for one channel. */
    private static final int ROW = COLOURS + 1;
    private static final int HALF = 1 << (Kernels.COLOUR_BITS - 1);
    private static final IntVector DARKEST = IntVector.zero(PixelLanes.SPECIES);
    private static final IntVector BRIGHTEST = IntVector.broadcast(PixelLanes.SPECIES, 255);
    /** Where a thread keeps each number of the matrix as often as a register has lanes. */
    private static final ThreadLocal<MemorySegment> SPREAD = ThreadLocal.withInitial(
            () -> Arena.ofAuto().allocate((long) COLOURS * ROW * PixelLanes.BLOCK, PixelLanes.BLOCK));

    private ColourRow() {}

    /**
     * @param in address of the row, as is out
     * @param pixels a multiple of {@link PixelLanes#LANES}
     */
    static void blocks(long in, int[] matrix, long out, int pixels) {
        long spread = SPREAD.get().address();
        spread(matrix, spread);
        mix(in, spread, out, pixels);
    }

    private static void spread(int[] matrix, long to) {
        for (int i = 0; i < COLOURS * ROW; i++) {
            int half = i % ROW == COLOURS ? HALF : 0;
            IntVector.broadcast(PixelLanes.SPECIES, matrix[i] + half).intoMemorySegment(NativeMemory.EVERYWHERE,
                    to + (long) i * PixelLanes.BLOCK, PixelLanes.ORDER);
        }
    }

    /**
     * The channels are a loop, since the compiler unrolls it only after it has inlined what it calls. Written out three
     * times, they have almost as many nodes as it inlines anything into.
     */
    private static void mix(long in, long spread, long out, int pixels) {
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            long at = (long) i * PixelLanes.BYTES;
            IntVector block = PixelLanes.load(in + at);
            IntVector blue = block.lanewise(AND, BRIGHTEST);
            IntVector green = block.lanewise(LSHR, 8).lanewise(AND, BRIGHTEST);
            IntVector red = block.lanewise(LSHR, 16).lanewise(AND, BRIGHTEST);
            IntVector mixed = block.lanewise(LSHR, 24);
            for (int channel = COLOURS - 1; channel >= 0; channel--) {
                IntVector level = Lanes.level(spread + (long) channel * ROW * PixelLanes.BLOCK, blue, green, red);
                mixed = mixed.lanewise(LSHL, 8).lanewise(OR, level);
            }
            mixed.intoMemorySegment(NativeMemory.EVERYWHERE, out + at, PixelLanes.ORDER);
        }
    }

    /** What is compiled into the loops above. */
    private static final class Lanes {
        private Lanes() {}

        /** @param row address of what blue, green and red are multiplied by, and of what is added */
        static IntVector level(long row, IntVector blue, IntVector green, IntVector red) {
            return blue.lanewise(MUL, PixelLanes.load(row))
                    .lanewise(ADD, green.lanewise(MUL, PixelLanes.load(row + PixelLanes.BLOCK)))
                    .lanewise(ADD, red.lanewise(MUL, PixelLanes.load(row + 2L * PixelLanes.BLOCK)))
                    .lanewise(ADD, PixelLanes.load(row + 3L * PixelLanes.BLOCK))
                    .lanewise(ASHR, Kernels.COLOUR_BITS).lanewise(MAX, DARKEST).lanewise(MIN, BRIGHTEST);
        }
    }
}
