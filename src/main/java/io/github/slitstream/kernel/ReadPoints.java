package io.github.slitstream.kernel;

import java.lang.foreign.MemorySegment;

/**
 * For every pixel of a picture the point of a canvas of the same size at which it is read, blended of the four pixels
 * around. Different threads may set and gather different rows at once.
 */
public final class ReadPoints {
    private static final int ONE = 1 << Projection.FRACTION_BITS;

    private final int width;
    private final int height;
    private final int[] sources;
    private final int[] fractions;

    /** All pixels read the upper left one. Width and height are at least 1. */
    public ReadPoints(int width, int height) {
        this.width = width;
        this.height = height;
        this.sources = new int[Math.multiplyExact(width, height)];
        this.fractions = new int[sources.length];
    }

    /**
     * Sets the point of one pixel. A point outside of the canvas is mirrored into it at the middle of the edge pixels.
     *
     * @param across horizontal coordinate of the point, 0 in the middle of the first column; what is not finite is 0
     * @param down vertical coordinate likewise
     */
    public void set(int column, int row, double across, double down) {
        double x = within(across, width);
        double y = within(down, height);
        int left = Math.min((int) x, Math.max(0, width - 2));
        int top = Math.min((int) y, Math.max(0, height - 2));
        int pixel = row * width + column;
        sources[pixel] = top * width + left;
        fractions[pixel] = (int) ((x - left) * ONE + 0.5) << Projection.ACROSS_SHIFT
                | (int) ((y - top) * ONE + 0.5);
    }

    /** Most points lie within, and the remainder of a division takes longer than all the rest. */
    private static double within(double coordinate, int side) {
        return coordinate >= 0 && coordinate <= side - 1 ? coordinate : Border.mirrored(coordinate, side);
    }

    /** Makes a row of packed BGRA from a canvas that begins at an offset in bytes. */
    public void gatherRow(int row, Kernels kernels, MemorySegment in, long inOffset, MemorySegment out,
            long outOffset) {
        kernels.gatherLinearRow(in, inOffset, width, height, sources, fractions, row * width, 0, out, outOffset,
                width);
    }
}
