package io.github.slitstream.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.I2B;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.MUL;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_B2I;

import io.github.slitstream.kernel.CubicWeights;
import io.github.slitstream.kernel.Projection;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Objects;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Every pixel blended of four by four around its point.
 *
 * <p>
 * A register holds pixels that lie side by side, a float for each of their channels: all four of a row, or two of them
 * in narrower registers. The four rows are weighed and added down, then the pixels are across, and at last the pixels
 * of a register are added to each other.
 */
final class GatherCubicRow {
    private static final VectorSpecies<Float> FLOATS = GatherRow.FLOATS;
    private static final VectorSpecies<Integer> INTS = GatherRow.INTS;
    private static final VectorSpecies<Byte> BYTES = GatherRow.BYTES;
    private static final int LANES = FLOATS.length();
    private static final int CHANNELS = PixelLanes.BYTES;
    /** Of the four pixels of a row, those in one register, and how many registers there are. */
    private static final int PIXELS = Math.min(CubicWeights.TAPS, LANES / CHANNELS);
    private static final int PARTS = CubicWeights.TAPS / PIXELS;
    private static final int PART_BYTES = PIXELS * PixelLanes.BYTES;
    /** The weights of the pixels in the first and in the last register. */
    private static final VectorShuffle<Float> OF_FIRST = VectorShuffle.fromOp(FLOATS, lane -> lane / CHANNELS);
    private static final VectorShuffle<Float> OF_LAST = VectorShuffle.fromOp(FLOATS,
            lane -> CubicWeights.TAPS - PIXELS + lane / CHANNELS);
    /** Two pixels further, and one pixel further, round and round. */
    private static final VectorShuffle<Float> SECOND_NEXT = VectorShuffle.fromOp(FLOATS,
            lane -> (lane + 2 * CHANNELS) % LANES);
    private static final VectorShuffle<Float> NEXT = VectorShuffle.fromOp(FLOATS, lane -> (lane + CHANNELS) % LANES);
    /** With room behind, since whole registers are read at each. */
    private static final float[] WEIGHTS = CubicWeights.all(LANES);
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(PixelLanes.ORDER);
    private static final int CHUNK = 64;
    private static final int MADE_BYTES = CubicWeights.TAPS * CubicWeights.TAPS * PixelLanes.BYTES;
    private static final int DOWN_MASK = (1 << Projection.ACROSS_SHIFT) - 1;
    private static final FloatVector DARKEST = Lanes.all(0);
    private static final FloatVector BRIGHTEST = Lanes.all(255);
    /** As in the scalar kernel: adding it rounds, and leaves the level in the lowest byte. */
    private static final FloatVector ROUNDER = Lanes.all(0x1p23f);

    /** One for each thread: a kernel allocates nothing while it works. */
    private static final ThreadLocal<Chunk> CHUNKS = ThreadLocal.withInitial(Chunk::new);

    private static final Steps<Chunk> CUBIC = new Steps<>(List.of(GatherCubicRow::find, GatherCubicRow::addDown,
            GatherCubicRow::addAcross, GatherCubicRow::store));

    /** A chunk on its way. */
    private static final class Chunk {
        /** Addresses of the first of sixteen pixels, and from each row of them to the next. */
        private final long[] corners = new long[CHUNK];
        private final long[] strides = new long[CHUNK];
        /** Sixteen pixels for each point that has not all of its own on the canvas. */
        private final MemorySegment made = Arena.ofAuto().allocate((long) CHUNK * MADE_BYTES, MADE_BYTES);
        /** For each part of a row, its pixels added down. */
        private final float[][] columns = new float[PARTS][CHUNK * LANES];
        /** With room behind, since whole registers are written at each point. */
        private final float[] blended = new float[CHUNK * CHANNELS + LANES];
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

    private GatherCubicRow() {}

    /** As many pixels as {@link #blend} does. */
    static int wholeBlocks(int pixels) {
        return GatherRow.wholeBlocks(pixels);
    }

    /**
     * @param in address of a canvas of {@code width} × {@code height} pixels
     * @param out address of the row to write
     * @param pixels as {@link #wholeBlocks} gives them
     */
    static void blend(long in, int width, int height, int[] sources, int[] fractions, int first, int fill, long out,
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
            CUBIC.run(chunk);
        }
    }

    private static void find(Chunk chunk) {
        int width = chunk.width;
        int height = chunk.height;
        double reciprocal = 1.0 / width; // a division for each pixel would take longer than all the rest of this loop
        for (int i = 0; i < chunk.count; i++) {
            int source = chunk.sources[chunk.first + i];
            int top = (int) ((source + 0.5) * reciprocal);
            int left = source - top * width;
            if (left >= 1 && left <= width - 3 && top >= 1 && top <= height - 3) {
                chunk.corners[i] = chunk.in + ((long) (top - 1) * width + left - 1) * PixelLanes.BYTES;
                chunk.strides[i] = (long) width * PixelLanes.BYTES;
            } else {
                chunk.corners[i] = chunk.made.address() + (long) i * MADE_BYTES;
                chunk.strides[i] = CubicWeights.TAPS * PixelLanes.BYTES;
                make(chunk, source, left, top, chunk.corners[i]);
            }
        }
    }

