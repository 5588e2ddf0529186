package io.github.slitstream.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * The warp kernels in plain Java, for {@link ScalarKernels}.
 *
 * <p>
 * A fraction holds how far a point lies to the right of and below the upper left of the four pixels around it, in 15
 * bits each: what that leaves out is a hundredth of a grey level at most. Channels are blended in floats, one operation
 * after another in an order that vector registers can keep, so that both round alike.
 */
final class ScalarWarp {
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int BYTES = 4;
    private static final int FRACTION_ONE = 1 << Projection.FRACTION_BITS;
    private static final int DOWN_MASK = (1 << Projection.ACROSS_SHIFT) - 1;
    /**
     * A float as large as this has no bits behind the point: adding it rounds to nearest, and leaves the level in the
     * lowest byte.
     */
    private static final float ROUNDER = 0x1p23f;
    private static final float BRIGHTEST = 255;

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
            fractions[first + i] = (int) ((across - left) * FRACTION_ONE + 0.5) << Projection.ACROSS_SHIFT
                    | (int) ((down - top) * FRACTION_ONE + 0.5);
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
        float across = (fraction >>> Projection.ACROSS_SHIFT) / (float) FRACTION_ONE;
        float down = (fraction & DOWN_MASK) / (float) FRACTION_ONE;
        int pixel = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            float top = between(level(topLeft, shift), level(topRight, shift), across);
            float bottom = between(level(bottomLeft, shift), level(bottomRight, shift), across);
            pixel |= rounded(between(top, bottom, down)) << shift;
        }
        return pixel;
    }

    private static float between(float a, float b, float share) {
        return a + (b - a) * share;
    }

    private static int bicubic(MemorySegment in, long inOffset, int width, int height, int source, int fraction) {
        int left = Objects.checkIndex(source, width * height) % width;
        int top = source / width;
        int across = CubicWeights.first(fraction >>> Projection.ACROSS_SHIFT);
        int down = CubicWeights.first(fraction & DOWN_MASK);
        int pixel = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            // taps are added in the order of registers that hold two of them side by side
            float even = 0;
            float odd = 0;
            for (int tap = 0; tap < CubicWeights.TAPS; tap += 2) {
                even += column(in, inOffset, width, height, left + tap - 1, top, down, shift)
                        * CubicWeights.of(across + tap);
                odd += column(in, inOffset, width, height, left + tap, top, down, shift)
                        * CubicWeights.of(across + tap + 1);
            }
            pixel |= rounded(Math.min(Math.max(even + odd, 0), BRIGHTEST)) << shift;
        }
        return pixel;
    }

    /** Four levels of a column, weighted; coordinates may lie beyond the edge, which goes on. */
    private static float column(MemorySegment in, long inOffset, int width, int height, int column, int top, int down,
            int shift) {
        float sum = 0;
        for (int tap = 0; tap < CubicWeights.TAPS; tap++) {
            long row = (long) Math.clamp(top + tap - 1, 0, height - 1) * width;
            int pixel = in.get(PIXEL, inOffset + (row + Math.clamp(column, 0, width - 1)) * BYTES);
            sum += level(pixel, shift) * CubicWeights.of(down + tap);
        }
        return sum;
    }

    private static float level(int pixel, int shift) {
        return pixel >>> shift & 0xff;
    }

    private static int rounded(float level) {
        return Float.floatToRawIntBits(level + ROUNDER) & 0xff;
    }
}
