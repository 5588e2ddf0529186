package io.github.slitstream.kernel;

/**
 * Where the pixels of an output read a canvas: output pixel (x, y) at the homography of (x, y). A pixel is outside
 * where one of its coordinates, cut off at the point toward zero, is none of the canvas, or where its third coordinate
 * is 0 or not finite.
 *
 * @param matrix from the output to the canvas
 * @param width of the canvas in pixels, at least 1
 * @param height likewise; the canvas has less than 2³¹ pixels
 */
public record Projection(Homography matrix, int width, int height, Border border) {
    /** The source of a pixel that takes the fill colour. */
    public static final int NOWHERE = -1;
    /**
     * Bits behind the point of each half of a fraction, which takes 0 … 2¹⁵: across in the upper half, down in the
     * lower.
     */
    public static final int FRACTION_BITS = 15;
    /** Where a fraction keeps its upper half. */
    public static final int ACROSS_SHIFT = 16;

    /** Whether a point of the canvas is none of it. */
    boolean isOutside(double u, double v, double w) {
        boolean inside = u > -1 && u < width && v > -1 && v < height && Math.abs(w) <= Double.MAX_VALUE;
        return !inside;
    }

    /** The pixel that a point reads if nothing is blended. */
    int nearest(double u, double v) {
        boolean mirrors = border == Border.MIRROR;
        int column = mirrors ? (int) Border.mirrored((int) u, width) : Math.clamp((int) u, 0, width - 1);
        int row = mirrors ? (int) Border.mirrored((int) v, height) : Math.clamp((int) v, 0, height - 1);
        return row * width + column;
    }

    /** A column on the canvas for a horizontal coordinate that may lie outside. */
    double across(double u) {
        return within(u, width);
    }

    /** A row on the canvas for a vertical coordinate that may lie outside. */
    double down(double v) {
        return within(v, height);
    }

    private double within(double coordinate, int side) {
        if (border == Border.MIRROR) {
            return Border.mirrored(coordinate, side);
        }
        return Double.isNaN(coordinate) ? 0 : Math.clamp(coordinate, 0, side - 1.0);
    }
}
