package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.Kernels;
import java.nio.ByteOrder;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
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

    private static final int EVEN_CHANNELS = 0x00ff00ff;
    private static final int ODD_CHANNELS = 0xff00ff00;
    private static final short ONE = 256;
    private static final short HALF = 128;

    private PixelVectors() {}

    static IntVector load(long address) {
        return IntVector.fromMemorySegment(SPECIES, NativeMemory.EVERYWHERE, address, ORDER);
    }

    /** The delays of a block, less an age. */
    static IntVector behind(int[] delays, int index, int age) {
        return IntVector.fromArray(SPECIES, delays, index).sub(age << Kernels.DELAY_BITS);
    }

    /** A weight of 0 … 256 for each pixel, as {@link #blend} takes it: twice, for two channels. */
    static ShortVector weights(IntVector ofPixels) {
        return ofPixels.or(ofPixels.lanewise(VectorOperators.LSHL, 16)).reinterpretAsShorts();
    }

    /**
     * {@code (a·(256 − weight) + b·weight + 128) >> 8} in each channel: first two of a pixel's channels, then the other
     * two, each in a short of its own, which the sum just fits (255·256 + 128 at most).
     */
    static IntVector blend(IntVector a, IntVector b, ShortVector weights) {
        ShortVector rest = weights.neg().add(ONE);
        IntVector even = sum(a, rest, b, weights).lanewise(VectorOperators.LSHR, 8).and(EVEN_CHANNELS);
        IntVector odd = sum(a.lanewise(VectorOperators.LSHR, 8), rest, b.lanewise(VectorOperators.LSHR, 8), weights)
                .and(ODD_CHANNELS);
        return even.or(odd);
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
            IntVector weight = IntVector.fromArray(SPECIES, delays, pixel + i).and(Kernels.ONE_FRAME - 1);
            ShortVector weights = weight.or(weight.lanewise(VectorOperators.LSHL, 16)).reinterpretAsShorts();
            ShortVector rest = weights.neg().add(ONE);
            IntVector a = IntVector.fromMemorySegment(SPECIES, NativeMemory.EVERYWHERE, newer + at, ORDER);
            IntVector b = IntVector.fromMemorySegment(SPECIES, NativeMemory.EVERYWHERE, older + at, ORDER);
            IntVector even = a.and(EVEN_CHANNELS).reinterpretAsShorts().mul(rest)
                    .add(b.and(EVEN_CHANNELS).reinterpretAsShorts().mul(weights)).add(HALF).reinterpretAsInts();
            IntVector odd = a.lanewise(VectorOperators.LSHR, 8).and(EVEN_CHANNELS).reinterpretAsShorts().mul(rest)
                    .add(b.lanewise(VectorOperators.LSHR, 8).and(EVEN_CHANNELS).reinterpretAsShorts().mul(weights))
                    .add(HALF).reinterpretAsInts();
            even.lanewise(VectorOperators.LSHR, 8).and(EVEN_CHANNELS).or(odd.and(ODD_CHANNELS))
                    .intoMemorySegment(NativeMemory.EVERYWHERE, newer + at, ORDER);
        }
    }

    private static IntVector sum(IntVector a, ShortVector aWeights, IntVector b, ShortVector bWeights) {
        ShortVector fromA = a.and(EVEN_CHANNELS).reinterpretAsShorts().mul(aWeights);
        ShortVector fromB = b.and(EVEN_CHANNELS).reinterpretAsShorts().mul(bWeights);
        return fromA.add(fromB).add(HALF).reinterpretAsInts();
    }
}
