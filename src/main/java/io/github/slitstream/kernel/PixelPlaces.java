package io.github.slitstream.kernel;

/**
 * Where in frames the pixels of a picture are read: at an affine map of their own place, in pixels, clamped to the
 * frame. One thread sets it, then any number of threads read.
 */
public final class PixelPlaces {
    private final int width;
    private final int height;
    private double xOfColumn = 1;
    private double xOfRow;
    private double x0;
    private double yOfColumn;
    private double yOfRow = 1;
    private double y0;

    /** Each pixel at its own place. */
    public PixelPlaces(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Column of the frame: {@code ofColumn·column + ofRow·row + offset}. */
    public void setColumns(double ofColumn, double ofRow, double offset) {
        xOfColumn = ofColumn;
        xOfRow = ofRow;
        x0 = offset;
    }

    /** Row of the frame, likewise. */
    public void setRows(double ofColumn, double ofRow, double offset) {
        yOfColumn = ofColumn;
        yOfRow = ofRow;
        y0 = offset;
    }

    /** The column of the frame that a pixel reads, 0 … width − 1. */
    public double x(int column, int row) {
        return within(xOfColumn * column + xOfRow * row + x0, width - 1.0);
    }

    /** The row of the frame that a pixel reads, 0 … height − 1. */
    public double y(int column, int row) {
        return within(yOfColumn * column + yOfRow * row + y0, height - 1.0);
    }

    /** As {@link Math#clamp} of numbers, which looks for what is none first. */
    private static double within(double place, double last) {
        double atLeast = place > 0 ? place : 0;
        return atLeast < last ? atLeast : last;
    }
}
