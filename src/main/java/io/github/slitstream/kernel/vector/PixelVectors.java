package io.github.slitstream.kernel.vector;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocks of packed BGRA pixels in registers: a pixel is one int lane, blue in its lowest byte, or two short lanes of two
 * channels each.
 *
 * <p>
 * Vectors stay in registers only where all calls on them are compiled into their loop: keep methods small, species static and final.
 */
final class PixelVectors {
    static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();
    static final int BYTES = Integer.BYTES;

    private static final VectorSpecies<Short> CHANNELS = VectorSpecies.of(short.class, SPECIES.vectorShape());
    private static final short LOW_CHANNEL = 0xff;
    private static final short HIGH_CHANNEL = (short) 0xff00;
    private static final short HALF = 0x80;

    private PixelVectors() {}

    static IntVector load(MemorySegment memory, long offset) {
        return IntVector.fromMemorySegment(SPECIES, memory, offset, ByteOrder.LITTLE_ENDIAN);
    }

    static void store(IntVector pixels, MemorySegment memory, long offset) {
        pixels.intoMemorySegment(memory, offset, ByteOrder.LITTLE_ENDIAN);
    }

    /** One weight for every channel, as {@link #blend} takes it. */
    static ShortVector weights(int weight) {
        return ShortVector.broadcast(CHANNELS, weight);
    }

    /** One weight of 0 … 256 for each pixel, as {@link #blend} takes it. */
    static ShortVector weights(IntVector ofPixels) {
        return ofPixels.or(ofPixels.lanewise(VectorOperators.LSHL, 16)).reinterpretAsShorts();
    }

    /**
     * {@code (a·256 + (b − a)·weight + 128) >> 8} in each channel. A short lane holds two channels; each is worked on in all 16
     * bits, which its sum just fits: 255·256 + 128 at most, and never negative.
     */
    static IntVector blend(IntVector a, IntVector b, ShortVector weights) {
        ShortVector from = a.reinterpretAsShorts();
        ShortVector to = b.reinterpretAsShorts();
        ShortVector low = to.and(LOW_CHANNEL).sub(from.and(LOW_CHANNEL)).mul(weights)
                .add(from.lanewise(VectorOperators.LSHL, 8)).add(HALF).lanewise(VectorOperators.LSHR, 8);
        ShortVector high = to.lanewise(VectorOperators.LSHR, 8).sub(from.lanewise(VectorOperators.LSHR, 8)).mul(weights)
                .add(from.and(HIGH_CHANNEL)).add(HALF).and(HIGH_CHANNEL);
        return low.or(high).reinterpretAsInts();
    }
}
