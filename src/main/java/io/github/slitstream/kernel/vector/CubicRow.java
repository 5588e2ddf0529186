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
    private static final IntVector CHANNEL = IntVector.broadcast(PixelLanes.SPECIES, 0xff);
    private static final IntVector HALF = IntVector.broadcast(PixelLanes.SPECIES, CubicMoments.HALF);

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

    private static void blend(long planes, long out, int count) {
        channels(planes, out, count, 0, false);
        channels(planes, out, count, 8, true);
        channels(planes, out, count, 16, true);
        channels(planes, out, count, 24, true);
    }

    /** One channel of all pixels, beside the others that the output holds already, or alone. */
    private static void channels(long planes, long out, int count, int shift, boolean beside) {
        for (int i = 0; i < count; i += PixelLanes.LANES) {
            long at = (long) i * PixelLanes.BYTES;
            IntVector newer = CubicLanes.channel(planes + PLANE + at, shift);
            IntVector older = CubicLanes.channel(planes + 2 * PLANE + at, shift);
            IntVector sum = CubicLanes.weighed(CubicLanes.channel(planes + at, shift), planes + 4 * PLANE + at)
                    .lanewise(ADD, CubicLanes.weighed(newer, planes + 5 * PLANE + at))
                    .lanewise(ADD, CubicLanes.weighed(older, planes + 6 * PLANE + at))
                    .lanewise(ADD, CubicLanes.weighed(CubicLanes.channel(planes + 3 * PLANE + at, shift),
                            planes + 7 * PLANE + at))
                    .lanewise(ADD, HALF).lanewise(ASHR, CubicMoments.BITS);
            IntVector made = sum.lanewise(MIN, newer.lanewise(MAX, older)).lanewise(MAX, newer.lanewise(MIN, older))
                    .lanewise(LSHL, shift);
            IntVector whole = beside ? PixelLanes.load(out + at).lanewise(OR, made) : made;
            whole.intoMemorySegment(NativeMemory.EVERYWHERE, out + at, PixelLanes.ORDER);
        }
    }

    private static final class CubicLanes {
        private CubicLanes() {}

        static IntVector channel(long plane, int shift) {
            return PixelLanes.load(plane).lanewise(LSHR, shift).lanewise(AND, CHANNEL);
        }

        static IntVector weighed(IntVector levels, long weights) {
            return levels.lanewise(MUL, PixelLanes.load(weights));
        }
    }
}
