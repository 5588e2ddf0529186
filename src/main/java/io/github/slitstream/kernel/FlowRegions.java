package io.github.slitstream.kernel;

import java.util.Arrays;

/**
 * The sum of what was found at each place, over a region around it. At a single place flow often explains what differs
 * by chance: among places that have nothing in common, some look alike. Over a region chances even out. Row after row
 * by running sums, in doubles, in which nothing is lost when what was added is taken away again. One thread; allocates
 * nothing while it works.
 */
final class FlowRegions {
    /** Places on each side of the one in the middle: fewer leave more to chance, more reach across what moves. */
    private static final int RADIUS = 7;

    private final int columns;
    private final int rows;
    private final double[] sums;
    /** Of all columns to the left of each. */
    private final double[] sumsToTheLeft;

    FlowRegions(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.sums = new double[columns];
        this.sumsToTheLeft = new double[columns + 1];
    }

    /** Moves to a row: to the first of a picture, or from there on to the next. */
    void moveTo(int row, float[] places) {
        if (row == 0) {
            Arrays.fill(sums, 0);
            for (int first = 0; first < Math.min(RADIUS, rows); first++) {
                add(first, places);
            }
        }
        if (row + RADIUS < rows) {
            add(row + RADIUS, places);
        }
        if (row > RADIUS) {
            takeAway(row - RADIUS - 1, places);
        }
        for (int column = 0; column < columns; column++) {
            sumsToTheLeft[column + 1] = sumsToTheLeft[column] + sums[column];
        }
    }

    /** The sum around a place of this row. */
    double around(int column) {
        int first = Math.max(0, column - RADIUS);
        int end = Math.min(columns, column + RADIUS + 1);
        return sumsToTheLeft[end] - sumsToTheLeft[first];
    }

    private void add(int row, float[] places) {
        int first = row * columns;
        for (int column = 0; column < columns; column++) {
            sums[column] += places[first + column];
        }
    }

    private void takeAway(int row, float[] places) {
        int first = row * columns;
        for (int column = 0; column < columns; column++) {
            sums[column] -= places[first + column];
        }
    }
}
