package io.github.slitstream.kernel;

import java.util.Arrays;

/**
 * How much of what differs between two frames is left along the flow, over a region around each place. At a single
 * place flow often explains what differs by chance: among places that have nothing in common, some look alike. Over a
 * region chances even out. Row after row by running sums, in doubles, in which nothing is lost when what was added is
 * taken away again. One thread; allocates nothing while it works.
 */
final class FlowRegions {
    /** Places on each side of the one in the middle: fewer leave more to chance, more reach across what moves. */
    private static final int RADIUS = 7;

    private final int columns;
    private final int rows;
    private final double[] stillColumns;
    private final double[] alongColumns;
    /** Of all columns to the left of each. */
    private final double[] stillSums;
    private final double[] alongSums;

    FlowRegions(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.stillColumns = new double[columns];
        this.alongColumns = new double[columns];
        this.stillSums = new double[columns + 1];
        this.alongSums = new double[columns + 1];
    }

    /**
     * Moves to a row: to the first of a picture, or from there on to the next.
     *
     * @param differsStill how far apart the frames are at each place
     * @param differsAlong how far along the flow
     */
    void moveTo(int row, float[] differsStill, float[] differsAlong) {
        if (row == 0) {
            Arrays.fill(stillColumns, 0);
            Arrays.fill(alongColumns, 0);
            for (int first = 0; first < Math.min(RADIUS, rows); first++) {
                add(first, differsStill, stillColumns);
                add(first, differsAlong, alongColumns);
            }
        }
        if (row + RADIUS < rows) {
            add(row + RADIUS, differsStill, stillColumns);
            add(row + RADIUS, differsAlong, alongColumns);
        }
        if (row > RADIUS) {
            takeAway(row - RADIUS - 1, differsStill, stillColumns);
            takeAway(row - RADIUS - 1, differsAlong, alongColumns);
        }
        for (int column = 0; column < columns; column++) {
            stillSums[column + 1] = stillSums[column] + stillColumns[column];
            alongSums[column + 1] = alongSums[column] + alongColumns[column];
        }
    }

    /** What is left along the flow around a place of this row, of what differs there, which must be something. */
    double left(int column) {
        int first = Math.max(0, column - RADIUS);
        int end = Math.min(columns, column + RADIUS + 1);
        return (alongSums[end] - alongSums[first]) / (stillSums[end] - stillSums[first]);
    }

    private void add(int row, float[] places, double[] sums) {
        int first = row * columns;
        for (int column = 0; column < columns; column++) {
            sums[column] += places[first + column];
        }
    }

    private void takeAway(int row, float[] places, double[] sums) {
        int first = row * columns;
        for (int column = 0; column < columns; column++) {
            sums[column] -= places[first + column];
        }
    }
}
