package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;

/** Where on the way of a {@link Scan} pixels lie: 0 where it begins … 1 where it ends. */
final class ScanWay {
    private final double[] xs;
    private final double[] ys;
    private final double corner;
    private final Ramp ramp;
    /** Pixels of half the longer side. */
    private final double half;
    private double start;

    ScanWay(FrameSize size) {
        xs = Coordinates.square(size.width(), size);
        ys = Coordinates.square(size.height(), size);
        corner = Math.max(Double.MIN_NORMAL, Math.sqrt(xs[0] * xs[0] + ys[0] * ys[0]));
        ramp = new Ramp(size);
        half = (Coordinates.longer(size) - 1) / 2.0;
    }

    /** @param angle in degrees, of the line's way and of the clock hand's first place */
    void turnTo(double angle) {
        ramp.turnTo(angle);
        start = angle / 360;
    }

    /** Different threads may fill different rows at once. Allocates nothing. */
    void fillRow(Scan.Shape shape, int row, double[] out, int first) {
        double y = ys[row];
        for (int column = 0; column < xs.length; column++) {
            double x = xs[column];
            out[first + column] = switch (shape) {
                case LINE -> ramp.at(column, row);
                case CIRCLE -> Math.min(1, Math.sqrt(x * x + y * y) / corner);
                case CLOCK -> turnsFrom(start, AngleTable.of(x, y));
            };
        }
    }

    /** How far in pixels the pixels of a row lie from the line where it has come to a place. Allocates nothing. */
    void fillDistances(Scan.Shape shape, double place, int row, double[] out) {
        fillRow(shape, row, out, 0);
        double y = ys[row];
        double pixels = shape == Scan.Shape.LINE ? ramp.length() : corner * half;
        for (int column = 0; column < xs.length; column++) {
            double x = xs[column];
            double way = Math.abs(out[column] - place);
            out[column] = shape == Scan.Shape.CLOCK
                    ? Math.min(way, 1 - way) * 2 * Math.PI * Math.sqrt(x * x + y * y) * half
                    : way * pixels;
        }
    }

    private static double turnsFrom(double start, double turns) {
        double way = turns - start;
        return way - Math.floor(way);
    }
}
