package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;

/**
 * Numbers of blocks, blurred by three means over a square each, which is nearly a bell curve; and read at any pixel,
 * blended between the middles of the four nearest blocks. One thread blurs, then any number read.
 */
final class BlockBlur {
    private static final int PASSES = 3;

    private final FrameSize size;
    private final float[] between;

    BlockBlur(FrameSize blocks) {
        this.size = blocks;
        this.between = new float[blocks.pixels()];
    }

    /**
     * The radius of means over blocks of {@link BlockMeans}.
     *
     * @param share of the longer side of the picture
     */
    int radius(double share, FrameSize picture) {
        double pixels = share * Coordinates.longer(picture);
        return (int) Math.min(Math.rint(pixels / BlockMeans.SIDE), Coordinates.longer(size));
    }

    /**
     * Blurs in place; beyond the border the last block goes on. Allocates nothing.
     *
     * @param radius of each mean, in blocks; 0 leaves all as it is
     */
    void blur(float[] blocks, int radius) {
        if (radius == 0) {
            return;
        }
        for (int pass = 0; pass < PASSES; pass++) {
            for (int row = 0; row < size.height(); row++) {
                mean(blocks, row * size.width(), 1, size.width(), radius, between);
            }
            for (int column = 0; column < size.width(); column++) {
                mean(between, column, size.width(), size.height(), radius, blocks);
            }
        }
    }

    /** In doubles, since a sum that runs along gathers what is rounded. */
    private static void mean(float[] in, int first, int step, int count, int radius, float[] out) {
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += in[first + Math.clamp(i, 0, count - 1) * step];
        }
        for (int i = 0; i < count; i++) {
            out[first + i * step] = (float) (sum / (2 * radius + 1));
            sum += in[first + Math.min(i + radius + 1, count - 1) * step]
                    - in[first + Math.max(i - radius, 0) * step];
        }
    }

    /** The numbers along one row of pixels, clamped to 0 … 1. Allocates nothing. */
    void readRow(float[] blocks, int row, double[] out, int at, int width) {
        double down = position(row, size.height());
        int top = (int) down;
        int above = top * size.width();
        int below = Math.min(top + 1, size.height() - 1) * size.width();
        for (int column = 0; column < width; column++) {
            double across = position(column, size.width());
            int left = (int) across;
            int right = Math.min(left + 1, size.width() - 1);
            double ofAbove = blended(blocks[above + left], blocks[above + right], across - left);
            double ofBelow = blended(blocks[below + left], blocks[below + right], across - left);
            out[at + column] = Math.clamp(blended(ofAbove, ofBelow, down - top), 0, 1);
        }
    }

    /** Where a pixel lies between the middles of blocks. */
    private static double position(int pixel, int blocks) {
        return Math.clamp((pixel + 0.5) / BlockMeans.SIDE - 0.5, 0, blocks - 1);
    }

    private static double blended(double a, double b, double share) {
        return a + (b - a) * share;
    }
}
