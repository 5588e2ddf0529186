package io.github.slitstream.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.MUL;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.SUB;

import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.Kernels;
import java.nio.ByteOrder;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocks of packed BGRA pixels in registers: a pixel is one int lane, blue in its lowest byte.
 *
 * <p>
 * Vectors stay in registers only where all calls on them are compiled into their loop: keep methods small, species
 * static and final, and store a finished block without a helper (late in a long method the compiler still inlines the
 * Vector API's methods, but no longer ours). Shift ints, not shorts: only their shifts take the distance from the
 * instruction.
 */
final class PixelVectors {
    /** The widest of this machine, but no wider than the blocks that delays are summarised by. */
    static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED.length() > Delays.BLOCK
            ? IntVector.SPECIES_512
            : IntVector.SPECIES_PREFERRED;
    /** Pixels of a block. */
    static final int LANES = SPECIES.length();
    /** Bytes of a pixel. */
    static final int BYTES = Integer.BYTES;
    /** Bytes of a block. */
    static final int BLOCK = LANES * BYTES;

    static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    /** The same registers with each pixel as two shorts. */
    private static final VectorSpecies<Short> SHORTS = SPECIES.withLanes(short.class);
    private static final IntVector EVEN_CHANNELS = IntVector.broadcast(SPECIES, 0x00ff00ff);
    private static final IntVector ODD_CHANNELS = IntVector.broadcast(SPECIES, 0xff00ff00);
    private static final IntVector WEIGHT = IntVector.broadcast(SPECIES, Kernels.ONE_FRAME - 1);
    private static final ShortVector ONE = ShortVector.broadcast(SHORTS, 256);
    private static final ShortVector HALF = ShortVector.broadcast(SHORTS, 128);

    private PixelVectors() {}

    static IntVector load(long address) {
        return IntVector.fromMemorySegment(SPECIES, NativeMemory.EVERYWHERE, address, ORDER);
    }

    /** The delays of a block, less an age. */
    static IntVector behind(int[] delays, int index, int age) {
        return IntVector.fromArray(SPECIES, delays, index).lanewise(SUB,
                IntVector.broadcast(SPECIES, age << Kernels.DELAY_BITS));
    }

    /** The weights of delays less an age, in their bits behind the point, as {@link #weights} gives them. */
    static ShortVector weightsOf(IntVector behind) {
        return weights(behind.lanewise(AND, WEIGHT));
    }

    /** A weight of 0 … 256 for each pixel, as {@link #blend} takes it: twice, for two channels. */
    static ShortVector weights(IntVector ofPixels) {
        return (ShortVector) ofPixels.lanewise(OR, ofPixels.lanewise(LSHL, 16)).reinterpretShape(SHORTS, 0);
    }

    /**
     * {@code (a·(256 − weight) + b·weight + 128) >> 8} in each channel: first two of a pixel's channels, then the other
     * two, each in a short of its own, which the sum just fits (255·256 + 128 at most).
     */
    static IntVector blend(IntVector a, IntVector b, ShortVector weights) {
        ShortVector rest = ONE.lanewise(SUB, weights);
        IntVector even = sum(a, rest, b, weights).lanewise(LSHR, 8).lanewise(AND, EVEN_CHANNELS);
        IntVector odd = sum(a.lanewise(LSHR, 8), rest, b.lanewise(LSHR, 8), weights).lanewise(AND, ODD_CHANNELS);
        return even.lanewise(OR, odd);
    }

    /**
     * Blends older pixels into newer ones by the weights of their delays, where these lie.
     *
     * @param newer address of the pixels to blend and to write, as older is of those behind them
     * @param pixel index of the first pixel's delay
     */
    static void blendInPlace(long newer, long older, int[] delays, int pixel, int pixels) {
        for (int i = 0; i < pixels; i += LANES) {
            long at = (long) i * BYTES;
            // Written out, since this may be compiled late in a long method.
            IntVector weight = IntVector.fromArray(SPECIES, delays, pixel + i).lanewise(AND, WEIGHT);
            ShortVector weights = (ShortVector) weight.lanewise(OR, weight.lanewise(LSHL, 16))
                    .reinterpretShape(SHORTS, 0);
            ShortVector rest = ONE.lanewise(SUB, weights);
            IntVector a = IntVector.fromMemorySegment(SPECIES, NativeMemory.EVERYWHERE, newer + at, ORDER);
            IntVector b = IntVector.fromMemorySegment(SPECIES, NativeMemory.EVERYWHERE, older + at, ORDER);
            ShortVector evenA = (ShortVector) a.lanewise(AND, EVEN_CHANNELS).reinterpretShape(SHORTS, 0);
            ShortVector evenB = (ShortVector) b.lanewise(AND, EVEN_CHANNELS).reinterpretShape(SHORTS, 0);
            ShortVector oddA = (ShortVector) a.lanewise(LSHR, 8).lanewise(AND, EVEN_CHANNELS)
                    .reinterpretShape(SHORTS, 0);
            ShortVector oddB = (ShortVector) b.lanewise(LSHR, 8).lanewise(AND, EVEN_CHANNELS)
                    .reinterpretShape(SHORTS, 0);
            IntVector even = (IntVector) evenA.lanewise(MUL, rest).lanewise(ADD, evenB.lanewise(MUL, weights))
                    .lanewise(ADD, HALF).reinterpretShape(SPECIES, 0);
            IntVector odd = (IntVector) oddA.lanewise(MUL, rest).lanewise(ADD, oddB.lanewise(MUL, weights))
                    .lanewise(ADD, HALF).reinterpretShape(SPECIES, 0);
            even.lanewise(LSHR, 8).lanewise(AND, EVEN_CHANNELS).lanewise(OR, odd.lanewise(AND, ODD_CHANNELS))
                    .intoMemorySegment(NativeMemory.EVERYWHERE, newer + at, ORDER);
        }
    }

    private static IntVector sum(IntVector a, ShortVector aWeights, IntVector b, ShortVector bWeights) {
        ShortVector ofA = (ShortVector) a.lanewise(AND, EVEN_CHANNELS).reinterpretShape(SHORTS, 0);
        ShortVector ofB = (ShortVector) b.lanewise(AND, EVEN_CHANNELS).reinterpretShape(SHORTS, 0);
        return (IntVector) ofA.lanewise(MUL, aWeights).lanewise(ADD, ofB.lanewise(MUL, bWeights)).lanewise(ADD, HALF)
                .reinterpretShape(SPECIES, 0);
    }
}
