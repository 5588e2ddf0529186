package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.ParameterValues;

/** Where on the way of a {@link Scan} pixels lie: 0 where it begins … 1 where it ends. */
final class ScanWay {
    private final CentredPlaces places;
    private final Ramp ramp;
    /** Pixels of half the longer side. */
    private final double half;
    private double start;
    /** How wide the plane around the middle is stretched. */
    private double stretch = 1;
    /** How far the corner lies that is farthest from the middle. */
    private double corner;

    ScanWay(FrameSize size) {
        places = CentredPlaces.square(size);
        ramp = new Ramp(size);
        half = (Coordinates.longer(size) - 1) / 2.0;
        findCorner();
    }

    private void findCorner() {
        double farthestX = Math.max(Math.abs(places.x(0)), Math.abs(places.x(places.width() - 1)));
        double farthestY = Math.max(Math.abs(places.y(0)), Math.abs(places.y(places.height() - 1)));
        corner = Math.max(Double.MIN_NORMAL, length(farthestX, farthestY));
    }

    /** @param angle in degrees, of the line's way and of the clock hand's first place */
    void turnTo(double angle) {
        ramp.turnTo(angle);
        start = angle / 360;
    }

    /** Moves the middle of circles and clock hands. */
    void moveTo(ParameterValues values) {
        places.take(values);
        stretch = Math.sqrt(values.get(CentredPlaces.ASPECT));
        findCorner();
    }

    /** Different threads may fill different rows at once. Allocates nothing. */
    void fillRow(Scan.Shape shape, int row, double[] out, int first) {
        double y = places.y(row);
        for (int column = 0; column < places.width(); column++) {
            double x = places.x(column);
            out[first + column] = switch (shape) {
                case LINE -> ramp.at(column, row);
                case CIRCLE -> Math.min(1, length(x, y) / corner);
                case CLOCK -> turnsFrom(start, AngleTable.of(x, y));
            };
        }
    }

    /**
     * How far in pixels the pixels of a row lie from the line where it has come to a place; where the plane is
     * stretched, by how fast the way changes there. Allocates nothing.
     */
    void fillDistances(Scan.Shape shape, double place, int row, double[] out) {
        fillRow(shape, row, out, 0);
        double y = places.y(row);
        double pixels = shape == Scan.Shape.LINE ? ramp.length() : corner * half;
        for (int column = 0; column < places.width(); column++) {
            double x = places.x(column);
            double way = Math.abs(out[column] - place);
            out[column] = switch (shape) {
                case LINE -> way * pixels;
                case CIRCLE -> way * pixels * fromRing(x, y);
                case CLOCK -> Math.min(way, 1 - way) * 2 * Math.PI * length(x, y) * half * aroundMiddle(x, y);
            };
        }
    }

    /** Pixels of the picture for one of the plane, from ring to ring. */
    private double fromRing(double x, double y) {
        double slope = stretch == 1 ? 0 : length(x / stretch, y * stretch);
        return slope == 0 ? 1 : length(x, y) / slope;
    }

    /** The same around the middle. */
    private double aroundMiddle(double x, double y) {
        double slope = stretch == 1 ? 0 : length(y / stretch, x * stretch);
        return slope == 0 ? 1 : length(x, y) / slope;
    }

    private static double length(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }

    private static double turnsFrom(double start, double turns) {
        double way = turns - start;
        return way - Math.floor(way);
    }
}
