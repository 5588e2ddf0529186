package io.github.slitstream.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.MUL;
import static jdk.incubator.vector.VectorOperators.OR;

import jdk.incubator.vector.IntVector;

/** The mean of rows, and a row of the channels of three. */
final class MeanRow {
    private static final IntVector TWO_CHANNELS = IntVector.broadcast(PixelLanes.SPECIES, 0x00ff00ff);
    private static final IntVector LOWER = IntVector.broadcast(PixelLanes.SPECIES, 0xffff);
    private static final IntVector BLUE = IntVector.broadcast(PixelLanes.SPECIES, 0x000000ff);
    private static final IntVector GREEN_AND_ALPHA = IntVector.broadcast(PixelLanes.SPECIES, 0xff00ff00);
    private static final IntVector RED = IntVector.broadcast(PixelLanes.SPECIES, 0x00ff0000);
    private static final int RECIPROCAL_BITS = 16;

    private MeanRow() {}

    /**
     * @param in address of the first row
     * @param pixels a multiple of those of a register
     */
    static void blocks(long in, long step, int rows, long out, int pixels) {
        // The sum is below 2048 and rows are at most 8: rounded up, the reciprocal cannot lift a quotient.
        IntVector reciprocal = IntVector.broadcast(PixelLanes.SPECIES, ((1 << RECIPROCAL_BITS) + rows - 1) / rows);
        IntVector half = IntVector.broadcast(PixelLanes.SPECIES, rows / 2);
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            long at = in + (long) i * PixelLanes.BYTES;
            IntVector even = PixelLanes.load(at).lanewise(AND, TWO_CHANNELS);
            IntVector odd = PixelLanes.load(at).lanewise(LSHR, 8).lanewise(AND, TWO_CHANNELS);
            for (int row = 1; row < rows; row++) {
                IntVector pixel = PixelLanes.load(at + row * step);
                even = even.lanewise(ADD, pixel.lanewise(AND, TWO_CHANNELS));
                odd = odd.lanewise(ADD, pixel.lanewise(LSHR, 8).lanewise(AND, TWO_CHANNELS));
            }
            MomentLanes.mean(even, half, reciprocal).lanewise(OR, MomentLanes.mean(odd, half, reciprocal)
                    .lanewise(LSHL, 8)).intoMemorySegment(NativeMemory.EVERYWHERE, out + (long) i * PixelLanes.BYTES,
                            PixelLanes.ORDER);
        }
    }

    /** Parameters as in {@link #blocks}. */
    static void merged(long in, long step, long out, int pixels) {
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            long at = in + (long) i * PixelLanes.BYTES;
            PixelLanes.load(at).lanewise(AND, BLUE)
                    .lanewise(OR, PixelLanes.load(at + step).lanewise(AND, GREEN_AND_ALPHA))
                    .lanewise(OR, PixelLanes.load(at + 2 * step).lanewise(AND, RED))
                    .intoMemorySegment(NativeMemory.EVERYWHERE, out + (long) i * PixelLanes.BYTES, PixelLanes.ORDER);
        }
    }

    /** Two sums of a channel in each lane. */
    private static final class MomentLanes {
        private MomentLanes() {}

        static IntVector mean(IntVector sums, IntVector half, IntVector reciprocal) {
            IntVector low = sums.lanewise(AND, LOWER).lanewise(ADD, half).lanewise(MUL, reciprocal)
                    .lanewise(LSHR, RECIPROCAL_BITS);
            IntVector high = sums.lanewise(LSHR, 16).lanewise(ADD, half).lanewise(MUL, reciprocal)
                    .lanewise(LSHR, RECIPROCAL_BITS);
            return low.lanewise(OR, high.lanewise(LSHL, 16));
        }
    }
}
