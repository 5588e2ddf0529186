package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;

/**
 * A straight ramp at an angle: (x·cos + y·sin) / (|cos| + |sin|), so that at every angle one corner or side is −1 and
 * the opposite one +1. 0° grows to the right, 90° downwards.
 */
final class Ramp {
    private final double[] xs;
    private final double[] ys;
    private final double[] across;
    private final double[] down;
    private double reach = 1;

    /** At 0°. */
    Ramp(FrameSize size) {
        this.xs = Coordinates.along(size.width());
        this.ys = Coordinates.along(size.height());
        this.across = xs.clone();
        this.down = new double[size.height()];
    }

    /** Turns to an angle in degrees. */
    void turnTo(double angle) {
        turnTo(Direction.cos(angle), Direction.sin(angle));
    }

    /** Turns to the angle with this cosine and this sine. */
    void turnTo(double cos, double sin) {
        scale(xs, cos, across);
        scale(ys, sin, down);
        reach = Math.abs(cos) + Math.abs(sin);
    }

    /** @return −1 … 1, but for a rounding error */
    double signed(int column, int row) {
        return (across[column] + down[row]) / reach;
    }

    /** @return 0 … 1 */
    double at(int column, int row) {
        return Math.clamp((signed(column, row) + 1) / 2, 0, 1);
    }

    private static void scale(double[] positions, double factor, double[] out) {
        for (int i = 0; i < positions.length; i++) {
            out[i] = positions[i] * factor;
        }
    }
}
