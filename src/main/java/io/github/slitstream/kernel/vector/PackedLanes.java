package io.github.slitstream.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.I2B;
import static jdk.incubator.vector.VectorOperators.L2S;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.SUB;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_B2I;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_S2L;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocks of packed pixels in registers: luma in the lowest byte of an int lane, then the two chromas, which two lanes
 * share. Lumas and chromas of a block fill a fourth of a register.
 */
final class PackedLanes {
    private static final VectorShape QUARTER = VectorShape
            .forBitSize(Math.max(64, PixelLanes.SPECIES.vectorBitSize() / 4));
    private static final VectorSpecies<Byte> LUMAS = VectorSpecies.of(byte.class, QUARTER);
    private static final VectorSpecies<Short> CHROMAS = VectorSpecies.of(short.class, QUARTER);
    private static final VectorSpecies<Long> PAIRS = VectorSpecies.of(long.class, PixelLanes.SPECIES.vectorShape());

    private static final IntVector OPAQUE = all(0xff000000);
    private static final IntVector MIDDLE = all(128);
    private static final IntVector DARKEST = all(0);
    private static final IntVector BRIGHTEST = all(255);
    private static final IntVector HALF_OF_4 = all(2);
    private static final IntVector HALF_OF_8 = all(4);
    private static final IntVector HALF_OF_16 = all(8);

    private PackedLanes() {}

    /** @param chromas address of the chromas of the block's first pixel, whose column is even */
    static IntVector load(long lumas, long chromas) {
        IntVector luma = (IntVector) ByteVector
                .fromMemorySegment(LUMAS, NativeMemory.EVERYWHERE, lumas, PixelLanes.ORDER)
                .convertShape(ZERO_EXTEND_B2I, PixelLanes.SPECIES, 0);
        LongVector chroma = (LongVector) ShortVector
                .fromMemorySegment(CHROMAS, NativeMemory.EVERYWHERE, chromas, PixelLanes.ORDER)
                .convertShape(ZERO_EXTEND_S2L, PAIRS, 0);
        IntVector beside = (IntVector) chroma.lanewise(LSHL, 8).lanewise(OR, chroma.lanewise(LSHL, 40))
                .reinterpretShape(PixelLanes.SPECIES, 0);
        return beside.lanewise(OR, luma);
    }

    /** The lumas of a block of pixels. */
    static ByteVector lumas(IntVector block) {
        IntVector green = channel(block, 8);
        IntVector sum = channel(block, 0).lanewise(ADD, green).lanewise(ADD, green).lanewise(ADD, channel(block, 16))
                .lanewise(ADD, HALF_OF_4);
        return (ByteVector) sum.lanewise(LSHR, 2).convertShape(I2B, LUMAS, 0);
    }

    /** The chromas of two blocks, one below the other. */
    static ShortVector chromas(IntVector upper, IntVector lower) {
        IntVector blue = channel(upper, 0).lanewise(ADD, channel(lower, 0));
        IntVector green = channel(upper, 8).lanewise(ADD, channel(lower, 8));
        IntVector red = channel(upper, 16).lanewise(ADD, channel(lower, 16));
        IntVector orange = overPairs(red.lanewise(SUB, blue)).lanewise(ADD, HALF_OF_8).lanewise(ASHR, 3);
        IntVector greenness = green.lanewise(ADD, green).lanewise(SUB, red).lanewise(SUB, blue);
        IntVector greens = overPairs(greenness).lanewise(ADD, HALF_OF_16).lanewise(ASHR, 4);
        IntVector both = chroma(orange).lanewise(OR, chroma(greens).lanewise(LSHL, 8));
        return (ShortVector) both.reinterpretShape(PAIRS, 0).convertShape(L2S, CHROMAS, 0);
    }

    /** Pixels from what {@link #load} gave. */
    static IntVector unpacked(IntVector packed) {
        IntVector luma = packed.lanewise(AND, BRIGHTEST);
        IntVector orange = packed.lanewise(LSHR, 8).lanewise(AND, BRIGHTEST).lanewise(SUB, MIDDLE);
        IntVector green = packed.lanewise(LSHR, 16).lanewise(AND, BRIGHTEST).lanewise(SUB, MIDDLE);
        IntVector rest = luma.lanewise(SUB, green);
        IntVector blues = rest.lanewise(SUB, orange).lanewise(MAX, DARKEST).lanewise(MIN, BRIGHTEST);
        IntVector greens = luma.lanewise(ADD, green).lanewise(MAX, DARKEST).lanewise(MIN, BRIGHTEST);
        IntVector reds = rest.lanewise(ADD, orange).lanewise(MAX, DARKEST).lanewise(MIN, BRIGHTEST);
        return blues.lanewise(OR, greens.lanewise(LSHL, 8)).lanewise(OR, reds.lanewise(LSHL, 16))
                .lanewise(OR, OPAQUE);
    }

    private static IntVector channel(IntVector pixels, int shift) {
        return pixels.lanewise(LSHR, shift).lanewise(AND, BRIGHTEST);
    }

    /** The sum of each two neighbours, in the first lane of the two. */
    private static IntVector overPairs(IntVector lanes) {
        LongVector pairs = (LongVector) lanes.reinterpretShape(PAIRS, 0);
        return lanes.lanewise(ADD, pairs.lanewise(LSHR, 32).reinterpretShape(PixelLanes.SPECIES, 0));
    }

    private static IntVector chroma(IntVector difference) {
        return difference.lanewise(ADD, MIDDLE).lanewise(MIN, BRIGHTEST);
    }

    private static IntVector all(int value) {
        return IntVector.broadcast(PixelLanes.SPECIES, value);
    }
}
