package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.PlaneKernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Floats of single channels back to packed BGRA. */
final class JoinRow {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int ALPHA = 0xff000000;
    private static final float BRIGHTEST = 255;

    private JoinRow() {}

    /**
     * @param in address of the row whose alpha is kept, as is out
     * @param pixels a multiple of {@link PixelVectors#LANES}
     */
    static void channels(float[] planes, int at, int step, float scale, float lift, long in, long out, int pixels) {
        for (int i = 0; i < pixels; i += PixelVectors.LANES) {
            long byteAt = (long) i * PixelVectors.BYTES;
            IntVector blue = levels(FloatVector.fromArray(FLOATS, planes, at + i).mul(scale).add(lift));
            IntVector green = levels(FloatVector.fromArray(FLOATS, planes, at + step + i).mul(scale).add(lift));
            IntVector red = levels(FloatVector.fromArray(FLOATS, planes, at + 2 * step + i).mul(scale).add(lift));
            PixelVectors.load(in + byteAt).and(ALPHA).or(blue).or(green.lanewise(VectorOperators.LSHL, 8))
                    .or(red.lanewise(VectorOperators.LSHL, 16))
                    .intoMemorySegment(NativeMemory.EVERYWHERE, out + byteAt, PixelVectors.ORDER);
        }
    }

    /** As {@link #channels}, with the change of the luma added to every channel. */
    static void relit(float[] target, int targetAt, float scale, float lift, float[] luma, int lumaAt, long in,
            long out,
            int pixels) {
        FloatVector lifts = FloatVector.broadcast(FLOATS, lift);
        for (int i = 0; i < pixels; i += PixelVectors.LANES) {
            long byteAt = (long) i * PixelVectors.BYTES;
            IntVector block = PixelVectors.load(in + byteAt);
            FloatVector before = FloatVector.fromArray(FLOATS, luma, lumaAt + i).mul(1f / PlaneKernels.LUMA_UNIT);
            FloatVector change = FloatVector.fromArray(FLOATS, target, targetAt + i).mul(scale).add(lifts.sub(before));
            IntVector blue = levels(channel(block, 0).add(change));
            IntVector green = levels(channel(block, 8).add(change));
            IntVector red = levels(channel(block, 16).add(change));
            block.and(ALPHA).or(blue).or(green.lanewise(VectorOperators.LSHL, 8))
                    .or(red.lanewise(VectorOperators.LSHL, 16))
                    .intoMemorySegment(NativeMemory.EVERYWHERE, out + byteAt, PixelVectors.ORDER);
        }
    }

    private static FloatVector channel(IntVector block, int shift) {
        return (FloatVector) block.lanewise(VectorOperators.LSHR, shift).and(0xff).convert(VectorOperators.I2F, 0);
    }

    private static IntVector levels(FloatVector values) {
        return (IntVector) values.max(0).min(BRIGHTEST).convert(VectorOperators.F2I, 0);
    }
}
