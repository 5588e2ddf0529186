package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.Projection;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Objects;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Every pixel from its source, or blended of two by two around its point.
 *
 * <p>
 * The Vector API gathers from arrays alone, so the neighbours of a chunk of pixels are first brought together one by
 * one. Then a lane is one channel of a pixel as a float.
 */
final class GatherRow {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    /** Pixels whose channels fill a register of floats. */
    private static final int PIXELS = FLOATS.length() / PixelVectors.BYTES;
    /** Smaller registers have none for the bytes of so many pixels. */
    static final boolean SUITS = FLOATS.vectorBitSize() >= 256;
    private static final VectorShape QUARTER = SUITS
            ? VectorShape.forBitSize(FLOATS.vectorBitSize() / Float.BYTES)
            : VectorShape.S_64_BIT;
    private static final VectorSpecies<Integer> PACKED = VectorSpecies.of(int.class, QUARTER);
    private static final VectorSpecies<Long> PAIRS = VectorSpecies.of(long.class,
            VectorShape.forBitSize(2 * QUARTER.vectorBitSize()));
    private static final VectorSpecies<Byte> BYTES = VectorSpecies.of(byte.class, QUARTER);
    /** A number for each pixel to its four channels. */
    private static final VectorShuffle<Float> SPREAD = VectorShuffle.fromOp(FLOATS,
            lane -> lane / PixelVectors.BYTES);
    private static final ValueLayout.OfLong PAIR = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(PixelVectors.ORDER);
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(PixelVectors.ORDER);
    /** Pixels that take each step together. */
    private static final int CHUNK = 128;
    private static final float FRACTION_ONE = 1 << Projection.FRACTION_BITS;
    private static final int DOWN_MASK = (1 << Projection.ACROSS_SHIFT) - 1;
    /** As in the plain kernel: adding it rounds, and leaves the level in the lowest byte. */
    private static final float ROUNDER = 0x1p23f;

    /** One for each thread: a kernel allocates nothing while it works. */
    private static final ThreadLocal<Chunk> CHUNKS = ThreadLocal.withInitial(Chunk::new);

    private static final Steps<Chunk> LINEAR = new Steps<>(
            List.of(GatherRow::collect, GatherRow::place, GatherRow::blend));

    /**
     * A chunk on its way: the two pixels above each point and the two below, left ones in the lower half, and where it
     * lies between them.
     */
    private static final class Chunk {
        private final long[] above = new long[CHUNK];
        private final long[] below = new long[CHUNK];
        /** With room behind, since whole registers are read at each. */
        private final float[] across = new float[CHUNK + FLOATS.length()];
        private final float[] down = new float[CHUNK + FLOATS.length()];
        private long in;
        private int width;
        private int height;
        private int fill;
        private int[] sources = {};
        private int[] fractions = {};
        private int first;
        private int count;
        private long out;
    }

    private GatherRow() {}

    /** As many pixels as {@link #linear} does. */
    static int wholeBlocks(int pixels) {
        return SUITS ? FLOATS.loopBound(pixels) : 0;
    }

    /** Each pixel from its source, on a canvas of so many pixels at an address. */
    static void nearest(long in, int canvas, int[] sources, int first, int fill, long out, int pixels) {
        for (int from = 0; from < pixels; from += CHUNK) {
            int count = Math.min(CHUNK, pixels - from);
            long to = out + (long) from * PixelVectors.BYTES;
            if (areWithin(canvas, sources, first + from, count)) {
                fetch(in, sources, first + from, to, count);
            } else {
                fetchOrFill(in, canvas, sources, first + from, fill, to, count);
            }
        }
    }

    private static void fetch(long in, int[] sources, int first, long out, int count) {
        for (int i = 0; i < count; i++) {
            int pixel = NativeMemory.EVERYWHERE.get(PIXEL, in + (long) sources[first + i] * PixelVectors.BYTES);
            NativeMemory.EVERYWHERE.set(PIXEL, out + (long) i * PixelVectors.BYTES, pixel);
        }
    }

    private static void fetchOrFill(long in, int canvas, int[] sources, int first, int fill, long out, int count) {
        for (int i = 0; i < count; i++) {
            int source = sources[first + i];
            int pixel = fill;
            if (source != Projection.NOWHERE) {
                pixel = NativeMemory.EVERYWHERE.get(PIXEL,
                        in + (long) Objects.checkIndex(source, canvas) * PixelVectors.BYTES);
            }
            NativeMemory.EVERYWHERE.set(PIXEL, out + (long) i * PixelVectors.BYTES, pixel);
        }
    }

    /** Whether all sources are pixels below an index, so that none needs to be asked for by itself. */
    private static boolean areWithin(int end, int[] sources, int first, int count) {
        int whole = INTS.loopBound(count);
        for (int i = 0; i < whole; i += INTS.length()) {
            if (!IntVector.fromArray(INTS, sources, first + i).compare(VectorOperators.ULT, end).allTrue()) {
                return false;
            }
        }
        return whole == count;
    }