    /** Sixteen pixels at the edge, which goes on beyond the canvas, or of the fill colour. */
    private static void make(Chunk chunk, int source, int left, int top, long to) {
        if (source != Projection.NOWHERE) {
            Objects.checkIndex(source, chunk.width * chunk.height);
        }
        for (int row = 0; row < CubicWeights.TAPS; row++) {
            long line = (long) Math.clamp(top + row - 1, 0, chunk.height - 1) * chunk.width;
            for (int column = 0; column < CubicWeights.TAPS; column++) {
                long at = line + Math.clamp(left + column - 1, 0, chunk.width - 1);
                int pixel = source == Projection.NOWHERE
                        ? chunk.fill
                        : NativeMemory.EVERYWHERE.get(PIXEL, chunk.in + at * PixelLanes.BYTES);
                NativeMemory.EVERYWHERE.set(PIXEL,
                        to + (long) (row * CubicWeights.TAPS + column) * PixelLanes.BYTES, pixel);
            }
        }
    }

    private static void addDown(Chunk chunk) {
        for (int part = 0; part < PARTS; part++) {
            addDown(chunk, part * PART_BYTES, chunk.columns[part]);
        }
    }

    private static void addDown(Chunk chunk, int beside, float[] sums) {
        for (int i = 0; i < chunk.count; i++) {
            long at = chunk.corners[i] + beside;
            long stride = chunk.strides[i];
            int weight = CubicWeights.first(chunk.fractions[chunk.first + i] & DOWN_MASK);
            FloatVector first = Lanes.levels(at).lanewise(MUL, Lanes.all(WEIGHTS[weight]));
            FloatVector second = Lanes.levels(at + stride).lanewise(MUL, Lanes.all(WEIGHTS[weight + 1]));
            FloatVector third = Lanes.levels(at + 2 * stride).lanewise(MUL, Lanes.all(WEIGHTS[weight + 2]));
            FloatVector fourth = Lanes.levels(at + 3 * stride).lanewise(MUL, Lanes.all(WEIGHTS[weight + 3]));
            first.lanewise(ADD, second).lanewise(ADD, third).lanewise(ADD, fourth).intoArray(sums, i * LANES);
        }
    }

    /** Of narrower registers, where each row has two, the pixels two apart are added first as well. */
    private static void addAcross(Chunk chunk) {
        float[] firstPart = chunk.columns[0];
        float[] lastPart = chunk.columns[PARTS - 1];
        for (int i = 0; i < chunk.count; i++) {
            int weight = CubicWeights.first(chunk.fractions[chunk.first + i] >>> Projection.ACROSS_SHIFT);
            FloatVector weights = FloatVector.fromArray(FLOATS, WEIGHTS, weight);
            FloatVector first = FloatVector.fromArray(FLOATS, firstPart, i * LANES).lanewise(MUL,
                    weights.rearrange(OF_FIRST));
            FloatVector twoApart = PARTS == 1
                    ? first.rearrange(SECOND_NEXT)
                    : FloatVector.fromArray(FLOATS, lastPart, i * LANES).lanewise(MUL, weights.rearrange(OF_LAST));
            FloatVector pairs = first.lanewise(ADD, twoApart);
            // What lies behind the four channels is overwritten by the next point.
            pairs.lanewise(ADD, pairs.rearrange(NEXT)).intoArray(chunk.blended, i * CHANNELS);
        }
    }

    private static void store(Chunk chunk) {
        for (int i = 0; i < chunk.count * CHANNELS; i += LANES) {
            FloatVector rounded = FloatVector.fromArray(FLOATS, chunk.blended, i).lanewise(MAX, DARKEST)
                    .lanewise(MIN, BRIGHTEST).lanewise(ADD, ROUNDER);
            ByteVector pixels = (ByteVector) rounded.reinterpretShape(INTS, 0).convertShape(I2B, BYTES, 0);
            pixels.intoMemorySegment(NativeMemory.EVERYWHERE, chunk.out + i, PixelLanes.ORDER);
        }
    }

    /** What is compiled into the loops above. */
    private static final class Lanes {
        private Lanes() {}

        static FloatVector levels(long address) {
            return (FloatVector) ByteVector
                    .fromMemorySegment(BYTES, NativeMemory.EVERYWHERE, address, PixelLanes.ORDER)
                    .convertShape(ZERO_EXTEND_B2I, INTS, 0).convertShape(I2F, FLOATS, 0);
        }

        static FloatVector all(float value) {
            return FloatVector.broadcast(FLOATS, value);
        }
    }
}
