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
 * to within {@value FoundFlow#CLOSE} pixels and the length of the way, not at all from twice that on: a tighter bound
 * costs more where flow is right than it saves where it is wrong, which the next question finds better;
 * <li>whether the frames agree better along the flow, half way, than as they are, on the mean of three by three such
 * places: trusted not at all from {@value #WORST} of the plain difference on;
 * <li>how much of what differs in a region is left along the flow: trusted less and less from {@value #REGION_GOOD} of
 * it on, not at all from {@value #REGION_WORST}. Where pictures have nothing in common, as at cuts, or turn into each
 * other, as in fades, flow finds something that looks alike, but never explains that much of what differs;
 * <li>whether the opposite of the flow explains it too: what repeats itself and moves by about half of the way to the
 * next may as well have gone there. Trusted less and less where less than {@value #OPPOSITE_GOOD} of what differs is
 * left against the flow, not at all from {@value #OPPOSITE_WORST} on;
 * <li>how much of what differs in the whole picture came from where the flow before says: in pictures that shake, what
 * turns back within a frame was somewhere else half way, however well the frames agree. Where no flow before is known,
 * trust is half;
 * <li>where the frames do not differ at all, whether they agree along the whole flow too; else it is not trusted.
 * </ul>
 *
 * One thread; allocates nothing while it works.
 */
public final class FlowCells {
    /** Of the plain difference: from here on flow is no better. */
    private static final float WORST = 0.95f;
    /**
     * Grey levels by which the frames must agree better along the flow for it to be trusted where they hardly differ.
     */
    private static final float LEAST_GAIN = 0.2f;
    /** Frames that differ by more grey levels, and along the flow by more than this share of that, are a cut. */
    private static final float CUT_LEVELS = 16;
    private static final float CUT_SHARE = 0.6f;
    /**
     * Of what differs in a region: if no more is left along the flow, it is trusted as far as all else says. Between
     * the two bounds lie grain over what moves, and what is uncovered.
     */
    private static final double REGION_GOOD = 0.45;
    /** Of what differs in a region: from here on flow found something by chance. */
    private static final double REGION_WORST = 0.8;
    /** Of what differs in a region: if no less is left the other way, flow is trusted as far as all else says. */
    private static final double OPPOSITE_GOOD = 0.75;
    /** If no more is left the other way, what repeats itself may as well have gone there. */
    private static final double OPPOSITE_WORST = 0.5;
    /** Of what differs in the whole picture: if no more moved another way before, it moves evenly. */
    private static final double UNEVEN_GOOD = 0.4;
    /** From here on it shakes. */
    private static final double UNEVEN_WORST = 0.6;
    /**
     * Trust in flow of which the flow before is not known. Half blended, a moment is a mean of four readings, and no
     * farther from the truth than a blend wherever the flow leads.
     */
    private static final float TRUST_IN_THE_FIRST = 0.5f;

    private final FrameSize grid;
    private final int columns;
    private final int rows;
    private final float[] still;
    private final float[] along;
    private final float[] opposite;
    /** What differs at three by three places. */
    private final float[] around;
    /** What differs along the flow at three by three places around each of a row. */
    private final float[] alongAround;
    /** The sum of each column of three rows, with nothing on either side. */
    private final float[] threeRows;
    private final byte[] trust;
    /** For each column of cells that of the trust. */
    private final int[] trustColumns;
    private final FoundFlow flow;
    private final FlowLines lines;
    private final FlowRegions stillAround;
    private final FlowRegions leftAround;
    private final FlowRegions oppositeAround;
    private final boolean isOfMotion;
    private boolean isFormerKnown;
    private float mostTrust;

    /**
     * @param frame size of the frames
     * @param found size of the pictures in which flow is found
     * @param isOfMotion whether each flow leads on to the one that was filled before, and should do so evenly
     */
    public FlowCells(FrameSize frame, FrameSize found, boolean isOfMotion) {
        this.grid = FlowGrid.of(frame);
        this.trustColumns = new int[grid.width()];
        this.columns = Math.ceilDiv(found.width(), 2);
        this.rows = Math.ceilDiv(found.height(), 2);
        this.still = new float[columns * rows];
        this.along = new float[columns * rows];
        this.opposite = new float[columns * rows];
        this.around = new float[columns * rows];
        this.alongAround = new float[columns];
        this.threeRows = new float[columns + 2];
        this.trust = new byte[columns * rows];
        this.flow = new FoundFlow(found, isOfMotion);
        this.lines = new FlowLines(frame, found);
        this.stillAround = new FlowRegions(columns, rows);
        this.leftAround = new FlowRegions(columns, rows);
        this.oppositeAround = new FlowRegions(columns, rows);
        this.isOfMotion = isOfMotion;
        for (int column = 0; column < trustColumns.length; column++) {
            float x = FlowLines.centre(column, found.width(), grid.width());
            trustColumns[column] = Math.min(columns - 1, Math.max(0, Math.round(x)) / 2);
        }
    }

    /** The flow that is filled next does not lead on to the last one. */
    public void startOver() {
        isFormerKnown = false;
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
        flow.take(newGrey, oldGrey, there, back);
        for (int row = 0; row < rows; row++) {
            compareRow(row);
        }
        for (int row = 0; row < rows; row++) {
            followRow(row);
        }
        if (isCut()) {
            isFormerKnown = false;
            return false;
        }
        mostTrust = trustInMotion();
        for (int row = 0; row < rows; row++) {
            stillAround.moveTo(row, still);
            leftAround.moveTo(row, along);
            oppositeAround.moveTo(row, opposite);
            trustRow(row);
        }
        isFormerKnown = isOfMotion;
        lines.startOver();
        for (int row = 0; row < grid.height(); row++) {
            fillRow(row, cells);
        }
        return true;
    }

    private void compareRow(int row) {
        for (int column = 0; column < columns; column++) {
            still[row * columns + column] = flow.difference(2 * column, 2 * row);
        }
    }

    /** Where nothing differs round about, flow can be no better, and is not asked. */
    private void followRow(int row) {
        sumAround(still, row, around, row * columns);
        for (int column = 0; column < columns; column++) {
            int at = row * columns + column;
            along[at] = around[at] == 0 ? 0 : flow.difference(2 * column, 2 * row, 0.5f);
            opposite[at] = around[at] == 0 ? 0 : flow.opposite(2 * column, 2 * row);
        }
    }

    /**
     * Sums up three by three places around each of a row.
     *
     * @param at where in {@code sums} the row begins
     */
    private void sumAround(float[] places, int row, float[] sums, int at) {
        int first = row * columns;
        System.arraycopy(places, first, threeRows, 1, columns);
        if (row > 0) {
            add(places, first - columns);
        }
        if (row < rows - 1) {
            add(places, first + columns);
        }
        for (int column = 0; column < columns; column++) {
            sums[at + column] = threeRows[column] + threeRows[column + 1] + threeRows[column + 2];
        }
    }

    private void add(float[] places, int first) {
        for (int column = 0; column < columns; column++) {
            threeRows[column + 1] += places[first + column];
        }
    }

    /** How far flow is to be trusted for how evenly the whole picture moves. */
    private float trustInMotion() {
        if (!isOfMotion) {
            return 1;
        }
        return isFormerKnown ? trust(UNEVEN_GOOD, UNEVEN_WORST, uneven()) : TRUST_IN_THE_FIRST;
    }

    /** How much of what differs moved another way before. */
    private double uneven() {
        double all = 0;
        double uneven = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                float differs = still[row * columns + column];
                if (differs > 0) {
                    all += differs;
                    uneven += differs * flow.unevenness(2 * column, 2 * row);
                }
            }
        }
        return all > 0 ? uneven / all : 0;
    }

    /** 1 up to a bound, 0 from the other on. */
    private static float trust(double good, double worst, double share) {
        return (float) Math.clamp((worst - share) / (worst - good), 0, 1);
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
        sumAround(along, row, alongAround, 0);
        int tall = Math.min(rows - 1, row + 1) - Math.max(0, row - 1) + 1;
        for (int column = 0; column < columns; column++) {
            int at = row * columns + column;
            trust[at] = around[at] == 0 ? 0 : trust(column, row, tall);
        }
    }

    private byte trust(int column, int row, int tall) {
        int count = tall * (Math.min(columns - 1, column + 1) - Math.max(0, column - 1) + 1);
        float plain = around[row * columns + column];
        float gain = (WORST * plain - alongAround[column]) / ((1 - WORST) * plain + LEAST_GAIN * count);
        if (!(gain > 0)) {
            return 0;
        }
        int x = 2 * column;
        int y = 2 * row;
        float explained = explained(column);
        float trusted = explained > 0 ? Math.min(gain, mostTrust) * explained * flow.agreement(x, y) : 0;
        boolean disturbs = trusted > 0 && flow.isStill(x, y) && flow.isDisturbed(x, y);
        return (byte) (disturbs ? 0 : Math.round(trusted * FlowGrid.FULL_TRUST));
    }

    /** How far the flow explains what differs around a place, and the opposite does not. */
    private float explained(int column) {
        double differs = stillAround.around(column);
        float left = trust(REGION_GOOD, REGION_WORST, leftAround.around(column) / differs);
        return left * (1 - trust(OPPOSITE_WORST, OPPOSITE_GOOD, oppositeAround.around(column) / differs));
    }

    private void fillRow(int row, MemorySegment cells) {
        float y = flow.moveTo(row, lines);
        int trustRow = Math.min(rows - 1, Math.max(0, Math.round(y)) / 2) * columns;
        long at = (long) row * grid.width() * FlowGrid.CELL_BYTES;
        for (int column = 0; column < grid.width(); column++) {
            int trusted = trust[trustRow + trustColumns[column]] & 0xff;
            cells.set(ValueLayout.JAVA_LONG, at + (long) column * FlowGrid.CELL_BYTES,
                    trusted == 0 ? 0 : lines.cell(column, trusted));
        }
    }
}
