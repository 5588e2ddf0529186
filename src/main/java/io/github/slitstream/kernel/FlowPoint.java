package io.github.slitstream.kernel;

import io.github.slitstream.frame.FlowGrid;

/**
 * Where the pixels of a moment between two frames are read, in fixed point: a coordinate has {@value #BITS} bits behind
 * the point, those of a weight and those of a flow.
 */
public final class FlowPoint {
    public static final int BITS = Kernels.DELAY_BITS + FlowGrid.FRACTION_BITS;
    private static final double ONE_PIXEL = 1 << BITS;
    /** Half of the least part of a fraction. */
    public static final int HALF = 1 << (FlowGrid.FRACTION_BITS - 1);

    private FlowPoint() {}

    /**
     * A coordinate along one axis, within the picture.
     *
     * @param pixel column or row
     * @param flow along this axis, of a {@link FlowGrid} cell
     * @param share of the flow that lies between the frame and the moment, 0 … 256
     * @param side of the picture
     */
    public static int of(int pixel, int flow, int share, int side) {
        return Math.clamp((pixel << BITS) - share * flow, 0, (side - 1) << BITS);
    }

    /** A coordinate of a place in pixels, within the picture, rounded to nearest. */
    public static int of(double pixels) {
        return (int) (pixels * ONE_PIXEL + 0.5);
    }

    /**
     * The column to the left, or the row above, that has another one beside it where the side is not a single pixel.
     */
    public static int whole(int coordinate, int side) {
        return Math.min(coordinate >> BITS, Math.max(0, side - 2));
    }

    /** How much of the neighbour to the right or below, 0 … 256. */
    public static int fraction(int coordinate, int whole) {
        return (coordinate - (whole << BITS) + HALF) >> FlowGrid.FRACTION_BITS;
    }

    /** How much of what was read along the flow, 0 … 256. */
    public static int trust(long cell) {
        int trust = FlowGrid.trust(cell);
        return trust + (trust >> (FlowGrid.TRUST_BITS - 1));
    }
}
