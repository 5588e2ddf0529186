package io.github.slitstream.lab;

import io.github.slitstream.kernel.CubicWeights;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.Projection;
import io.github.slitstream.kernel.WarpMap.Sampling;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Reads an array (H, W, C) through a homography into another (height, width, C), whatever the number of channels.
 * Coordinates are those of the pictures' effect, to the last bit; between elements they are rounded to 15 bits behind
 * the point (10 for cubic). Numbers are floats, so that grey levels are exact. Any thread; one warp may run many times.
 */
public final class ArrayWarp {
    private static final float FRACTION_ONE = 1 << Projection.FRACTION_BITS;
    private static final int DOWN_MASK = (1 << Projection.ACROSS_SHIFT) - 1;

    private final Projection projection;
    private final Sampling sampling;
    private final int channels;
    private final int width;
    private final int height;
    private final float fill;

    /**
     * @param projection from pixels of the result to those of the input
     * @param channels C, at least 1
     * @param width of the result, as height
     * @param fill what stands where nothing is read
     */
    public ArrayWarp(Projection projection, Sampling sampling, int channels, int width, int height, float fill) {
        this.projection = projection;
        this.sampling = sampling;
        this.channels = channels;
        this.width = width;
        this.height = height;
        this.fill = fill;
    }

    /**
     * Warps on all processors.
     *
     * @param in (H, W, C) in C order
     * @param out takes (height, width, C)
     * @return how many pixels of the result lie outside of the input
     * @throws IllegalArgumentException if one of the arrays has another size
     */
    public long apply(float[] in, float[] out) {
        checkSize(in, projection.height(), projection.width());
        checkSize(out, height, width);
        return IntStream.range(0, height).parallel().mapToLong(row -> row(row, in, out)).sum();
    }

    private void checkSize(float[] array, int rows, int columns) {
        if (array.length != (long) rows * columns * channels) {
            throw new IllegalArgumentException(
                    array.length + " numbers are no array (" + rows + ", " + columns + ", " + channels + ")");
        }
    }

    private int row(int row, float[] in, float[] out) {
        int[] sources = new int[width];
        int[] fractions = new int[width];
        Kernels kernels = Kernels.get();
        int outside = sampling == Sampling.NEAREST
                ? kernels.sourceRow(projection, 0, row, sources, 0, width)
                : kernels.blendedSourceRow(projection, 0, row, sources, fractions, 0, width);
        for (int column = 0; column < width; column++) {
            int at = (row * width + column) * channels;
            int source = sources[column];
            if (source == Projection.NOWHERE) {
                Arrays.fill(out, at, at + channels, fill);
                continue;
            }
            switch (sampling) {
                case NEAREST -> System.arraycopy(in, source * channels, out, at, channels);
                case LINEAR -> linear(in, source, fractions[column], out, at);
                case CUBIC -> cubic(in, source, fractions[column], out, at);
            }
        }
        return outside;
    }

    private void linear(float[] in, int source, int fraction, float[] out, int at) {
        float across = (fraction >>> Projection.ACROSS_SHIFT) / FRACTION_ONE;
        float down = (fraction & DOWN_MASK) / FRACTION_ONE;
        int right = projection.width() > 1 ? channels : 0;
        int below = projection.height() > 1 ? projection.width() * channels : 0;
        for (int channel = 0; channel < channels; channel++) {
            int from = source * channels + channel;
            float top = between(in[from], in[from + right], across);
            float bottom = between(in[from + below], in[from + below + right], across);
            out[at + channel] = between(top, bottom, down);
        }
    }

    private static float between(float a, float b, float share) {
        return a + (b - a) * share;
    }

    private void cubic(float[] in, int source, int fraction, float[] out, int at) {
        int left = source % projection.width();
        int top = source / projection.width();
        int across = CubicWeights.first(fraction >>> Projection.ACROSS_SHIFT);
        int down = CubicWeights.first(fraction & DOWN_MASK);
        for (int channel = 0; channel < channels; channel++) {
            float even = 0;
            float odd = 0;
            for (int tap = 0; tap < CubicWeights.TAPS; tap += 2) {
                even += column(in, left + tap - 1, top, down, channel) * CubicWeights.of(across + tap);
                odd += column(in, left + tap, top, down, channel) * CubicWeights.of(across + tap + 1);
            }
            out[at + channel] = even + odd;
        }
    }

    /** Four numbers of a column, weighted; coordinates may lie beyond the edge, which goes on. */
    private float column(float[] in, int column, int top, int down, int channel) {
        int inside = Math.clamp(column, 0, projection.width() - 1);
        float sum = 0;
        for (int tap = 0; tap < CubicWeights.TAPS; tap++) {
            int row = Math.clamp(top + tap - 1, 0, projection.height() - 1);
            sum += in[(row * projection.width() + inside) * channels + channel] * CubicWeights.of(down + tap);
        }
        return sum;
    }
}
