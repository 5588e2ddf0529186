package io.github.slitstream.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.MUL;
import static jdk.incubator.vector.VectorOperators.OR;

import io.github.slitstream.kernel.CubicMoments;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.ScalarMoments;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.IntVector;

/**
 * Every pixel by a curve through the four frames around its delay: fetched one by one into planes of ints, each of a
 * frame or of its weights, then worked out in registers, one channel after another.
 */
final class CubicRow {
    /** Pixels at a time: what is fetched stays in the nearest cache. */
    private static final int PIXELS = 128;
    private static final long PLANE = (long) PIXELS * PixelLanes.BYTES;
    /** Of four frames and their weights. */
    private static final int PLANES = 2 * CubicMoments.TAPS;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(PixelLanes.ORDER);
    private static final ValueLayout.OfShort CHROMA = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(PixelLanes.ORDER);
    /** The bits below the last channel of a pixel. */
    private static final int HIGHEST = Integer.SIZE - Byte.SIZE;
    private static final IntVector CHANNEL = IntVector.broadcast(PixelLanes.SPECIES, 0xff);

    /** One for each thread: a kernel allocates nothing while it works. */
    private static final ThreadLocal<MemorySegment> SCRATCH = ThreadLocal
            .withInitial(() -> Arena.ofAuto().allocate(PLANES * PLANE, PixelLanes.BLOCK));

    private CubicRow() {}

    /**
     * @param rows address of the row in the first frame; that of each age is within checked memory
     * @param out address of the row to write
     * @param pixels a multiple of those of a register
     */
    static void pixels(long rows, long[] ageOffsets, Delays delays, int row, long out, int pixels) {
        MemorySegment scratch = SCRATCH.get();
        for (int from = 0; from < pixels; from += PIXELS) {
            int count = Math.min(PIXELS, pixels - from);
            fetch(rows + (long) from * PixelLanes.BYTES, ageOffsets, delays.ofPixels(), delays.firstPixel(row) + from,
                    scratch.address(), count);
            blend(scratch.address(), out + (long) from * PixelLanes.BYTES, count);
        }
    }

    /**
     * As {@link #pixels}, of packed frames.
     *
     * @param lumas address of the row's lumas in the first frame, as are {@code chromas}
     */
    static void packedPixels(long lumas, long chromas, long[] ageOffsets, Delays delays, int row, long out,
            int pixels) {
        MemorySegment scratch = SCRATCH.get();
        for (int from = 0; from < pixels; from += PIXELS) {
            int count = Math.min(PIXELS, pixels - from);
            long to = out + (long) from * PixelLanes.BYTES;
            fetchPacked(lumas + from, chromas + from, ageOffsets, delays.ofPixels(), delays.firstPixel(row) + from,
                    scratch.address(), count);
            blend(scratch.address(), to, count);
            PackedPixels.unpackInPlace(to, count);
        }
    }

    private static void fetch(long rows, long[] ageOffsets, int[] delays, int first, long planes, int count) {
        for (int i = 0; i < count; i++) {
            int delay = delays[first + i];
            long at = (long) i * PixelLanes.BYTES;
            for (int tap = 0; tap < CubicMoments.TAPS; tap++) {
                int pixel = NativeMemory.EVERYWHERE.get(INT,
                        rows + ageOffsets[ScalarMoments.age(delay, tap, ageOffsets)] + at);
                keep(planes + at, tap, pixel, delay);
            }
        }
    }

    private static void fetchPacked(long lumas, long chromas, long[] ageOffsets, int[] delays, int first, long planes,
            int count) {
        for (int i = 0; i < count; i++) {
            int delay = delays[first + i];
            for (int tap = 0; tap < CubicMoments.TAPS; tap++) {
                long start = ageOffsets[ScalarMoments.age(delay, tap, ageOffsets)];
                int luma = NativeMemory.EVERYWHERE.get(ValueLayout.JAVA_BYTE, lumas + start + i) & 0xff;
                int chroma = NativeMemory.EVERYWHERE.get(CHROMA, chromas + start + (i & ~1)) & 0xffff;
                keep(planes + (long) i * PixelLanes.BYTES, tap, luma | chroma << 8, delay);
            }
        }
    }

    private static void keep(long at, int tap, int pixel, int delay) {
        NativeMemory.EVERYWHERE.set(INT, at + tap * PLANE, pixel);
        NativeMemory.EVERYWHERE.set(INT, at + (CubicMoments.TAPS + tap) * PLANE,
                CubicMoments.weight(delay & (Kernels.ONE_FRAME - 1), tap));
    }

    /**
     * Channels and frames are loops, since the compiler unrolls them only after it has inlined what they call: written
     * out, they have more nodes than it inlines anything into. They begin with new vectors: a constant one would have
     * all that follow made on the heap.
     */
    private static void blend(long planes, long out, int count) {
        for (int i = 0; i < count; i += PixelLanes.LANES) {
            long at = (long) i * PixelLanes.BYTES;
            IntVector made = IntVector.zero(PixelLanes.SPECIES);
            for (int shift = HIGHEST; shift >= 0; shift -= Byte.SIZE) {
                IntVector sum = IntVector.broadcast(PixelLanes.SPECIES, CubicMoments.HALF);
                for (int tap = 0; tap < CubicMoments.TAPS; tap++) {
                    sum = sum.lanewise(ADD, CubicLanes.weighed(planes + tap * PLANE + at, shift));
                }
                IntVector newer = CubicLanes.channel(planes + PLANE + at, shift);
                IntVector older = CubicLanes.channel(planes + 2 * PLANE + at, shift);
                IntVector level = sum.lanewise(ASHR, CubicMoments.BITS).lanewise(MIN, newer.lanewise(MAX, older))
                        .lanewise(MAX, newer.lanewise(MIN, older));
                made = made.lanewise(LSHL, Byte.SIZE).lanewise(OR, level);
            }
            made.intoMemorySegment(NativeMemory.EVERYWHERE, out + at, PixelLanes.ORDER);
        }
    }

    /** What is compiled into the loops above. */
    private static final class CubicLanes {
        private CubicLanes() {}

        static IntVector channel(long plane, int shift) {
            return PixelLanes.load(plane).lanewise(LSHR, shift).lanewise(AND, CHANNEL);
        }

        /** A channel of a frame's plane times the weights of that frame. */
        static IntVector weighed(long plane, int shift) {
            return channel(plane, shift).lanewise(MUL, PixelLanes.load(plane + CubicMoments.TAPS * PLANE));
        }
    }
}
