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
 * Shift ints, not shorts: only their shifts take the distance from the instruction.
 */
final class PixelLanes {
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
    static final VectorSpecies<Short> SHORTS = SPECIES.withLanes(short.class);
    static final IntVector EVEN_CHANNELS = IntVector.broadcast(SPECIES, 0x00ff00ff);
    private static final IntVector ODD_CHANNELS = IntVector.broadcast(SPECIES, 0xff00ff00);
    private static final IntVector WEIGHT = IntVector.broadcast(SPECIES, Kernels.ONE_FRAME - 1);
    private static final ShortVector ONE = ShortVector.broadcast(SHORTS, 256);
    static final ShortVector HALF = ShortVector.broadcast(SHORTS, 128);

    private PixelLanes() {}

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

    private static IntVector sum(IntVector a, ShortVector aWeights, IntVector b, ShortVector bWeights) {
        ShortVector ofA = (ShortVector) a.lanewise(AND, EVEN_CHANNELS).reinterpretShape(SHORTS, 0);
        ShortVector ofB = (ShortVector) b.lanewise(AND, EVEN_CHANNELS).reinterpretShape(SHORTS, 0);
        return (IntVector) ofA.lanewise(MUL, aWeights).lanewise(ADD, ofB.lanewise(MUL, bWeights)).lanewise(ADD, HALF)
                .reinterpretShape(SPECIES, 0);
    }
}
