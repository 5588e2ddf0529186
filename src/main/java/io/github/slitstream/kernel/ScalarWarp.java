package io.github.slitstream.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The warp kernels in plain Java, for {@link ScalarKernels}.
 *
 * <p>
 * A fraction holds how far a point lies from the upper left of the four pixels around it: to the right in 8 bits behind the
 * point, downwards in 16. Blending first across and then down, nothing is rounded before the end: a channel times 8 bits fits 16, times
 * 16 more it fits 32, so that two channels share an int and then a long. What 8 bits across leave out is half a grey level at most; the
 * rounding of the result is the other half of the one that the result may be off.
 */
final class ScalarWarp {
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int BYTES = 4;
    private static final int ACROSS_ONE = 1 << Projection.ACROSS_BITS;
    private static final int DOWN_ONE = 1 << Projection.DOWN_BITS;
    private static final int DOWN_MASK = (1 << Projection.ACROSS_SHIFT) - 1;
    private static final int EVEN_CHANNELS = 0x00ff00ff;
    private static final long LOWER_SHORT = 0xffffL;
    private static final long UPPER_SHORT = 0xffff0000L;
    /** One half of {@code 1 << 24}, for two channels. */
    private static final long HALVES = 0x0080000000800000L;

    private ScalarWarp() {}

    static int sourceRow(Projection to, int column, int row, int[] sources, int first, int pixels) {
        Homography matrix = to.matrix();
        boolean fills = to.border() == Border.FILL;
        int outside = 0;
        for (int i = 0; i < pixels; i++) {
            double w = matrix.w(column + i, row);
            double u = matrix.x(column + i, row);
            double v = matrix.y(column + i, row);
            boolean out = to.isOutside(u, v, w);
            outside += out ? 1 : 0;
            sources[first + i] = out && fills ? Projection.NOWHERE : to.nearest(u, v);
        }
        return outside;
    }

    static int blendedSourceRow(Projection to, int column, int row, int[] sources, int[] fractions, int first,
            int pixels) {
        Homography matrix = to.matrix();
        boolean fills = to.border() == Border.FILL;
        int lastColumn = Math.max(0, to.width() - 2);
        int lastRow = Math.max(0, to.height() - 2);
        int outside = 0;
        for (int i = 0; i < pixels; i++) {
            double u = matrix.x(column + i, row);
            double v = matrix.y(column + i, row);
            boolean out = to.isOutside(u, v, matrix.w(column + i, row));
            outside += out ? 1 : 0;
            double across = to.across(u);
            double down = to.down(v);
            int left = Math.min((int) across, lastColumn);
            int top = Math.min((int) down, lastRow);
            sources[first + i] = out && fills ? Projection.NOWHERE : top * to.width() + left;
            fractions[first + i] = (int) ((across - left) * ACROSS_ONE + 0.5) << Projection.ACROSS_SHIFT
                    | (int) ((down - top) * DOWN_ONE + 0.5);
        }
        return outside;
    }

    static void gatherRow(MemorySegment in, long inOffset, int[] sources, int first, int fill, MemorySegment out,
            long outOffset, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int source = sources[first + i];
            int pixel = source < 0 ? fill : in.get(PIXEL, inOffset + (long) source * BYTES);
            out.set(PIXEL, outOffset + (long) i * BYTES, pixel);
        }
    }

    static void gatherLinearRow(MemorySegment in, long inOffset, int width, int height, int[] sources, int[] fractions,
            int first, int fill, MemorySegment out, long outOffset, int pixels) {
        long right = width > 1 ? BYTES : 0;
        long below = height > 1 ? (long) width * BYTES : 0;
        for (int i = 0; i < pixels; i++) {
            int source = sources[first + i];
            int pixel = fill;
            if (source >= 0) {
                long at = inOffset + (long) source * BYTES;
                pixel = bilinear(in.get(PIXEL, at), in.get(PIXEL, at + right), in.get(PIXEL, at + below),
                        in.get(PIXEL, at + below + right), fractions[first + i]);
            }
            out.set(PIXEL, outOffset + (long) i * BYTES, pixel);
        }
    }

    static void gatherCubicRow(MemorySegment in, long inOffset, int width, int height, int[] sources, int[] fractions,
            int first, int fill, MemorySegment out, long outOffset, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int source = sources[first + i];
            int pixel = source < 0 ? fill : bicubic(in, inOffset, width, height, source, fractions[first + i]);
            out.set(PIXEL, outOffset + (long) i * BYTES, pixel);
        }
    }

    private static int bilinear(int topLeft, int topRight, int bottomLeft, int bottomRight, int fraction) {
        int across = fraction >>> Projection.ACROSS_SHIFT;
        int down = fraction & DOWN_MASK;
        long even = down(across(topLeft, topRight, across), across(bottomLeft, bottomRight, across), down);
        long odd = down(across(topLeft >>> 8, topRight >>> 8, across),
                across(bottomLeft >>> 8, bottomRight >>> 8, across), down);
        return packed(even) | packed(odd) << 8;
    }

    /** Two channels, each {@code a·(256 − weight) + b·weight} in 16 bits. */
    private static int across(int a, int b, int weight) {
        return (a & EVEN_CHANNELS) * (ACROSS_ONE - weight) + (b & EVEN_CHANNELS) * weight;
    }

    /** Two channels, each {@code a·(65536 − weight) + b·weight} and a half for rounding, in 32 bits. */
    private static long down(int a, int b, int weight) {
        return spread(a) * (DOWN_ONE - weight) + spread(b) * weight + HALVES;
    }

    private static long spread(int twoShorts) {
        return (twoShorts & LOWER_SHORT) | (twoShorts & UPPER_SHORT) << 16;
    }

    /** The highest bytes of both halves. */
    private static int packed(long twoInts) {
        return (int) (twoInts >>> 24 & 0xff) | (int) (twoInts >>> 56) << 16;
    }

    /**
     * Sixteen pixels by weights that may be negative. Two channels share a long; sums of whole longs are sums of both, and the
     * sign of the lower is taken out of the upper at the end.
     */
    private static int bicubic(MemorySegment in, long inOffset, int width, int height, int source, int fraction) {
        int left = source % width;
        int top = source / width;
        int across = fraction >>> Projection.ACROSS_SHIFT;
        int down = ((fraction & DOWN_MASK) + 128) >> 8;
        long even = 0;
        long odd = 0;
        for (int j = 0; j < CubicWeights.TAPS; j++) {
            long row = (long) Math.clamp(top + j - 1, 0, height - 1) * width;
            long evenOfRow = 0;
            long oddOfRow = 0;
            for (int i = 0; i < CubicWeights.TAPS; i++) {
                int column = Math.clamp(left + i - 1, 0, width - 1);
                int pixel = in.get(PIXEL, inOffset + (row + column) * BYTES);
                long weight = CubicWeights.of(across, i);
                evenOfRow += twoChannels(pixel) * weight;
                oddOfRow += twoChannels(pixel >>> 8) * weight;
            }
            long weight = CubicWeights.of(down, j);
            even += evenOfRow * weight;
            odd += oddOfRow * weight;
        }
        return clamped(even) | clamped(odd) << 8;
    }

    private static long twoChannels(int pixel) {
        return (pixel & 0xffL) | (pixel & 0xff0000L) << 16;
    }

    private static int clamped(long twoSums) {
        int lower = (int) twoSums;
        int upper = (int) ((twoSums - lower) >> 32);
        return CubicWeights.rounded(lower) | CubicWeights.rounded(upper) << 16;
    }
}