    /**
     * @param in address of a canvas of {@code width} × {@code height} pixels, at least 2 × 2
     * @param out address of the row to write
     * @param pixels as {@link #wholeBlocks} gives them
     */
    static void linear(long in, int width, int height, int[] sources, int[] fractions, int first, int fill, long out,
            int pixels) {
        Chunk chunk = CHUNKS.get();
        chunk.in = in;
        chunk.width = width;
        chunk.height = height;
        chunk.fill = fill;
        chunk.sources = sources;
        chunk.fractions = fractions;
        for (int from = 0; from < pixels; from += CHUNK) {
            chunk.first = first + from;
            chunk.count = Math.min(CHUNK, pixels - from);
            chunk.out = out + (long) from * PixelVectors.BYTES;
            LINEAR.run(chunk);
        }
    }

    private static void collect(Chunk chunk) {
        long stride = (long) chunk.width * PixelVectors.BYTES;
        int end = chunk.width * (chunk.height - 1) - 1;
        if (!areWithin(end, chunk.sources, chunk.first, chunk.count)) {
            collectOrFill(chunk, stride, end);
            return;
        }
        long[] above = chunk.above;
        long[] below = chunk.below;
        for (int i = 0; i < chunk.count; i++) {
            long at = chunk.in + (long) chunk.sources[chunk.first + i] * PixelVectors.BYTES;
            above[i] = NativeMemory.EVERYWHERE.get(PAIR, at);
            below[i] = NativeMemory.EVERYWHERE.get(PAIR, at + stride);
        }
    }

    private static void collectOrFill(Chunk chunk, long stride, int end) {
        long nothing = (chunk.fill & 0xffffffffL) | (long) chunk.fill << Integer.SIZE;
        for (int i = 0; i < chunk.count; i++) {
            int source = chunk.sources[chunk.first + i];
            if (source == Projection.NOWHERE) {
                chunk.above[i] = nothing;
                chunk.below[i] = nothing;
                continue;
            }
            long at = chunk.in + (long) Objects.checkIndex(source, end) * PixelVectors.BYTES;
            chunk.above[i] = NativeMemory.EVERYWHERE.get(PAIR, at);
            chunk.below[i] = NativeMemory.EVERYWHERE.get(PAIR, at + stride);
        }
    }

    /** Fractions as shares of the right and of the lower neighbours. */
    private static void place(Chunk chunk) {
        for (int i = 0; i < chunk.count; i += FLOATS.length()) {
            IntVector fraction = IntVector.fromArray(INTS, chunk.fractions, chunk.first + i);
            FloatVector across = (FloatVector) fraction.lanewise(VectorOperators.LSHR, Projection.ACROSS_SHIFT)
                    .convert(VectorOperators.I2F, 0);
            FloatVector down = (FloatVector) fraction.and(DOWN_MASK).convert(VectorOperators.I2F, 0);
            across.mul(1 / FRACTION_ONE).intoArray(chunk.across, i);
            down.mul(1 / FRACTION_ONE).intoArray(chunk.down, i);
        }
    }

    /** Written out, since in a method of this length a helper may not be inlined any more. */
    private static void blend(Chunk chunk) {
        long[] above = chunk.above;
        long[] below = chunk.below;
        for (int i = 0; i < chunk.count; i += PIXELS) {
            FloatVector topLeft = (FloatVector) LongVector.fromArray(PAIRS, above, i)
                    .convertShape(VectorOperators.L2I, PACKED, 0).reinterpretAsBytes()
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, 0).convert(VectorOperators.I2F, 0);
            FloatVector topRight = (FloatVector) LongVector.fromArray(PAIRS, above, i)
                    .lanewise(VectorOperators.LSHR, Integer.SIZE)
                    .convertShape(VectorOperators.L2I, PACKED, 0).reinterpretAsBytes()
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, 0).convert(VectorOperators.I2F, 0);
            FloatVector bottomLeft = (FloatVector) LongVector.fromArray(PAIRS, below, i)
                    .convertShape(VectorOperators.L2I, PACKED, 0).reinterpretAsBytes()
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, 0).convert(VectorOperators.I2F, 0);
            FloatVector bottomRight = (FloatVector) LongVector.fromArray(PAIRS, below, i)
                    .lanewise(VectorOperators.LSHR, Integer.SIZE)
                    .convertShape(VectorOperators.L2I, PACKED, 0).reinterpretAsBytes()
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, 0).convert(VectorOperators.I2F, 0);
            FloatVector across = FloatVector.fromArray(FLOATS, chunk.across, i).rearrange(SPREAD);
            FloatVector down = FloatVector.fromArray(FLOATS, chunk.down, i).rearrange(SPREAD);
            FloatVector top = topLeft.add(topRight.sub(topLeft).mul(across));
            FloatVector bottom = bottomLeft.add(bottomRight.sub(bottomLeft).mul(across));
            IntVector rounded = top.add(bottom.sub(top).mul(down)).add(ROUNDER).reinterpretAsInts();
            ((ByteVector) rounded.convertShape(VectorOperators.I2B, BYTES, 0)).intoMemorySegment(
                    NativeMemory.EVERYWHERE, chunk.out + (long) i * PixelVectors.BYTES, PixelVectors.ORDER);
        }
    }
}
