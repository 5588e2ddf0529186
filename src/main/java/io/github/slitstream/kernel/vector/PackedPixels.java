package io.github.slitstream.kernel.vector;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocks of packed pixels in registers: luma in the lowest byte of an int lane, then the two chromas, which two lanes
 * share. Lumas and chromas of a block fill a fourth of a register, and where that is narrower than the narrowest there
 * is, packed rows go the plain way.
 */
final class PackedPixels {
    /** Whether this machine's registers are wide enough. */
    static final boolean AVAILABLE = PixelVectors.SPECIES.vectorBitSize() >= 256;

    private static final VectorShape QUARTER = VectorShape
            .forBitSize(Math.max(64, PixelVectors.SPECIES.vectorBitSize() / 4));
    private static final VectorSpecies<Byte> LUMAS = VectorSpecies.of(byte.class, QUARTER);
    private static final VectorSpecies<Short> CHROMAS = VectorSpecies.of(short.class, QUARTER);
    private static final VectorSpecies<Long> PAIRS = VectorSpecies.of(long.class, PixelVectors.SPECIES.vectorShape());

    private static final int OPAQUE = 0xff000000;
    private static final int MIDDLE = 128;
    private static final int BRIGHTEST = 255;

    private PackedPixels() {}

    /** @param chromas address of the chromas of the block's first pixel, whose column is even */
    static IntVector load(long lumas, long chromas) {
        IntVector luma = (IntVector) ByteVector
                .fromMemorySegment(LUMAS, NativeMemory.EVERYWHERE, lumas, PixelVectors.ORDER)
                .convertShape(VectorOperators.ZERO_EXTEND_B2I, PixelVectors.SPECIES, 0);
        LongVector chroma = (LongVector) ShortVector
                .fromMemorySegment(CHROMAS, NativeMemory.EVERYWHERE, chromas, PixelVectors.ORDER)
                .convertShape(VectorOperators.ZERO_EXTEND_S2L, PAIRS, 0);
        return chroma.lanewise(VectorOperators.LSHL, 8).or(chroma.lanewise(VectorOperators.LSHL, 40))
                .reinterpretAsInts().or(luma);
    }

    /** The lumas of a row; in and out are addresses. */
    static void packLumas(long in, long out, int pixels) {
        for (int i = 0; i < pixels; i += PixelVectors.LANES) {
            IntVector block = PixelVectors.load(in + (long) i * PixelVectors.BYTES);
            IntVector green = channel(block, 8);
            ByteVector lumas = (ByteVector) channel(block, 0).add(green).add(green).add(channel(block, 16)).add(2)
                    .lanewise(VectorOperators.LSHR, 2).convertShape(VectorOperators.I2B, LUMAS, 0);
            lumas.intoMemorySegment(NativeMemory.EVERYWHERE, out + i, PixelVectors.ORDER);
        }
    }

    /** The chromas of two rows; all parameters but the last are addresses. */
    static void packChromas(long top, long bottom, long out, int pixels) {
        for (int i = 0; i < pixels; i += PixelVectors.LANES) {
            long at = (long) i * PixelVectors.BYTES;
            IntVector upper = PixelVectors.load(top + at);
            IntVector lower = PixelVectors.load(bottom + at);
            IntVector blue = channel(upper, 0).add(channel(lower, 0));
            IntVector green = channel(upper, 8).add(channel(lower, 8));
            IntVector red = channel(upper, 16).add(channel(lower, 16));
            IntVector orange = overPairs(red.sub(blue)).add(4).lanewise(VectorOperators.ASHR, 3);
            IntVector greens = overPairs(green.add(green).sub(red).sub(blue)).add(8).lanewise(VectorOperators.ASHR, 4);
            IntVector both = chroma(orange).or(chroma(greens).lanewise(VectorOperators.LSHL, 8));
            ShortVector chromas = (ShortVector) both.reinterpretAsLongs().convertShape(VectorOperators.L2S, CHROMAS, 0);
            chromas.intoMemorySegment(NativeMemory.EVERYWHERE, out + i, PixelVectors.ORDER);
        }
    }

    /** Unpacks a row; all parameters but the last are addresses. */
    static void unpackRow(long lumas, long chromas, long out, int pixels) {
        for (int i = 0; i < pixels; i += PixelVectors.LANES) {
            load(lumas + i, chromas + i).intoMemorySegment(NativeMemory.EVERYWHERE,
                    out + (long) i * PixelVectors.BYTES, PixelVectors.ORDER);
        }
        unpackInPlace(out, pixels);
    }

    /** Unpacks, where they lie, pixels that {@link #load} gave; out is an address. */
    static void unpackInPlace(long out, int pixels) {
        for (int i = 0; i < pixels; i += PixelVectors.LANES) {
            long at = out + (long) i * PixelVectors.BYTES;
            // Written out, since this may be compiled late in a long method.
            IntVector packed = IntVector.fromMemorySegment(PixelVectors.SPECIES, NativeMemory.EVERYWHERE, at,
                    PixelVectors.ORDER);
            IntVector luma = packed.and(0xff);
            IntVector orange = packed.lanewise(VectorOperators.LSHR, 8).and(0xff).sub(MIDDLE);
            IntVector green = packed.lanewise(VectorOperators.LSHR, 16).and(0xff).sub(MIDDLE);
            IntVector rest = luma.sub(green);
            IntVector blues = rest.sub(orange).max(0).min(BRIGHTEST);
            IntVector greens = luma.add(green).max(0).min(BRIGHTEST).lanewise(VectorOperators.LSHL, 8);
            IntVector reds = rest.add(orange).max(0).min(BRIGHTEST).lanewise(VectorOperators.LSHL, 16);
            blues.or(greens).or(reds).or(OPAQUE).intoMemorySegment(NativeMemory.EVERYWHERE, at, PixelVectors.ORDER);
        }
    }

    private static IntVector channel(IntVector pixels, int shift) {
        return pixels.lanewise(VectorOperators.LSHR, shift).and(0xff);
    }

    /** The sum of each two neighbours, in the first lane of the two. */
    private static IntVector overPairs(IntVector lanes) {
        return lanes.add(lanes.reinterpretAsLongs().lanewise(VectorOperators.LSHR, 32).reinterpretAsInts());
    }

    private static IntVector chroma(IntVector difference) {
        return difference.add(MIDDLE).min(BRIGHTEST);
    }
}
