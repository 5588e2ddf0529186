package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;

/** Positions that reach the corners: −1 in the middle of the first pixel of a side, +1 in the middle of its last. */
final class Coordinates {
    private Coordinates() {}

    /** @return −1 … 1, or 0 where the side is one pixel */
    static double at(int index, int side) {
        return side == 1 ? 0 : 2.0 * index / (side - 1) - 1;
    }

    /** All positions along one side. */
    static double[] along(int side) {
        return scaled(side, 1);
    }

    /** All positions along one side where only the longer side of the picture reaches ±1, so that circles are round. */
    static double[] square(int side, FrameSize size) {
        int longer = longer(size);
        return scaled(side, longer == 1 ? 0 : (side - 1) / (double) (longer - 1));
    }

    /** Pixels of the longer side. */
    static int longer(FrameSize size) {
        return Math.max(size.width(), size.height());
    }

    private static double[] scaled(int side, double reach) {
        double[] positions = new double[side];
        for (int index = 0; index < side; index++) {
            positions[index] = at(index, side) * reach;
        }
        return positions;
    }
}
