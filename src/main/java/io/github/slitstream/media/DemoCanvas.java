package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * An opaque picture, or a band of rows of one, on which the demo's shapes are painted with smooth edges. Java2D could
 * do so too, but loading it would hold up the first picture, and it allocates.
 */
final class DemoCanvas {
    private static final ValueLayout.OfInt BGRA = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    /** The weight of a colour that hides what is below it. */
    private static final int WHOLE = 1 << 16;

    private final int width;
    private final int height;
    private final double scale;
    private final int[] pixels;
    /** The rows of the picture that the band is. */
    private int top;
    private int bottom;
    private double originX;
    private double originY;
    private double sin;
    private double cos = 1;

    /**
     * Begins with the topmost band.
     *
     * @param scale pixels of a unit in which places and shapes are given
     * @param rows of a band, 1 … the height
     */
    DemoCanvas(FrameSize size, double scale, int rows) {
        this.width = size.width();
        this.height = size.height();
        this.scale = scale;
        this.pixels = new int[rows * width];
        moveTo(0);
    }

    /** Goes to the band that begins with a row; the last may be lower. What was painted before means nothing there. */
    void moveTo(int row) {
        top = row;
        bottom = Math.min(height, row + pixels.length / width);
    }

    /** The band row after row, as ARGB, to be painted over or read. */
    int[] pixels() {
        return pixels;
    }

    /** How many pixels the band has. */
    int count() {
        return (bottom - top) * width;
    }

    /** @param target of the whole picture's size */
    void copyTo(Frame target) {
        MemorySegment.copy(pixels, 0, target.pixels(), BGRA, (long) top * target.size().stride(), count());
    }

    /** Puts the shapes that follow at a point, turned clockwise. */
    void place(double x, double y, double degrees) {
        originX = x * scale;
        originY = y * scale;
        sin = Math.sin(Math.toRadians(degrees));
        cos = Math.cos(Math.toRadians(degrees));
    }

    void fill(DemoShape shape, int argb) {
        double middle = (shape.top() + shape.bottom()) / 2 * scale;
        double halfWidth = shape.halfWidth() * scale;
        double halfHeight = (shape.bottom() - shape.top()) / 2 * scale;
        double centre = originY + cos * middle;
        double reach = Math.abs(sin) * halfWidth + Math.abs(cos) * halfHeight + 0.5;
        double most = Math.min(1, 2 * Math.min(halfWidth, halfHeight));
        int end = pixel(centre + reach, bottom);
        for (int row = Math.max(top, pixel(centre - reach, bottom)); row < end; row++) {
            fillRow(shape, argb, most, row);
        }
    }

    /** On either side of the hole, or of where it would be. */
    private void fillRow(DemoShape shape, int argb, double most, int row) {
        double margin = 0.5 / scale;
        double down = (row + 0.5 - originY) / scale;
        double left = shape.entry(sin * down, cos * down, cos, -sin, margin);
        double right = -shape.entry(sin * down, cos * down, -cos, sin, margin);
        double hole = DemoShape.Circle.halfChord(down, Math.max(0, shape.hole() - margin));
        fillSpan(shape, argb, most, row, left, Math.min(right, -hole));
        fillSpan(shape, argb, most, row, Math.max(left, hole), right);
    }

    /**
     * From either end inward until pixels are covered as a whole; so are then those between.
     *
     * @param most how much of a pixel is covered at most, by a shape that is thinner than it
     */
    private void fillSpan(DemoShape shape, int argb, double most, int row, double left, double right) {
        int from = pixel(originX + left * scale, width);
        int to = Math.max(from, pixel(originX + right * scale, width));
        while (from < to && fillEdge(shape, argb, most, row, from)) {
            from++;
        }
        while (from < to && fillEdge(shape, argb, most, row, to - 1)) {
            to--;
        }
        blend(row, from, to, argb, most);
    }

    /** @return whether the outline touches the pixel; only then it is painted */
    private boolean fillEdge(DemoShape shape, int argb, double most, int row, int column) {
        double coverage = coverage(shape, row, column);
        if (coverage >= 1) {
            return false;
        }
        blend(row, column, column + 1, argb, Math.min(most, coverage));
        return true;
    }

    private double coverage(DemoShape shape, int row, int column) {
        double down = (row + 0.5 - originY) / scale;
        double across = (column + 0.5 - originX) / scale;
        double distance = shape.distance(cos * across + sin * down, cos * down - sin * across) * scale;
        return Math.max(0, 0.5 - distance);
    }

    private void blend(int row, int left, int right, int argb, double coverage) {
        int from = (row - top) * width + left;
        int to = (row - top) * width + right;
        int weight = (int) ((argb >>> 24) / 255.0 * coverage * WHOLE + 0.5);
        if (weight == WHOLE) {
            Arrays.fill(pixels, from, to, argb);
            return;
        }
        for (int index = from; index < to; index++) {
            int below = pixels[index];
            pixels[index] = 0xFF << 24 | mix(below >> 16, argb >> 16, weight) << 16
                    | mix(below >> 8, argb >> 8, weight) << 8 | mix(below, argb, weight);
        }
    }

    /** Of the lowest eight bits. */
    private static int mix(int below, int above, int weight) {
        return ((below & 0xFF) * (WHOLE - weight) + (above & 0xFF) * weight + WHOLE / 2) >> 16;
    }

    /** The first pixel whose centre is not before the edge. */
    private static int pixel(double edge, int count) {
        return Math.clamp((long) Math.ceil(edge - 0.5), 0, count);
    }
}
