package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.CubicWeights;
import io.github.slitstream.kernel.Projection;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Objects;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Every pixel blended of four by four around its point.
 *
 * <p>
 * A register holds two pixels that lie side by side, a float for each of their eight channels. Four rows of two such
 * registers are weighed and added down, then the two are across, which leaves two halves to be added: they are stored
 * so that the halves of many pixels lie behind each other.
 */
final class GatherCubicRow {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_256;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_256;
    private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_64;
    private static final int LANES = FLOATS.length();
    private static final int CHANNELS = PixelVectors.BYTES;
    /** Of the four pixels of a row, the first two and the last two. */
    private static final VectorShuffle<Float> NEAR = VectorShuffle.fromOp(FLOATS, lane -> lane / CHANNELS);
    private static final VectorShuffle<Float> FAR = VectorShuffle.fromOp(FLOATS, lane -> 2 + lane / CHANNELS);
    private static final VectorShuffle<Float> OTHER_HALF = VectorShuffle.fromOp(FLOATS,
            lane -> (lane + CHANNELS) % LANES);
    /** With room behind, since whole registers are read at each. */
    private static final float[] WEIGHTS = CubicWeights.all(LANES);
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(PixelVectors.ORDER);
    private static final int CHUNK = 64;
    private static final int PAIR_BYTES = 2 * PixelVectors.BYTES;
    private static final int MADE_BYTES = CubicWeights.TAPS * CubicWeights.TAPS * PixelVectors.BYTES;
    private static final int DOWN_MASK = (1 << Projection.ACROSS_SHIFT) - 1;
    private static final float BRIGHTEST = 255;
    /** As in the plain kernel: adding it rounds, and leaves the level in the lowest byte. */
    private static final float ROUNDER = 0x1p23f;

    /** One for each thread: a kernel allocates nothing while it works. */
    private static final ThreadLocal<Chunk> CHUNKS = ThreadLocal.withInitial(Chunk::new);

    private static final Steps<Chunk> CUBIC = new Steps<>(List.of(GatherCubicRow::find, GatherCubicRow::addUpper,
            GatherCubicRow::addLower, GatherCubicRow::addAcross, GatherCubicRow::store));

    /** A chunk on its way. */
    private static final class Chunk {
        /** Addresses of the first of sixteen pixels, and from each row of them to the next. */
        private final long[] corners = new long[CHUNK];
        private final long[] strides = new long[CHUNK];
        /** Sixteen pixels for each point that has not all of its own on the canvas. */
        private final MemorySegment made = Arena.ofAuto().allocate((long) CHUNK * MADE_BYTES, MADE_BYTES);
        private final float[] near = new float[CHUNK * LANES];
        private final float[] far = new float[CHUNK * LANES];
        private final float[] firstHalves = new float[CHUNK * CHANNELS + LANES];
        private final float[] secondHalves = new float[CHUNK * CHANNELS + LANES];
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
        return GatherRow.SUITS ? pixels & ~1 : 0;
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
            chunk.out = out + (long) from * PixelVectors.BYTES;
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
                chunk.corners[i] = chunk.in + ((long) (top - 1) * width + left - 1) * PixelVectors.BYTES;
                chunk.strides[i] = (long) width * PixelVectors.BYTES;
            } else {
                chunk.corners[i] = chunk.made.address() + (long) i * MADE_BYTES;
                chunk.strides[i] = CubicWeights.TAPS * PixelVectors.BYTES;
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
                        : NativeMemory.EVERYWHERE.get(PIXEL, chunk.in + at * PixelVectors.BYTES);
                NativeMemory.EVERYWHERE.set(PIXEL,
                        to + (long) (row * CubicWeights.TAPS + column) * PixelVectors.BYTES, pixel);
            }
        }
    }

    private static void addUpper(Chunk chunk) {
        upper(chunk, 0, chunk.near);
        upper(chunk, PAIR_BYTES, chunk.far);
    }

    private static void upper(Chunk chunk, long beside, float[] sums) {
        for (int i = 0; i < chunk.count; i++) {
            long at = chunk.corners[i] + beside;
            int weight = CubicWeights.first(chunk.fractions[chunk.first + i] & DOWN_MASK);
            levels(at).mul(WEIGHTS[weight]).add(levels(at + chunk.strides[i]).mul(WEIGHTS[weight + 1]))
                    .intoArray(sums, i * LANES);
        }
    }

    private static void addLower(Chunk chunk) {
        lower(chunk, 0, chunk.near);
        lower(chunk, PAIR_BYTES, chunk.far);
    }

    private static void lower(Chunk chunk, long beside, float[] sums) {
        for (int i = 0; i < chunk.count; i++) {
            long at = chunk.corners[i] + beside + 2 * chunk.strides[i];
            int weight = CubicWeights.first(chunk.fractions[chunk.first + i] & DOWN_MASK);
            FloatVector.fromArray(FLOATS, sums, i * LANES).add(levels(at).mul(WEIGHTS[weight + 2]))
                    .add(levels(at + chunk.strides[i]).mul(WEIGHTS[weight + 3])).intoArray(sums, i * LANES);
        }
    }

    private static void addAcross(Chunk chunk) {
        for (int i = 0; i < chunk.count; i++) {
            int weight = CubicWeights.first(chunk.fractions[chunk.first + i] >>> Projection.ACROSS_SHIFT);
            FloatVector weights = FloatVector.fromArray(FLOATS, WEIGHTS, weight);
            FloatVector near = FloatVector.fromArray(FLOATS, chunk.near, i * LANES).mul(weights.rearrange(NEAR));
            FloatVector far = FloatVector.fromArray(FLOATS, chunk.far, i * LANES).mul(weights.rearrange(FAR));
            FloatVector sum = near.add(far);
            sum.intoArray(chunk.firstHalves, i * CHANNELS); // the next pixel takes the place of the half behind
            sum.rearrange(OTHER_HALF).intoArray(chunk.secondHalves, i * CHANNELS);
        }
    }

    private static void store(Chunk chunk) {
        for (int i = 0; i < chunk.count * CHANNELS; i += LANES) {
            FloatVector sum = FloatVector.fromArray(FLOATS, chunk.firstHalves, i)
                    .add(FloatVector.fromArray(FLOATS, chunk.secondHalves, i));
            IntVector rounded = sum.max(0).min(BRIGHTEST).add(ROUNDER).reinterpretAsInts();
            ByteVector pixels = (ByteVector) rounded.convertShape(VectorOperators.I2B, BYTES, 0);
            pixels.intoMemorySegment(NativeMemory.EVERYWHERE, chunk.out + i, PixelVectors.ORDER);
        }
    }

    private static FloatVector levels(long address) {
        return (FloatVector) ByteVector
                .fromMemorySegment(BYTES, NativeMemory.EVERYWHERE, address, PixelVectors.ORDER)
                .convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, 0).convert(VectorOperators.I2F, 0);
    }
}
