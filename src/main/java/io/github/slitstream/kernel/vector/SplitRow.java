package io.github.slitstream.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.MUL;

import io.github.slitstream.kernel.PlaneKernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** Packed BGRA to one float for each channel, or for the luma of all three. */
final class SplitRow {
    private static final VectorSpecies<Float> FLOATS = PixelLanes.SPECIES.withLanes(float.class);
    private static final IntVector LOWEST_BYTE = IntVector.broadcast(PixelLanes.SPECIES, 0xff);
    private static final IntVector OF_BLUE = IntVector.broadcast(PixelLanes.SPECIES, PlaneKernels.LUMA_OF_BLUE);
    private static final IntVector OF_GREEN = IntVector.broadcast(PixelLanes.SPECIES, PlaneKernels.LUMA_OF_GREEN);
    private static final IntVector OF_RED = IntVector.broadcast(PixelLanes.SPECIES, PlaneKernels.LUMA_OF_RED);

    private SplitRow() {}

    /**
     * @param in address of the row
     * @param pixels a multiple of {@link PixelLanes#LANES}
     */
    static void channels(long in, float[] planes, int at, int step, int pixels) {
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            IntVector block = PixelLanes.load(in + (long) i * PixelLanes.BYTES);
            Lanes.floats(block.lanewise(AND, LOWEST_BYTE)).intoArray(planes, at + i);
            Lanes.floats(block.lanewise(LSHR, 8).lanewise(AND, LOWEST_BYTE)).intoArray(planes, at + step + i);
            Lanes.floats(block.lanewise(LSHR, 16).lanewise(AND, LOWEST_BYTE)).intoArray(planes, at + 2 * step + i);
        }
    }

    /** As {@link #channels}, for the luma. */
    static void luma(long in, float[] luma, int at, int pixels) {
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            IntVector block = PixelLanes.load(in + (long) i * PixelLanes.BYTES);
            IntVector blue = block.lanewise(AND, LOWEST_BYTE).lanewise(MUL, OF_BLUE);
            IntVector green = block.lanewise(LSHR, 8).lanewise(AND, LOWEST_BYTE).lanewise(MUL, OF_GREEN);
            IntVector red = block.lanewise(LSHR, 16).lanewise(AND, LOWEST_BYTE).lanewise(MUL, OF_RED);
            Lanes.floats(blue.lanewise(ADD, green).lanewise(ADD, red)).intoArray(luma, at + i);
        }
    }

    /** What is compiled into the loops above. */
    private static final class Lanes {
        private Lanes() {}

        static FloatVector floats(IntVector numbers) {
            return (FloatVector) numbers.convertShape(I2F, FLOATS, 0);
        }
    }
}
