package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.ParameterValues;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers of a part of a {@link Mix} as its {@link PartShape} makes them. One thread takes values and refreshes
 * what is kept; then any number fill rows. What is read elsewhere or softened is kept for the whole picture.
 */
final class PartNumbers {
    private final FrameSize size;
    private final PartShape shape;
    private final double[] numbersOfWarp = new double[PartWarp.MOST_NUMBERS];
    private final ThreadLocal<WarpedPlaces> places;
    private final ThreadLocal<double[]> rows;
    private final FrameSize blockSize;
    private final BlockBlur blur;
    private PartWarp warp = PartWarp.NONE;
    private int radius;
    private int steps = 1;
    private boolean stale = true;
    /** Of all pixels, as the pattern has them. */
    private double[] plain = new double[0];
    /** Softened. */
    private float[] blocks = new float[0];

    PartNumbers(FrameSize size, PartShape shape) {
        this.size = size;
        this.shape = shape;
        this.places = ThreadLocal.withInitial(() -> new WarpedPlaces(size));
        this.rows = ThreadLocal.withInitial(() -> new double[size.width()]);
        this.blockSize = BlockMeans.blocks(size);
        this.blur = new BlockBlur(blockSize);
    }

    /** @param values of the mix */
    void take(ParameterValues values) {
        PartWarp next = shape.warp(values);
        stale |= !next.equals(warp);
        warp = next;
        List<Parameter<?>> own = next.parameters();
        for (int i = 0; i < own.size(); i++) {
            double number = PartShape.number(own.get(i), values);
            stale |= numbersOfWarp[i] != number;
            numbersOfWarp[i] = number;
        }
        double share = shape.softening(values);
        int nextRadius = share == 0 ? 0 : Math.max(1, blur.radius(share, size));
        stale |= nextRadius != radius;
        radius = nextRadius;
        steps = shape.steps(values);
    }

    /** Brings what is kept up to date with the pattern. */
    void refresh(Field pattern, boolean patternMoved) {
        boolean isKept = isWarped() || radius > 0;
        if (!isKept) {
            stale = true;
        } else if (stale || patternMoved) {
            keep(pattern);
            stale = false;
        }
    }

    private boolean isWarped() {
        return !warp.parameters().isEmpty();
    }

    private void keep(Field pattern) {
        if (isWarped()) {
            plain = plain.length == 0 ? new double[size.pixels()] : plain;
            for (int row = 0; row < size.height(); row++) {
                pattern.fillRow(row, plain, row * size.width());
            }
        }
        if (radius > 0) {
            blocks = blocks.length == 0 ? new float[blockSize.pixels()] : blocks;
            takeMeans(pattern);
            blur.blur(blocks, radius);
        }
    }

    private void takeMeans(Field pattern) {
        double[] numbers = rows.get();
        Arrays.fill(blocks, 0);
        for (int row = 0; row < size.height(); row++) {
            fillSharp(pattern, row, numbers, 0);
            int top = row / BlockMeans.SIDE * BlockMeans.SIDE;
            int height = Math.min(BlockMeans.SIDE, size.height() - top);
            for (int column = 0; column < size.width(); column++) {
                int left = column / BlockMeans.SIDE * BlockMeans.SIDE;
                int width = Math.min(BlockMeans.SIDE, size.width() - left);
                blocks[row / BlockMeans.SIDE * blockSize.width() + column / BlockMeans.SIDE] += (float) numbers[column]
                        / (width * height);
            }
        }
    }

    /** Allocates nothing but once for each thread. */
    void fillRow(Field pattern, int row, double[] out, int first) {
        if (radius > 0) {
            blur.readRow(blocks, row, out, first, size.width());
        } else {
            fillSharp(pattern, row, out, first);
        }
        if (steps > 1) {
            quantise(out, first);
        }
    }

    private void fillSharp(Field pattern, int row, double[] out, int first) {
        if (!isWarped()) {
            pattern.fillRow(row, out, first);
            return;
        }
        WarpedPlaces own = places.get();
        own.begin(row);
        warp.loop().warp(own, numbersOfWarp);
        double half = (Coordinates.longer(size) - 1) / 2.0;
        for (int i = 0; i < size.width(); i++) {
            out[first + i] = read(pixel(own.x()[i], half, size.width()), pixel(own.y()[i], half, size.height()));
        }
    }

    /** The pixel, with its fraction, at a place; mirrored at the edges. */
    private static double pixel(double place, double half, int side) {
        int last = side - 1;
        return last == 0 ? 0 : Fold.folded((place * half + last / 2.0) / last) * last;
    }

    /** Blended between the four nearest pixels. */
    private double read(double x, double y) {
        int left = (int) x;
        int top = (int) y;
        int right = Math.min(left + 1, size.width() - 1);
        int above = top * size.width();
        int below = Math.min(top + 1, size.height() - 1) * size.width();
        double ofAbove = plain[above + left] + (plain[above + right] - plain[above + left]) * (x - left);
        double ofBelow = plain[below + left] + (plain[below + right] - plain[below + left]) * (x - left);
        return Math.clamp(ofAbove + (ofBelow - ofAbove) * (y - top), 0, 1);
    }

    /** The n steps are equally wide, the first is 0 and the last 1. */
    private void quantise(double[] out, int first) {
        double last = steps - 1;
        for (int i = first; i < first + size.width(); i++) {
            out[i] = Math.min(last, Math.floor(out[i] * steps)) / last;
        }
    }
}
