package io.github.slitstream.frame;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * How the flow between a frame and the one before it is kept: a cell of 64 bits for each {@value #SIDE} columns and
 * rows, row after row. From the lowest bit on it holds how far what the cell shows of the newer frame lies to the right
 * and down in the older one (forward), then the same of the older frame in the newer one (backward), each a signed
 * number of {@value #COORDINATE_BITS} bits in sixteenths of a pixel, and in the highest {@value #TRUST_BITS} bits how
 * far that is to be trusted. A cell of 0 is not to be trusted at all.
 *
 * <p>
 * Behind the cells of a flow that is kept, a bit for each {@value #MARKED} columns of a row of cells says whether one
 * of theirs is not 0: most pictures stand still in most places, and who reads there need not look at the cells. Each
 * row's bits begin with the lowest of a word of 64.
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
    /** Columns of pixels that a bit stands for. */
    public static final int MARKED = 16;

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

    /** Bytes of all cells of a flow and of the bits behind them. */
    public static long keptBytes(FrameSize frame) {
        return marks(frame, frame.height() + SIDE - 1);
    }

    /** Where the words start, from the first cell on, that say in which columns of a row of pixels there is flow. */
    public static long marks(FrameSize frame, int pixelRow) {
        return bytes(frame) + (long) (pixelRow / SIDE) * markBytes(frame);
    }

    /** Bytes of these words. */
    static int markBytes(FrameSize frame) {
        return Math.ceilDiv(Math.ceilDiv(frame.width(), MARKED), Long.SIZE) * Long.BYTES;
    }

    /**
     * Writes the bits behind the cells of a flow.
     *
     * @param start of its cells
     */
    static void mark(MemorySegment memory, long start, FrameSize frame) {
        int cells = Math.ceilDiv(frame.width(), SIDE);
        for (int row = 0; row < frame.height(); row += SIDE) {
            long first = start + offset(frame, row);
            long words = start + marks(frame, row);
            for (int from = 0; from < cells; from += MARKED / SIDE * Long.SIZE) {
                int count = Math.min(MARKED / SIDE * Long.SIZE, cells - from);
                memory.set(ValueLayout.JAVA_LONG, words, word(memory, first + (long) from * CELL_BYTES, count));
                words += Long.BYTES;
            }
        }
    }

    private static long word(MemorySegment memory, long first, int cells) {
        long word = 0;
        for (int from = 0; from < cells; from += MARKED / SIDE) {
            long any = 0;
            for (int cell = from; cell < Math.min(from + MARKED / SIDE, cells); cell++) {
                any |= memory.get(ValueLayout.JAVA_LONG, first + (long) cell * CELL_BYTES);
            }
            word |= any == 0 ? 0 : 1L << (from * SIDE / MARKED);
        }
        return word;
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

    /** Both coordinates of the forward flow in the lowest bits, across below down; what is above them is anything. */
    public static int forward(long cell) {
        return (int) cell;
    }

    /** The same of the backward flow. */
    public static int backward(long cell) {
        return (int) (cell >>> (2 * COORDINATE_BITS));
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
