package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;

/**
 * A straight ramp at an angle: (x·cos + y·sin) / (|cos| + |sin|), so that at every angle one corner or side is −1 and
 * the opposite one +1. 0° grows to the right, 90° downwards.
 */
final class Ramp {
    private final double[] across;
    private final double[] down;
    private final double reach;

    Ramp(FrameSize size, Direction direction) {
        this.across = times(Coordinates.along(size.width()), direction.cos());
        this.down = times(Coordinates.along(size.height()), direction.sin());
        this.reach = Math.abs(direction.cos()) + Math.abs(direction.sin());
    }

    /** @return −1 … 1, but for a rounding error */
    double signed(int column, int row) {
        return (across[column] + down[row]) / reach;
    }

    /** @return 0 … 1 */
    double at(int column, int row) {
        return Math.clamp((signed(column, row) + 1) / 2, 0, 1);
    }

    private static double[] times(double[] positions, double factor) {
        for (int i = 0; i < positions.length; i++) {
            positions[i] *= factor;
        }
        return positions;
    }
}
