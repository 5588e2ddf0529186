package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.PlaneKernels;
import java.util.Arrays;

/**
 * How brightness changes around the pixels of one row: the products gx², gx·gy and gy² of its gradient, summed over a
 * square window. The gradient is Sobel's in whole numbers, eight times the grey levels per pixel; beyond the border the
 * last pixel goes on. From one row to the next, one row of products comes in and one goes out, which in whole numbers
 * gives the same sums wherever one begins. One thread.
 */
final class StructureTensor {
    /** The largest radius for which the sums of (2·radius + 1)² products of up to 1020² are ints. */
    static final int LARGEST_RADIUS = 20;
    /** What a gradient of one grey level per pixel is. */
    static final int UNIT = 8;

    private static final int LUMA_ROWS = 3;
    private static final int NONE = -1;

    private final FrameSize size;
    private final float[] read;
    /** Rows of brightness with a pixel more at each end, by number modulo three. */
    private final int[][] luma;
    private final int[] lumaRows = new int[LUMA_ROWS];
    /** Products of the rows in the window and of the one that has just left it, by number modulo their count. */
    private final int[][] xx;
    private final int[][] xy;
    private final int[][] yy;
    private final int[] productRows;
    private final int[] columnsXx;
    private final int[] columnsXy;
    private final int[] columnsYy;
    private int radius;
    private int row;
    private long edition = NONE;

    StructureTensor(FrameSize size) {
        this.size = size;
        this.read = new float[size.width()];
        this.luma = new int[LUMA_ROWS][size.width() + 2];
        int rows = 2 * LARGEST_RADIUS + 2;
        this.xx = new int[rows][size.width()];
        this.xy = new int[rows][size.width()];
        this.yy = new int[rows][size.width()];
        this.productRows = new int[rows];
        this.columnsXx = new int[size.width()];
        this.columnsXy = new int[size.width()];
        this.columnsYy = new int[size.width()];
    }

    /**
     * Goes to a row; to the one below the last it is the shortest way.
     *
     * @param newEdition another number for another picture or another radius
     * @param newRadius how far the window reaches from its pixel
     * @param kernels what rows of the picture are read with
     */
    void moveTo(Frame picture, long newEdition, int newRadius, int newRow, PlaneKernels kernels) {
        if (newEdition == edition && newRow == row + 1) {
            add(picture, kernels, newRow + radius, 1);
            add(picture, kernels, newRow - radius - 1, -1);
        } else {
            radius = newRadius;
            begin(picture, kernels, newRow);
        }
        edition = newEdition;
        row = newRow;
    }

    /** Sums over the window of each pixel. */
    void sums(int[] outXx, int[] outXy, int[] outYy) {
        across(columnsXx, outXx);
        across(columnsXy, outXy);
        across(columnsYy, outYy);
    }

    private void begin(Frame picture, PlaneKernels kernels, int newRow) {
        Arrays.fill(lumaRows, NONE);
        Arrays.fill(productRows, NONE);
        Arrays.fill(columnsXx, 0);
        Arrays.fill(columnsXy, 0);
        Arrays.fill(columnsYy, 0);
        for (int y = newRow - radius; y <= newRow + radius; y++) {
            add(picture, kernels, y, 1);
        }
    }

    private void add(Frame picture, PlaneKernels kernels, int y, int sign) {
        int slot = products(picture, kernels, Math.clamp(y, 0, size.height() - 1));
        add(xx[slot], sign, columnsXx);
        add(xy[slot], sign, columnsXy);
        add(yy[slot], sign, columnsYy);
    }

    private static void add(int[] products, int sign, int[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += sign * products[i];
        }
    }

    private int products(Frame picture, PlaneKernels kernels, int y) {
        int slot = y % (2 * radius + 2);
        if (productRows[slot] != y) {
            multiply(brightness(picture, kernels, y - 1), brightness(picture, kernels, y),
                    brightness(picture, kernels, y + 1), slot);
            productRows[slot] = y;
        }
        return slot;
    }

    private void multiply(int[] above, int[] here, int[] below, int slot) {
        int[] outXx = xx[slot];
        int[] outXy = xy[slot];
        int[] outYy = yy[slot];
        for (int i = 0; i < outXx.length; i++) {
            int x = above[i + 2] - above[i] + 2 * (here[i + 2] - here[i]) + below[i + 2] - below[i];
            int y = below[i] - above[i] + 2 * (below[i + 1] - above[i + 1]) + below[i + 2] - above[i + 2];
            outXx[i] = x * x;
            outXy[i] = x * y;
            outYy[i] = y * y;
        }
    }

    private int[] brightness(Frame picture, PlaneKernels kernels, int wanted) {
        int y = Math.clamp(wanted, 0, size.height() - 1);
        int[] out = luma[y % LUMA_ROWS];
        if (lumaRows[y % LUMA_ROWS] != y) {
            kernels.lumaRow(picture.pixels(), (long) y * size.stride(), read, 0, read.length);
            for (int i = 0; i < read.length; i++) {
                out[i + 1] = (int) (read[i] * (1f / PlaneKernels.LUMA_UNIT));
            }
            out[0] = out[1];
            out[read.length + 1] = out[read.length];
            lumaRows[y % LUMA_ROWS] = y;
        }
        return out;
    }

    private void across(int[] columns, int[] out) {
        int last = columns.length - 1;
        int sum = 0;
        for (int x = -radius; x <= radius; x++) {
            sum += columns[Math.clamp(x, 0, last)];
        }
        for (int x = 0; x <= last; x++) {
            out[x] = sum;
            sum += columns[Math.min(x + radius + 1, last)] - columns[Math.max(x - radius, 0)];
        }
    }
}
