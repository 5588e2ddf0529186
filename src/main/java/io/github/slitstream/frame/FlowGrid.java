package io.github.slitstream.frame;

/**
 * How the flow between a frame and the one before it is kept: a cell of 64 bits for each {@value #SIDE} columns and
 * rows, row after row. From the lowest bit on it holds how far what the cell shows of the newer frame lies to the right
 * and down in the older one (forward), then the same of the older frame in the newer one (backward), each a signed
 * number of {@value #COORDINATE_BITS} bits in sixteenths of a pixel, and in the highest {@value #TRUST_BITS} bits how
 * far that is to be trusted. A cell of 0 is not to be trusted at all.
 */
public final class FlowGrid {
    /** Pixels on each side of a cell. */
    public static final int SIDE = 2;
    /** Bits behind the point of a coordinate. */
    public static final int FRACTION_BITS = 4;
    public static final int COORDINATE_BITS = 14;
    public static final int TRUST_BITS = 8;
    /** The trust of a cell that is to be trusted entirely. */
    public static final int FULL_TRUST = (1 << TRUST_BITS) - 1;
    public static final int CELL_BYTES = Long.BYTES;

    private static final float UNIT = 1 << FRACTION_BITS;
    private static final int LARGEST = (1 << (COORDINATE_BITS - 1)) - 1;
    private static final long MASK = (1L << COORDINATE_BITS) - 1;
    private static final int TRUST_SHIFT = Long.SIZE - TRUST_BITS;

    private FlowGrid() {}

    /** How many columns and rows of cells there are for frames of a size. */
    public static FrameSize of(FrameSize frame) {
        return frame.dividedBy(SIDE);
    }

    /** Bytes of all cells of a flow. */
    public static long bytes(FrameSize frame) {
        return offset(frame, frame.height() + SIDE - 1);
    }

    /** Where the cells of a row of pixels start. */
    public static long offset(FrameSize frame, int pixelRow) {
        return (long) (pixelRow / SIDE) * Math.ceilDiv(frame.width(), SIDE) * CELL_BYTES;
    }

    /**
     * A cell of flows in pixels, each rounded to nearest and at most 511 long.
     *
     * @param trust 1 … {@link #FULL_TRUST}
     */
    public static long cell(float forwardX, float forwardY, float backwardX, float backwardY, int trust) {
        return fixed(forwardX) | (fixed(forwardY) << COORDINATE_BITS) | (fixed(backwardX) << (2 * COORDINATE_BITS))
                | (fixed(backwardY) << (3 * COORDINATE_BITS)) | ((long) trust << TRUST_SHIFT);
    }

    private static long fixed(float pixels) {
        // As Math.round, but of a positive number, which is cut off: for that there is an instruction.
        int nearest = (int) (pixels * UNIT + (LARGEST + 1.5)) - (LARGEST + 1);
        return Math.max(-LARGEST, Math.min(LARGEST, nearest)) & MASK;
    }

    public static int forwardX(long cell) {
        return coordinate(cell, 0);
    }

    public static int forwardY(long cell) {
        return coordinate(cell, 1);
    }

    public static int backwardX(long cell) {
        return coordinate(cell, 2);
    }

    public static int backwardY(long cell) {
        return coordinate(cell, 3);
    }

    /** 0 … {@link #FULL_TRUST}. */
    public static int trust(long cell) {
        return (int) (cell >>> TRUST_SHIFT);
    }

    private static int coordinate(long cell, int index) {
        return (int) (cell << (Long.SIZE - (index + 1) * COORDINATE_BITS) >> (Long.SIZE - COORDINATE_BITS));
    }
}
