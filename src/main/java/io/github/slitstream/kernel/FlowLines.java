package io.github.slitstream.kernel;

import io.github.slitstream.frame.FlowGrid;
import io.github.slitstream.frame.FrameSize;

/**
 * Flow as it was found, read bilinearly at the centre of each cell in which it is kept: line after line of cells, from
 * two lines of the found flow that are first widened to as many columns. One thread; allocates nothing while it works.
 */
final class FlowLines {
    private static final int NONE = -1;

    private final FrameSize found;
    private final FrameSize grid;
    private final float scaleX;
    private final float scaleY;
    private final int[] left;
    private final int[] right;
    private final float[] across;
    private Line above;
    private Line below;
    private float down;

    FlowLines(FrameSize frame, FrameSize found) {
        this.found = found;
        this.grid = FlowGrid.of(frame);
        this.scaleX = (float) frame.width() / found.width();
        this.scaleY = (float) frame.height() / found.height();
        this.left = new int[grid.width()];
        this.right = new int[grid.width()];
        this.across = new float[grid.width()];
        this.above = new Line(grid.width());
        this.below = new Line(grid.width());
        for (int column = 0; column < grid.width(); column++) {
            float x = Math.clamp(centre(column, found.width(), grid.width()), 0, found.width() - 1);
            left[column] = (int) x;
            right[column] = Math.min((int) x + 1, found.width() - 1);
            across[column] = x - (int) x;
        }
    }

    /** Where in the found flow the centre of a cell lies, along one axis. */
    static float centre(int cell, int found, int cells) {
        return (cell + 0.5f) * found / cells - 0.5f;
    }

    /** One line of the found flow in as many columns as there are cells. */
    private final class Line {
        private final float[] forwardX;
        private final float[] forwardY;
        private final float[] backwardX;
        private final float[] backwardY;
        private int number = NONE;

        Line(int columns) {
            forwardX = new float[columns];
            forwardY = new float[columns];
            backwardX = new float[columns];
            backwardY = new float[columns];
        }

        void widen(int line, float[] forward, float[] backward) {
            number = line;
            int first = line * found.width();
            for (int i = 0; i < forwardX.length; i++) {
                int a = 2 * (first + left[i]);
                int b = 2 * (first + right[i]);
                float share = across[i];
                forwardX[i] = mixed(forward[a], forward[b], share);
                forwardY[i] = mixed(forward[a + 1], forward[b + 1], share);
                backwardX[i] = mixed(backward[a], backward[b], share);
                backwardY[i] = mixed(backward[a + 1], backward[b + 1], share);
            }
        }
    }

    /** Another flow follows. */
    void startOver() {
        above.number = NONE;
        below.number = NONE;
    }

    /**
     * Moves to a line of cells.
     *
     * @param forward found flow, two floats for each pixel, as is {@code backward}
     * @return where in the found flow its centre lies
     */
    float moveTo(int row, float[] forward, float[] backward) {
        float y = centre(row, found.height(), grid.height());
        float line = Math.clamp(y, 0, found.height() - 1);
        int top = (int) line;
        int bottom = Math.min(top + 1, found.height() - 1);
        down = line - top;
        if (below.number == top) {
            Line next = above;
            above = below;
            below = next;
        }
        if (above.number != top) {
            above.widen(top, forward, backward);
        }
        if (down > 0 && below.number != bottom) {
            below.widen(bottom, forward, backward);
        }
        return y;
    }

    /** A cell of this line, of that trust. */
    long cell(int column, int trust) {
        return FlowGrid.cell(scaleX * between(above.forwardX, below.forwardX, column),
                scaleY * between(above.forwardY, below.forwardY, column),
                scaleX * between(above.backwardX, below.backwardX, column),
                scaleY * between(above.backwardY, below.backwardY, column), trust);
    }

    private float between(float[] upper, float[] lower, int column) {
        return down == 0 ? upper[column] : mixed(upper[column], lower[column], down);
    }

    private static float mixed(float a, float b, float share) {
        return a + (b - a) * share;
    }
}
