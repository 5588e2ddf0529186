package io.github.slitstream.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.I2B;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.L2I;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.MUL;
import static jdk.incubator.vector.VectorOperators.SUB;
import static jdk.incubator.vector.VectorOperators.ULT;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_B2I;

import io.github.slitstream.kernel.Projection;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Objects;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
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
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    /** Pixels whose channels fill a register of floats. */
    private static final int PIXELS = FLOATS.length() / PixelLanes.BYTES;
    /** Smaller registers have none for the bytes of so many pixels. */
    static final boolean SUITS = FLOATS.vectorBitSize() >= 256;
    private static final VectorShape QUARTER = SUITS
            ? VectorShape.forBitSize(FLOATS.vectorBitSize() / Float.BYTES)
            : VectorShape.S_64_BIT;
    static final VectorSpecies<Byte> BYTES = VectorSpecies.of(byte.class, QUARTER);
    private static final VectorSpecies<Integer> PACKED = VectorSpecies.of(int.class, QUARTER);
    private static final VectorSpecies<Long> PAIRS = VectorSpecies.of(long.class,
            VectorShape.forBitSize(2 * QUARTER.vectorBitSize()));
    private static final int PAIR_BYTES = Long.BYTES;
    /** A number for each pixel to its four channels. */
    private static final VectorShuffle<Float> SPREAD = VectorShuffle.fromOp(FLOATS,
            lane -> lane / PixelLanes.BYTES);
    private static final ValueLayout.OfLong PAIR = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(PixelLanes.ORDER);
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(PixelLanes.ORDER);
    /** Pixels that take each step together. */
    private static final int CHUNK = 128;
    private static final FloatVector FRACTION_UNIT = FloatVector.broadcast(FLOATS,
            1f / (1 << Projection.FRACTION_BITS));
    private static final IntVector DOWN_MASK = IntVector.broadcast(INTS, (1 << Projection.ACROSS_SHIFT) - 1);
    /** As in the scalar kernel: adding it rounds, and leaves the level in the lowest byte. */
    private static final FloatVector ROUNDER = FloatVector.broadcast(FLOATS, 0x1p23f);

    /** One for each thread: a kernel allocates nothing while it works. */
    private static final ThreadLocal<Chunk> CHUNKS = ThreadLocal.withInitial(Chunk::new);

    private static final Steps<Chunk> LINEAR = new Steps<>(
            List.of(GatherRow::collect, GatherRow::place, GatherRow::blend));

    /**
     * A chunk on its way: the two pixels above each point and the two below, left ones first, and where it lies between
     * them.
     */
    private static final class Chunk {
        /** Owner of the memory at the two addresses, with room behind, since right pixels are read as if left ones. */
        private final MemorySegment neighbours = Arena.ofAuto().allocate(2L * CHUNK * PAIR_BYTES + PAIR_BYTES,
                PixelLanes.BLOCK);
        private final long above = neighbours.address();
        private final long below = above + (long) CHUNK * PAIR_BYTES;
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
            long to = out + (long) from * PixelLanes.BYTES;
            if (areWithin(canvas, sources, first + from, count)) {
                fetch(in, sources, first + from, to, count);
            } else {
                fetchOrFill(in, canvas, sources, first + from, fill, to, count);
            }
        }
    }

    private static void fetch(long in, int[] sources, int first, long out, int count) {
        for (int i = 0; i < count; i++) {
            int pixel = NativeMemory.EVERYWHERE.get(PIXEL, in + (long) sources[first + i] * PixelLanes.BYTES);
            NativeMemory.EVERYWHERE.set(PIXEL, out + (long) i * PixelLanes.BYTES, pixel);
        }
    }

    private static void fetchOrFill(long in, int canvas, int[] sources, int first, int fill, long out, int count) {
        for (int i = 0; i < count; i++) {
            int source = sources[first + i];
            int pixel = fill;
            if (source != Projection.NOWHERE) {
                pixel = NativeMemory.EVERYWHERE.get(PIXEL,
                        in + (long) Objects.checkIndex(source, canvas) * PixelLanes.BYTES);
            }
            NativeMemory.EVERYWHERE.set(PIXEL, out + (long) i * PixelLanes.BYTES, pixel);
        }
    }

    /** Whether all sources are pixels below an index, so that none needs to be asked for by itself. */
    private static boolean areWithin(int end, int[] sources, int first, int count) {
        int whole = INTS.loopBound(count);
        for (int i = 0; i < whole; i += INTS.length()) {
            if (!IntVector.fromArray(INTS, sources, first + i).compare(ULT, end).allTrue()) {
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
            chunk.out = out + (long) from * PixelLanes.BYTES;
            LINEAR.run(chunk);
        }
    }

    private static void collect(Chunk chunk) {
        long stride = (long) chunk.width * PixelLanes.BYTES;
        int end = chunk.width * (chunk.height - 1) - 1;
        if (!areWithin(end, chunk.sources, chunk.first, chunk.count)) {
            collectOrFill(chunk, stride, end);
            return;
        }
        for (int i = 0; i < chunk.count; i++) {
            long at = chunk.in + (long) chunk.sources[chunk.first + i] * PixelLanes.BYTES;
            Lanes.keep(chunk, i, NativeMemory.EVERYWHERE.get(PAIR, at), NativeMemory.EVERYWHERE.get(PAIR, at + stride));
        }
    }

    private static void collectOrFill(Chunk chunk, long stride, int end) {
        long nothing = (chunk.fill & 0xffffffffL) | (long) chunk.fill << Integer.SIZE;
        for (int i = 0; i < chunk.count; i++) {
            int source = chunk.sources[chunk.first + i];
            if (source == Projection.NOWHERE) {
                Lanes.keep(chunk, i, nothing, nothing);
                continue;
            }
            long at = chunk.in + (long) Objects.checkIndex(source, end) * PixelLanes.BYTES;
            Lanes.keep(chunk, i, NativeMemory.EVERYWHERE.get(PAIR, at), NativeMemory.EVERYWHERE.get(PAIR, at + stride));
        }
    }

    /** Fractions as shares of the right and of the lower neighbours. */
    private static void place(Chunk chunk) {
        for (int i = 0; i < chunk.count; i += FLOATS.length()) {
            IntVector fraction = IntVector.fromArray(INTS, chunk.fractions, chunk.first + i);
            FloatVector across = (FloatVector) fraction.lanewise(LSHR, Projection.ACROSS_SHIFT)
                    .convertShape(I2F, FLOATS, 0);
            FloatVector down = (FloatVector) fraction.lanewise(AND, DOWN_MASK).convertShape(I2F, FLOATS, 0);
            across.lanewise(MUL, FRACTION_UNIT).intoArray(chunk.across, i);
            down.lanewise(MUL, FRACTION_UNIT).intoArray(chunk.down, i);
        }
    }

    private static void blend(Chunk chunk) {
        for (int i = 0; i < chunk.count; i += PIXELS) {
            long above = chunk.above + (long) i * PAIR_BYTES;
            long below = chunk.below + (long) i * PAIR_BYTES;
            FloatVector across = FloatVector.fromArray(FLOATS, chunk.across, i).rearrange(SPREAD);
            FloatVector down = FloatVector.fromArray(FLOATS, chunk.down, i).rearrange(SPREAD);
            FloatVector topLeft = Lanes.levels(above);
            FloatVector topRight = Lanes.levels(above + PixelLanes.BYTES);
            FloatVector top = topLeft.lanewise(ADD, topRight.lanewise(SUB, topLeft).lanewise(MUL, across));
            FloatVector bottomLeft = Lanes.levels(below);
            FloatVector bottomRight = Lanes.levels(below + PixelLanes.BYTES);
            FloatVector bottom = bottomLeft.lanewise(ADD,
                    bottomRight.lanewise(SUB, bottomLeft).lanewise(MUL, across));
            FloatVector rounded = top.lanewise(ADD, bottom.lanewise(SUB, top).lanewise(MUL, down)).lanewise(ADD,
                    ROUNDER);
            ((ByteVector) rounded.reinterpretShape(INTS, 0).convertShape(I2B, BYTES, 0))
                    .intoMemorySegment(NativeMemory.EVERYWHERE, chunk.out + (long) i * PixelLanes.BYTES,
                            PixelLanes.ORDER);
        }
    }

    /** What is compiled into the loops above. */
    private static final class Lanes {
        private Lanes() {}

        /** @param above two pixels side by side, as below */
        static void keep(Chunk chunk, int i, long above, long below) {
            NativeMemory.EVERYWHERE.set(PAIR, chunk.above + (long) i * PAIR_BYTES, above);
            NativeMemory.EVERYWHERE.set(PAIR, chunk.below + (long) i * PAIR_BYTES, below);
        }

        /** The channels of every second pixel from an address on. */
        static FloatVector levels(long address) {
            return (FloatVector) LongVector.fromMemorySegment(PAIRS, NativeMemory.EVERYWHERE, address, PixelLanes.ORDER)
                    .convertShape(L2I, PACKED, 0).reinterpretShape(BYTES, 0).convertShape(ZERO_EXTEND_B2I, INTS, 0)
                    .convertShape(I2F, FLOATS, 0);
        }
    }
}
