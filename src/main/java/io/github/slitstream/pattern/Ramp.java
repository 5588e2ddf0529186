package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.PixelPlaces;

/**
 * A straight ramp at an angle: (x·cos + y·sin) / (|cos| + |sin|), so that at every angle one corner or side is −1 and
 * the opposite one +1. 0° grows to the right, 90° downwards.
 */
final class Ramp {
    private final double[] xs;
    private final double[] ys;
    private final double[] across;
    private final double[] down;
    private double cos = 1;
    private double sin;
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
    void turnTo(double newCos, double newSin) {
        cos = newCos;
        sin = newSin;
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

    /** How many pixels it takes along the direction from 0 to 1. */
    double length() {
        double perPixel = root(xs.length == 1 ? 0 : cos / (xs.length - 1), ys.length == 1 ? 0 : sin / (ys.length - 1));
        return perPixel == 0 ? 0 : reach / perPixel;
    }

    /**
     * Has pixels read where they come to if the part of their place along the direction is shortened and shifted: u
     * becomes {@code share·u + at}, u being their signed place, and what is across it stays.
     */
    void place(double share, double at, PixelPlaces places) {
        double halfWidth = (xs.length - 1) / 2.0;
        double halfHeight = (ys.length - 1) / 2.0;
        double change = share - 1;
        double shift = change * (xs[0] * cos + ys[0] * sin) + at * reach;
        double lean = change * cos * sin;
        places.setColumns(1 + change * cos * cos, perStep(halfHeight) * lean * halfWidth, shift * cos * halfWidth);
        places.setRows(perStep(halfWidth) * lean * halfHeight, 1 + change * sin * sin, shift * sin * halfHeight);
    }

    /** From one pixel to the next in −1 … 1; a single pixel lies at 0. */
    private static double perStep(double half) {
        return half == 0 ? 0 : 1 / half;
    }

    private static double root(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }

    private static void scale(double[] positions, double factor, double[] out) {
        for (int i = 0; i < positions.length; i++) {
            out[i] = positions[i] * factor;
        }
    }
}
