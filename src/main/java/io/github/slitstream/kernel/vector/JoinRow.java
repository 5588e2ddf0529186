package io.github.slitstream.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.F2I;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.MUL;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.SUB;

import io.github.slitstream.kernel.PlaneKernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** Floats of single channels back to packed BGRA. */
final class JoinRow {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final IntVector ALPHA = IntVector.broadcast(PixelLanes.SPECIES, 0xff000000);
    private static final IntVector LOWEST_BYTE = IntVector.broadcast(PixelLanes.SPECIES, 0xff);
    private static final FloatVector DARKEST = FloatVector.zero(FLOATS);
    private static final FloatVector BRIGHTEST = FloatVector.broadcast(FLOATS, 255);
    private static final FloatVector LUMA = FloatVector.broadcast(FLOATS, 1f / PlaneKernels.LUMA_UNIT);

    private JoinRow() {}

    /**
     * @param in address of the row whose alpha is kept, as is out
     * @param pixels a multiple of {@link PixelLanes#LANES}
     */
    static void channels(float[] planes, int at, int step, float scale, float lift, long in, long out, int pixels) {
        FloatVector scales = FloatVector.broadcast(FLOATS, scale);
        FloatVector lifts = FloatVector.broadcast(FLOATS, lift);
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            long byteAt = (long) i * PixelLanes.BYTES;
            IntVector blue = Lanes.levels(
                    FloatVector.fromArray(FLOATS, planes, at + i).lanewise(MUL, scales).lanewise(ADD, lifts));
            IntVector green = Lanes.levels(
                    FloatVector.fromArray(FLOATS, planes, at + step + i).lanewise(MUL, scales).lanewise(ADD, lifts));
            IntVector red = Lanes.levels(FloatVector.fromArray(FLOATS, planes, at + 2 * step + i).lanewise(MUL, scales)
                    .lanewise(ADD, lifts));
            PixelLanes.load(in + byteAt).lanewise(AND, ALPHA).lanewise(OR, blue)
                    .lanewise(OR, green.lanewise(LSHL, 8)).lanewise(OR, red.lanewise(LSHL, 16))
                    .intoMemorySegment(NativeMemory.EVERYWHERE, out + byteAt, PixelLanes.ORDER);
        }
    }

    /** As {@link #channels}, with the change of the luma added to every channel. */
    static void relit(float[] target, int targetAt, float scale, float lift, float[] luma, int lumaAt, long in,
            long out,
            int pixels) {
        FloatVector scales = FloatVector.broadcast(FLOATS, scale);
        FloatVector lifts = FloatVector.broadcast(FLOATS, lift);
        for (int i = 0; i < pixels; i += PixelLanes.LANES) {
            long byteAt = (long) i * PixelLanes.BYTES;
            IntVector block = PixelLanes.load(in + byteAt);
            FloatVector before = FloatVector.fromArray(FLOATS, luma, lumaAt + i).lanewise(MUL, LUMA);
            FloatVector change = FloatVector.fromArray(FLOATS, target, targetAt + i).lanewise(MUL, scales)
                    .lanewise(ADD, lifts.lanewise(SUB, before));
            IntVector blue = Lanes.levels(Lanes.channel(block, 0).lanewise(ADD, change));
            IntVector green = Lanes.levels(Lanes.channel(block, 8).lanewise(ADD, change));
            IntVector red = Lanes.levels(Lanes.channel(block, 16).lanewise(ADD, change));
            block.lanewise(AND, ALPHA).lanewise(OR, blue).lanewise(OR, green.lanewise(LSHL, 8))
                    .lanewise(OR, red.lanewise(LSHL, 16))
                    .intoMemorySegment(NativeMemory.EVERYWHERE, out + byteAt, PixelLanes.ORDER);
        }
    }

    /** What is compiled into the loops above. */
    private static final class Lanes {
        private Lanes() {}

        static FloatVector channel(IntVector block, int shift) {
            return (FloatVector) block.lanewise(LSHR, shift).lanewise(AND, LOWEST_BYTE).convertShape(I2F, FLOATS, 0);
        }

        static IntVector levels(FloatVector values) {
            return (IntVector) values.lanewise(MAX, DARKEST).lanewise(MIN, BRIGHTEST).convertShape(F2I,
                    PixelLanes.SPECIES, 0);
        }
    }
}
