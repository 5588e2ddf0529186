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
 * shorts while it is blended across, and the lane two channels in two ints while it is blended down. Each step is a loop of
 * its own over a chunk that stays in the first cache: in a longer one the compiler stops inlining the Vector API.
 */
final class GatherRow {
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class,
            VectorShape.forBitSize(LONGS.vectorBitSize() / 2));
    private static final int LANES = LONGS.length();
    private static final ValueLayout.OfLong PAIR = ValueLayout.JAVA_LONG_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    /** Pixels that take each step together. */
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
    private static final ThreadLocal<Chunk> CHUNKS = ThreadLocal.withInitial(Chunk::new);

    /** A chunk on its way: the neighbours above and below, their weights and sums, then blue and red, green and alpha. */
    private static final class Chunk {
        private final long[] above = new long[CHUNK];
        private final long[] below = new long[CHUNK];
        private final long[] acrossWeights = new long[CHUNK];
        private final long[] upperWeights = new long[CHUNK];
        private final long[] lowerWeights = new long[CHUNK];
        private final long[] upperSums = new long[CHUNK];
        private final long[] lowerSums = new long[CHUNK];
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
        Chunk chunk = CHUNKS.get();
        for (int from = 0; from < pixels; from += CHUNK) {
            int count = Math.min(CHUNK, pixels - from);
            collect(in, width, height, sources, first + from, count, fill, chunk);
            weigh(fractions, first + from, count, chunk);
            blend(chunk, 0, count, chunk.even);
            blend(chunk, 8, count, chunk.odd);
            store(chunk, out + (long) from * PixelVectors.BYTES, count);
        }
    }

    /** Two of the four channels: those that a shift brings to the even bytes. */
    private static void blend(Chunk chunk, int shift, int count, long[] channels) {
        across(chunk.above, shift, count, chunk, chunk.upperSums);
        across(chunk.below, shift, count, chunk, chunk.lowerSums);
        down(count, chunk, channels);
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
            Chunk chunk) {
        long[] above = chunk.above;
        long[] below = chunk.below;
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

    /** What the left and the right, the upper and the lower neighbours of each point weigh, as often as lanes need it. */
    private static void weigh(int[] fractions, int first, int count, Chunk chunk) {
        for (int i = 0; i < count; i += LANES) {
            LongVector fraction = (LongVector) IntVector.fromArray(INTS, fractions, first + i)
                    .convertShape(VectorOperators.ZERO_EXTEND_I2L, LONGS, 0);
            LongVector right = fraction.lanewise(VectorOperators.LSHR, Projection.ACROSS_SHIFT);
            right = right.or(right.lanewise(VectorOperators.LSHL, 16));
            LongVector left = right.neg().add(ACROSS_ONES);
            left.or(right.lanewise(VectorOperators.LSHL, 32)).intoArray(chunk.acrossWeights, i);
            LongVector lower = fraction.and(DOWN_MASK);
            LongVector upper = lower.neg().add(DOWN_ONE);
            lower.or(lower.lanewise(VectorOperators.LSHL, 32)).intoArray(chunk.lowerWeights, i);
            upper.or(upper.lanewise(VectorOperators.LSHL, 32)).intoArray(chunk.upperWeights, i);
        }
    }

    /** Two channels of left and right, weighed and added, in two ints. */
    private static void across(long[] neighbours, int shift, int count, Chunk chunk, long[] sums) {
        for (int i = 0; i < count; i += LANES) {
            ShortVector weights = LongVector.fromArray(LONGS, chunk.acrossWeights, i).reinterpretAsShorts();
            LongVector weighed = LongVector.fromArray(LONGS, neighbours, i).lanewise(VectorOperators.LSHR, shift)
                    .and(EVEN_CHANNELS).reinterpretAsShorts().mul(weights).reinterpretAsLongs();
            LongVector sum = weighed.add(weighed.lanewise(VectorOperators.LSHR, 32));
            sum.and(LOWER_SHORT).or(sum.and(UPPER_SHORT).lanewise(VectorOperators.LSHL, 16)).intoArray(sums, i);
        }
    }

    /** Two channels of above and below, weighed, added and rounded, where they belong in a pixel. */
    private static void down(int count, Chunk chunk, long[] channels) {
        for (int i = 0; i < count; i += LANES) {
            IntVector upper = ints(chunk.upperSums, i).mul(ints(chunk.upperWeights, i));
            IntVector lower = ints(chunk.lowerSums, i).mul(ints(chunk.lowerWeights, i));
            LongVector sum = upper.add(lower).add(HALF).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 24);
            sum.and(LOWER_BYTE).or(sum.lanewise(VectorOperators.LSHR, 16).and(UPPER_BYTE)).intoArray(channels, i);
        }
    }

    private static IntVector ints(long[] longs, int i) {
        return LongVector.fromArray(LONGS, longs, i).reinterpretAsInts();
    }

    private static void store(Chunk chunk, long out, int count) {
        for (int i = 0; i < count; i += LANES) {
            LongVector odd = LongVector.fromArray(LONGS, chunk.odd, i).lanewise(VectorOperators.LSHL, 8);
            IntVector pixels = (IntVector) LongVector.fromArray(LONGS, chunk.even, i).or(odd)
                    .convertShape(VectorOperators.L2I, INTS, 0);
            pixels.intoMemorySegment(NativeMemory.EVERYWHERE, out + (long) i * PixelVectors.BYTES,
                    PixelVectors.ORDER);
        }
    }
}
