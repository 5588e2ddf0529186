package io.github.slitstream.kernel;

import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;

/** The kernels for moments of many frames in plain Java: the reference. */
public final class ScalarMoments implements MomentKernels {
    private static final int BLUE = 0x000000ff;
    private static final int GREEN_AND_ALPHA = 0xff00ff00;
    private static final int RED = 0x00ff0000;
    private static final int LEVEL = 0xff;
    /** In all four channels, as is white. */
    private static final int BLACK = 0;
    private static final int WHITE = -1;

    @Override
    public void cubicRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, FrameSize size,
            MemorySegment out, long outOffset) {
        cubicPixels(memory, ageOffsets, delays, row, size, out, outOffset, 0);
    }

    @Override
    public void cubicPackedRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, FrameSize size,
            MemorySegment out, long outOffset) {
        cubicPackedPixels(memory, ageOffsets, delays, row, size, out, outOffset, 0);
    }

    /** {@link #cubicRow} from one column on. */
    public void cubicPixels(MemorySegment memory, long[] ageOffsets, Delays delays, int row, FrameSize size,
            MemorySegment out, long outOffset, int fromColumn) {
        cubic(FramePixels.AS_THEY_CAME, memory, ageOffsets, delays, row, size, out, outOffset, fromColumn);
    }

    /** {@link #cubicPackedRow} from one column on. */
    public void cubicPackedPixels(MemorySegment memory, long[] ageOffsets, Delays delays, int row, FrameSize size,
            MemorySegment out, long outOffset, int fromColumn) {
        cubic(FramePixels.PACKED, memory, ageOffsets, delays, row, size, out, outOffset, fromColumn);
    }

    private static void cubic(FramePixels form, MemorySegment memory, long[] ageOffsets, Delays delays, int row,
            FrameSize size, MemorySegment out, long outOffset, int fromColumn) {
        int first = delays.firstPixel(row);
        for (int i = fromColumn; i < size.width(); i++) {
            int delay = delays.ofPixels()[first + i];
            int pixel = cubic(form.at(memory, ageOffsets[age(delay, 0, ageOffsets)], size, row, i),
                    form.at(memory, ageOffsets[age(delay, 1, ageOffsets)], size, row, i),
                    form.at(memory, ageOffsets[age(delay, 2, ageOffsets)], size, row, i),
                    form.at(memory, ageOffsets[age(delay, 3, ageOffsets)], size, row, i),
                    delay & (Kernels.ONE_FRAME - 1));
            out.set(FramePixels.PIXEL, outOffset + (long) i * FramePixels.BYTES, form.opaque(pixel));
        }
    }

    /**
     * The age of one of the four frames around a delay.
     *
     * @param tap 0 … 3, the newest first
     */
    public static int age(int delay, int tap, long[] ageOffsets) {
        return Math.max(0, Math.min((delay >> Kernels.DELAY_BITS) - 1 + tap, ageOffsets.length - 1));
    }

    private static int cubic(int before, int newer, int older, int behind, int fraction) {
        int made = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int a = newer >>> shift & 0xff;
            int b = older >>> shift & 0xff;
            int sum = CubicMoments.weight(fraction, 0) * (before >>> shift & 0xff)
                    + CubicMoments.weight(fraction, 1) * a + CubicMoments.weight(fraction, 2) * b
                    + CubicMoments.weight(fraction, 3) * (behind >>> shift & 0xff) + CubicMoments.HALF;
            made |= Math.max(Math.min(a, b), Math.min(Math.max(a, b), sum >> CubicMoments.BITS)) << shift;
        }
        return made;
    }

    @Override
    public void placedRow(MemorySegment memory, long[] ageOffsets, Delays delays, PixelPlaces places, int row,
            FrameSize size, MemorySegment out, long outOffset) {
        placedPixels(memory, ageOffsets, delays, places, row, size, out, outOffset, 0);
    }

    @Override
    public void placedPackedRow(MemorySegment memory, long[] ageOffsets, Delays delays, PixelPlaces places, int row,
            FrameSize size, MemorySegment out, long outOffset) {
        placedPackedPixels(memory, ageOffsets, delays, places, row, size, out, outOffset, 0);
    }

    /** {@link #placedRow} from one column on. */
    public void placedPixels(MemorySegment memory, long[] ageOffsets, Delays delays, PixelPlaces places, int row,
            FrameSize size, MemorySegment out, long outOffset, int fromColumn) {
        placed(FramePixels.AS_THEY_CAME, memory, ageOffsets, delays, places, row, size, out, outOffset, fromColumn);
    }

    /** {@link #placedPackedRow} from one column on. */
    public void placedPackedPixels(MemorySegment memory, long[] ageOffsets, Delays delays, PixelPlaces places, int row,
            FrameSize size, MemorySegment out, long outOffset, int fromColumn) {
        placed(FramePixels.PACKED, memory, ageOffsets, delays, places, row, size, out, outOffset, fromColumn);
    }

    private static void placed(FramePixels form, MemorySegment memory, long[] ageOffsets, Delays delays,
            PixelPlaces places, int row, FrameSize size, MemorySegment out, long outOffset, int fromColumn) {
        int first = delays.firstPixel(row);
        for (int column = fromColumn; column < size.width(); column++) {
            int delay = delays.ofPixels()[first + column];
            int age = delay >> Kernels.DELAY_BITS;
            int weight = delay & (Kernels.ONE_FRAME - 1);
            int x = FlowPoint.of(places.x(column, row));
            int y = FlowPoint.of(places.y(column, row));
            long pixel = form.between(memory, ageOffsets[age], size, x, y);
            if (weight != 0) {
                pixel = SpreadPixel.blend(pixel, form.between(memory, ageOffsets[age + 1], size, x, y), weight);
            }
            out.set(FramePixels.PIXEL, outOffset + (long) column * FramePixels.BYTES,
                    form.opaque(SpreadPixel.joined(pixel)));
        }
    }

    @Override
    public void meanRow(MemorySegment in, long inOffset, long step, int rows, MemorySegment out, long outOffset,
            int pixels) {
        int half = rows / 2;
        for (int i = 0; i < pixels; i++) {
            long at = (long) i * FramePixels.BYTES;
            int blue = half;
            int green = half;
            int red = half;
            int alpha = half;
            for (int row = 0; row < rows; row++) {
                int pixel = in.get(FramePixels.PIXEL, inOffset + row * step + at);
                blue += pixel & 0xff;
                green += pixel >>> 8 & 0xff;
                red += pixel >>> 16 & 0xff;
                alpha += pixel >>> 24;
            }
            out.set(FramePixels.PIXEL, outOffset + at,
                    (blue / rows) | ((green / rows) << 8) | ((red / rows) << 16) | ((alpha / rows) << 24));
        }
    }

    @Override
    public void mergeRow(MemorySegment in, long inOffset, long step, MemorySegment out, long outOffset, int pixels) {
        for (int i = 0; i < pixels; i++) {
            long at = inOffset + (long) i * FramePixels.BYTES;
            out.set(FramePixels.PIXEL, outOffset + (long) i * FramePixels.BYTES,
                    (in.get(FramePixels.PIXEL, at) & BLUE)
                            | (in.get(FramePixels.PIXEL, at + step) & GREEN_AND_ALPHA)
                            | (in.get(FramePixels.PIXEL, at + 2 * step) & RED));
        }
    }

    @Override
    public void lightenRow(MemorySegment below, long belowOffset, MemorySegment above, long aboveOffset, int weight,
            MemorySegment out, long outOffset, int pixels) {
        for (int i = 0; i < pixels; i++) {
            long at = (long) i * FramePixels.BYTES;
            int under = below.get(FramePixels.PIXEL, belowOffset + at);
            int over = ScalarKernels.blend(BLACK, above.get(FramePixels.PIXEL, aboveOffset + at), weight);
            out.set(FramePixels.PIXEL, outOffset + at, lighten(under, over));
        }
    }

    @Override
    public void darkenRow(MemorySegment below, long belowOffset, MemorySegment above, long aboveOffset, int weight,
            MemorySegment out, long outOffset, int pixels) {
        for (int i = 0; i < pixels; i++) {
            long at = (long) i * FramePixels.BYTES;
            int under = below.get(FramePixels.PIXEL, belowOffset + at);
            int over = ScalarKernels.blend(WHITE, above.get(FramePixels.PIXEL, aboveOffset + at), weight);
            out.set(FramePixels.PIXEL, outOffset + at, darken(under, over));
        }
    }

    @Override
    public void screenRow(MemorySegment below, long belowOffset, MemorySegment above, long aboveOffset, int weight,
            MemorySegment out, long outOffset, int pixels) {
        for (int i = 0; i < pixels; i++) {
            long at = (long) i * FramePixels.BYTES;
            int under = below.get(FramePixels.PIXEL, belowOffset + at);
            int over = ScalarKernels.blend(BLACK, above.get(FramePixels.PIXEL, aboveOffset + at), weight);
            out.set(FramePixels.PIXEL, outOffset + at, screen(under, over));
        }
    }

    private static int lighten(int below, int above) {
        int made = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            made |= Math.max(below >>> shift & LEVEL, above >>> shift & LEVEL) << shift;
        }
        return made;
    }

    private static int darken(int below, int above) {
        int made = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            made |= Math.min(below >>> shift & LEVEL, above >>> shift & LEVEL) << shift;
        }
        return made;
    }

    private static int screen(int below, int above) {
        int made = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int dark = (LEVEL - (below >>> shift & LEVEL)) * (LEVEL - (above >>> shift & LEVEL)) + LEVEL / 2 + 1;
            made |= (LEVEL - ((dark + (dark >> Byte.SIZE)) >> Byte.SIZE)) << shift;
        }
        return made;
    }
}
