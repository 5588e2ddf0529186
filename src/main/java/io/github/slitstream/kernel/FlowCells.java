package io.github.slitstream.kernel;

import io.github.slitstream.frame.FlowGrid;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Makes the cells in which flow is kept ({@link FlowGrid}) from flow as it was found, and says how far it is to be
 * trusted. Flow makes a moment between two frames worse than their plain blend where something is uncovered, leaves or
 * flickers, and must not touch what stands still. So of each two by two pixels of the found flow is asked:
 *
 * <ul>
 * <li>whether forward and backward flow agree: they are trusted as far as following one and then the other leads back
 * to within {@value #CLOSE} pixels and the length of the way, not at all from twice that on: a tighter bound costs more
 * where flow is right than it saves where it is wrong, which the next question finds better;
 * <li>whether the frames agree better along the flow, half way, than as they are, on the mean of three by three such
 * places: trusted not at all from {@value #WORST} of the plain difference on;
 * <li>where the frames do not differ at all, whether they agree along the whole flow too; else it is not trusted.
 * </ul>
 *
 * One thread; allocates nothing while it works.
 */
public final class FlowCells {
    private static final float CLOSE = 8;
    private static final float CLOSE_SHARE = 1;
    /** Of the plain difference: from here on flow is no better. */
    private static final float WORST = 0.95f;
    /**
     * Grey levels by which the frames must agree better along the flow for it to be trusted where they hardly differ.
     */
    private static final float LEAST_GAIN = 0.2f;
    /** Grey levels below which a difference is grain. */
    private static final float GRAIN = 0.5f;
    /** Frames that differ by more grey levels, and along the flow by more than this share of that, are a cut. */
    private static final float CUT_LEVELS = 16;
    private static final float CUT_SHARE = 0.6f;

    private final FrameSize found;
    private final FrameSize grid;
    private final int columns;
    private final int rows;
    private final float[] still;
    private final float[] along;
    /** What differs at three by three places. */
    private final float[] around;
    private final byte[] trust;
    /** For each column of cells that of the trust. */
    private final int[] trustColumns;
    /** Copies of what is compared, which is read many times, and faster from arrays. */
    private final byte[] newer;
    private final byte[] older;
    private final float[] forward;
    private final float[] backward;
    private final FlowLines lines;

    /**
     * @param frame size of the frames
     * @param found size of the pictures in which flow is found
     */
    public FlowCells(FrameSize frame, FrameSize found) {
        this.found = found;
        this.grid = FlowGrid.of(frame);
        this.trustColumns = new int[grid.width()];
        this.columns = Math.ceilDiv(found.width(), 2);
        this.rows = Math.ceilDiv(found.height(), 2);
        this.still = new float[columns * rows];
        this.along = new float[columns * rows];
        this.around = new float[columns * rows];
        this.trust = new byte[columns * rows];
        this.newer = new byte[found.pixels()];
        this.older = new byte[found.pixels()];
        this.forward = new float[2 * found.pixels()];
        this.backward = new float[2 * found.pixels()];
        this.lines = new FlowLines(frame, found);
        for (int column = 0; column < trustColumns.length; column++) {
            float x = FlowLines.centre(column, found.width(), grid.width());
            trustColumns[column] = Math.min(columns - 1, Math.max(0, Math.round(x)) / 2);
        }
    }

    /**
     * Fills all cells of the flow between two frames.
     *
     * @param newGrey the newer frame, a byte for each pixel of the found size, as is {@code oldGrey}
     * @param there flow from the newer to the older one, two floats for each pixel, in such pixels
     * @param back flow from the older one to the newer
     * @return false if the two have nothing in common, as at a cut; the cells then mean nothing
     */
    public boolean fill(MemorySegment newGrey, MemorySegment oldGrey, MemorySegment there, MemorySegment back,
            MemorySegment cells) {
        MemorySegment.copy(newGrey, ValueLayout.JAVA_BYTE, 0, newer, 0, newer.length);
        MemorySegment.copy(oldGrey, ValueLayout.JAVA_BYTE, 0, older, 0, older.length);
        MemorySegment.copy(there, ValueLayout.JAVA_FLOAT, 0, forward, 0, forward.length);
        MemorySegment.copy(back, ValueLayout.JAVA_FLOAT, 0, backward, 0, backward.length);
        for (int row = 0; row < rows; row++) {
            compareRow(row);
        }
        for (int row = 0; row < rows; row++) {
            followRow(row);
        }
        if (isCut()) {
            return false;
        }
        for (int row = 0; row < rows; row++) {
            trustRow(row);
        }
        lines.startOver();
        for (int row = 0; row < grid.height(); row++) {
            fillRow(row, cells);
        }
        return true;
    }

    private void compareRow(int row) {
        for (int column = 0; column < columns; column++) {
            still[row * columns + column] = Math
                    .abs(grey(newer, 2 * column, 2 * row) - grey(older, 2 * column, 2 * row));
        }
    }

    /** Where nothing differs round about, flow can be no better, and is not asked. */
    private void followRow(int row) {
        for (int column = 0; column < columns; column++) {
            int at = row * columns + column;
            around[at] = around(still, column, row);
            along[at] = around[at] == 0 ? 0 : difference(2 * column, 2 * row, 0.5f);
        }
    }

    /** The sum over three by three places. */
    private float around(float[] places, int column, int row) {
        float sum = 0;
        for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                sum += places[y * columns + x];
            }
        }
        return sum;
    }

    /** How far apart the frames are at a place, in grey levels, where they are read along the flow. */
    private float difference(int x, int y, float moment) {
        float rest = 1 - moment;
        return Math.abs(level(newer, x - moment * flow(forward, x, y, 0), y - moment * flow(forward, x, y, 1))
                - level(older, x - rest * flow(backward, x, y, 0), y - rest * flow(backward, x, y, 1)));
    }

    /** How well forward and backward flow agree, 0 … 1. */
    private float agreement(int x, int y) {
        float right = flow(forward, x, y, 0);
        float down = flow(forward, x, y, 1);
        int thereX = Math.clamp(Math.round(x + right), 0, found.width() - 1);
        int thereY = Math.clamp(Math.round(y + down), 0, found.height() - 1);
        float missX = right + flow(backward, thereX, thereY, 0);
        float missY = down + flow(backward, thereX, thereY, 1);
        float missed = missX * missX + missY * missY;
        if (missed <= CLOSE * CLOSE) {
            return 1;
        }
        double bound = CLOSE + CLOSE_SHARE * Math.sqrt(right * right + down * down);
        double miss = Math.sqrt(missed);
        return (float) Math.clamp(2 - miss / bound, 0, 1);
    }

    private boolean isCut() {
        double plain = 0;
        double moved = 0;
        for (int i = 0; i < still.length; i++) {
            plain += still[i];
            moved += along[i];
        }
        return plain > CUT_LEVELS * still.length && moved > CUT_SHARE * plain;
    }

    private void trustRow(int row) {
        int tall = Math.min(rows - 1, row + 1) - Math.max(0, row - 1) + 1;
        for (int column = 0; column < columns; column++) {
            int at = row * columns + column;
            trust[at] = around[at] == 0 ? 0 : trust(column, row, tall);
        }
    }

    private byte trust(int column, int row, int tall) {
        int count = tall * (Math.min(columns - 1, column + 1) - Math.max(0, column - 1) + 1);
        float plain = around[row * columns + column];
        float gain = (WORST * plain - around(along, column, row)) / ((1 - WORST) * plain + LEAST_GAIN * count);
        if (!(gain > 0)) {
            return 0;
        }
        int x = 2 * column;
        int y = 2 * row;
        float trusted = Math.min(gain, 1) * agreement(x, y);
        boolean disturbs = trusted > 0 && isStill(x, y) && isDisturbed(x, y);
        return (byte) (disturbs ? 0 : Math.round(trusted * FlowGrid.FULL_TRUST));
    }

    private boolean isStill(int x, int y) {
        boolean same = true;
        for (int i = 0; i < 4; i++) {
            int column = Math.min(x + (i & 1), found.width() - 1);
            int line = Math.min(y + (i >> 1), found.height() - 1);
            same &= grey(newer, column, line) == grey(older, column, line);
        }
        return same;
    }

    private boolean isDisturbed(int x, int y) {
        return difference(x, y, 0.25f) > GRAIN || difference(x, y, 0.5f) > GRAIN || difference(x, y, 0.75f) > GRAIN;
    }

    private void fillRow(int row, MemorySegment cells) {
        float y = lines.moveTo(row, forward, backward);
        int trustRow = Math.min(rows - 1, Math.max(0, Math.round(y)) / 2) * columns;
        long at = (long) row * grid.width() * FlowGrid.CELL_BYTES;
        for (int column = 0; column < grid.width(); column++) {
            int trusted = trust[trustRow + trustColumns[column]] & 0xff;
            cells.set(ValueLayout.JAVA_LONG, at + (long) column * FlowGrid.CELL_BYTES,
                    trusted == 0 ? 0 : lines.cell(column, trusted));
        }
    }

    private float flow(float[] field, int x, int y, int axis) {
        return field[(y * found.width() + x) * 2 + axis];
    }

    private int grey(byte[] picture, int x, int y) {
        return picture[y * found.width() + x] & 0xff;
    }

    /** Grey at any place, bilinear; the border goes on. */
    private float level(byte[] picture, float x, float y) {
        float column = within(x, found.width() - 1);
        float line = within(y, found.height() - 1);
        int left = (int) column;
        int top = (int) line;
        int right = Math.min(left + 1, found.width() - 1);
        int bottom = Math.min(top + 1, found.height() - 1);
        float across = column - left;
        float above = mixed(grey(picture, left, top), grey(picture, right, top), across);
        float below = mixed(grey(picture, left, bottom), grey(picture, right, bottom), across);
        return mixed(above, below, line - top);
    }

    /** As Math.clamp, which asks more questions; what is no number is 0. */
    private static float within(float coordinate, float last) {
        float positive = coordinate > 0 ? coordinate : 0;
        return positive < last ? positive : last;
    }

    private static float mixed(float a, float b, float share) {
        return a + (b - a) * share;
    }
}
