package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.Projection;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Objects;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Every pixel blended of two by two around its point.
 *
 * <p>
 * The Vector API gathers from arrays alone, so the pairs of neighbours, which lie side by side, are first brought together as longs in
 * an array. A lane is then one pixel: its left neighbour in the lower half, the right in the upper. Each half holds two channels in two
 * shorts while it is blended across, and the lane two channels in two ints while it is blended down.
 */
final class GatherRow {
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class,
            VectorShape.forBitSize(LONGS.vectorBitSize() / 2));
    private static final int LANES = LONGS.length();
    private static final ValueLayout.OfLong PAIR = ValueLayout.JAVA_LONG_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    /** Pixels whose pairs are brought together at a time: they stay in the first cache. */
    private static final int CHUNK = 128;

    private static final long EVEN_CHANNELS = 0x00ff00ff00ff00ffL;
    private static final long LOWER_SHORT = 0xffffL;
    private static final long UPPER_SHORT = 0xffff0000L;
    private static final long LOWER_BYTE = 0xffL;
    private static final long UPPER_BYTE = 0xff0000L;
    /** 256 in both shorts of the lower int. */
    private static final long ACROSS_ONES = 0x0000000001000100L;
    private static final long DOWN_ONE = 1L << Projection.DOWN_BITS;
    private static final long DOWN_MASK = (1L << Projection.ACROSS_SHIFT) - 1;
    private static final int HALF = 1 << 23;

    /** One for each thread: a kernel allocates nothing while it works. */
    private static final ThreadLocal<Pairs> PAIRS = ThreadLocal.withInitial(Pairs::new);

    /** The neighbours above and below a chunk's points, and what becomes of them: blue and red, green and alpha. */
    private static final class Pairs {
        private final long[] above = new long[CHUNK];
        private final long[] below = new long[CHUNK];
        private final long[] even = new long[CHUNK];
        private final long[] odd = new long[CHUNK];
    }

    private GatherRow() {}

    /**
     * @param in address of a canvas of {@code width} × {@code height} pixels, at least 2 × 2
     * @param out address of the row to write
     * @param pixels a multiple of the lanes
     */
    static void linear(long in, int width, int height, int[] sources, int[] fractions, int first, int fill, long out,
            int pixels) {
        Pairs pairs = PAIRS.get();
        for (int from = 0; from < pixels; from += CHUNK) {
            int count = Math.min(CHUNK, pixels - from);
            collect(in, width, height, sources, first + from, count, fill, pairs);
            blend(pairs, fractions, first + from, count, 0, pairs.even);
            blend(pairs, fractions, first + from, count, 8, pairs.odd);
            store(pairs, out + (long) from * PixelVectors.BYTES, count);
        }
    }

    /** As many pixels as {@link #linear} does. */
    static int wholeBlocks(int pixels) {
        return LONGS.loopBound(pixels);
    }

    /** Each pixel from its source, on a canvas of so many pixels at an address. */
    static void nearest(long in, int canvas, int[] sources, int first, int fill, long out, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int source = sources[first + i];
            int pixel = fill;
            if (source != Projection.NOWHERE) {
                pixel = NativeMemory.EVERYWHERE.get(PIXEL,
                        in + (long) Objects.checkIndex(source, canvas) * PixelVectors.BYTES);
            }
            NativeMemory.EVERYWHERE.set(PIXEL, out + (long) i * PixelVectors.BYTES, pixel);
        }
    }

    private static void collect(long in, int width, int height, int[] sources, int first, int count, int fill,
            Pairs pairs) {
        long[] above = pairs.above;
        long[] below = pairs.below;
        long nothing = (fill & 0xffffffffL) | (long) fill << 32;
        long stride = (long) width * PixelVectors.BYTES;
        int end = width * (height - 1) - 1;
        for (int i = 0; i < count; i++) {
            int source = sources[first + i];
            if (source == Projection.NOWHERE) {
                above[i] = nothing;
                below[i] = nothing;
                continue;
            }
            long at = in + (long) Objects.checkIndex(source, end) * PixelVectors.BYTES;
            above[i] = NativeMemory.EVERYWHERE.get(PAIR, at);
            below[i] = NativeMemory.EVERYWHERE.get(PAIR, at + stride);
        }
    }

    /** Two of the four channels at a time: a loop with all four is more than the compiler inlines. */
    private static void blend(Pairs pairs, int[] fractions, int first, int count, int shift, long[] blended) {
        for (int i = 0; i < count; i += LANES) {
            LongVector fraction = (LongVector) IntVector.fromArray(INTS, fractions, first + i)
                    .convertShape(VectorOperators.ZERO_EXTEND_I2L, LONGS, 0);
            LongVector right = fraction.lanewise(VectorOperators.LSHR, Projection.ACROSS_SHIFT);
            right = right.or(right.lanewise(VectorOperators.LSHL, 16));
            LongVector left = right.neg().add(ACROSS_ONES);
            ShortVector across = left.or(right.lanewise(VectorOperators.LSHL, 32)).reinterpretAsShorts();
            LongVector above = LongVector.fromArray(LONGS, pairs.above, i).lanewise(VectorOperators.LSHR, shift);
            LongVector below = LongVector.fromArray(LONGS, pairs.below, i).lanewise(VectorOperators.LSHR, shift);
            LongVector down = fraction.and(DOWN_MASK);
            IntVector upper = spread(across(above, across)).mul(both(down.neg().add(DOWN_ONE)));
            IntVector lower = spread(across(below, across)).mul(both(down));
            LongVector sum = upper.add(lower).add(HALF).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 24);
            sum.and(LOWER_BYTE).or(sum.lanewise(VectorOperators.LSHR, 16).and(UPPER_BYTE)).intoArray(blended, i);
        }
    }

    private static void store(Pairs pairs, long out, int count) {
        for (int i = 0; i < count; i += LANES) {
            LongVector odd = LongVector.fromArray(LONGS, pairs.odd, i).lanewise(VectorOperators.LSHL, 8);
            IntVector pixels = (IntVector) LongVector.fromArray(LONGS, pairs.even, i).or(odd)
                    .convertShape(VectorOperators.L2I, INTS, 0);
            pixels.intoMemorySegment(NativeMemory.EVERYWHERE, out + (long) i * PixelVectors.BYTES,
                    PixelVectors.ORDER);
        }
    }

    private static IntVector both(LongVector weight) {
        return weight.or(weight.lanewise(VectorOperators.LSHL, 32)).reinterpretAsInts();
    }

    /** The even channels of left and right, weighed and added: two shorts in the lower int, something in the upper. */
    private static LongVector across(LongVector pair, ShortVector weights) {
        LongVector weighed = pair.and(EVEN_CHANNELS).reinterpretAsShorts().mul(weights).reinterpretAsLongs();
        return weighed.add(weighed.lanewise(VectorOperators.LSHR, 32));
    }

    private static IntVector spread(LongVector twoShorts) {
        return twoShorts.and(LOWER_SHORT).or(twoShorts.and(UPPER_SHORT).lanewise(VectorOperators.LSHL, 16))
                .reinterpretAsInts();
    }
}
