package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.PlaneKernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** Packed BGRA to one float for each channel, or for the luma of all three. */
final class SplitRow {
    private SplitRow() {}

    /**
     * @param in address of the row
     * @param pixels a multiple of {@link PixelVectors#LANES}
     */
    static void channels(long in, float[] planes, int at, int step, int pixels) {
        for (int i = 0; i < pixels; i += PixelVectors.LANES) {
            IntVector block = PixelVectors.load(in + (long) i * PixelVectors.BYTES);
            floats(block.and(0xff)).intoArray(planes, at + i);
            floats(block.lanewise(VectorOperators.LSHR, 8).and(0xff)).intoArray(planes, at + step + i);
            floats(block.lanewise(VectorOperators.LSHR, 16).and(0xff)).intoArray(planes, at + 2 * step + i);
        }
    }

    /** As {@link #channels}, for the luma. Written out, since it may be compiled late in a long method. */
    static void luma(long in, float[] luma, int at, int pixels) {
        for (int i = 0; i < pixels; i += PixelVectors.LANES) {
            IntVector block = IntVector.fromMemorySegment(PixelVectors.SPECIES, NativeMemory.EVERYWHERE,
                    in + (long) i * PixelVectors.BYTES, PixelVectors.ORDER);
            IntVector blue = block.and(0xff).mul(PlaneKernels.LUMA_OF_BLUE);
            IntVector green = block.lanewise(VectorOperators.LSHR, 8).and(0xff).mul(PlaneKernels.LUMA_OF_GREEN);
            IntVector red = block.lanewise(VectorOperators.LSHR, 16).and(0xff).mul(PlaneKernels.LUMA_OF_RED);
            FloatVector sum = (FloatVector) blue.add(green).add(red).convert(VectorOperators.I2F, 0);
            sum.intoArray(luma, at + i);
        }
    }

    private static FloatVector floats(IntVector numbers) {
        return (FloatVector) numbers.convert(VectorOperators.I2F, 0);
    }
}
