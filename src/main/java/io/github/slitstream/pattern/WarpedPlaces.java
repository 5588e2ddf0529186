package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;

/**
 * The places of a row of pixels, to be moved to where they are read: counted from the middle of the picture in halves
 * of its longer side, so that circles are round. One thread; allocates nothing but itself.
 */
final class WarpedPlaces {
    private final double[] atColumns;
    private final double[] atRows;
    private final double[] x;
    private final double[] y;

    WarpedPlaces(FrameSize size) {
        atColumns = Coordinates.square(size.width(), size);
        atRows = Coordinates.square(size.height(), size);
        x = new double[size.width()];
        y = new double[size.width()];
    }

    /** Begins with the places of the pixels themselves. */
    void begin(int row) {
        for (int i = 0; i < x.length; i++) {
            x[i] = atColumns[i];
            y[i] = atRows[row];
        }
    }

    /** How far the right edge lies from the middle; 0 where the picture is one pixel wide. */
    double reachX() {
        return atColumns[atColumns.length - 1];
    }

    double reachY() {
        return atRows[atRows.length - 1];
    }

    /** One for each column. */
    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    /** Turned by an angle that grows with the distance r from the middle. */
    void twist(double turns) {
        for (int i = 0; i < x.length; i++) {
            turnTo(i, x[i], y[i], -turns * Math.sqrt(x[i] * x[i] + y[i] * y[i]));
        }
    }

    void zoom(double factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] /= factor;
            y[i] /= factor;
        }
    }

    /** Moved out by height·sin(2π·rings·r). */
    void ripple(double height, double rings) {
        for (int i = 0; i < x.length; i++) {
            double r = Math.sqrt(x[i] * x[i] + y[i] * y[i]);
            double scale = r == 0 ? 1 : 1 + height * Polynomials.cosOfTurns(rings * r - 0.25) / r;
            x[i] *= scale;
            y[i] *= scale;
        }
    }

    /** Directions folded into the first of as many pairs of wedges, clockwise from the right. */
    void kaleidoscope(double segments) {
        for (int i = 0; i < x.length; i++) {
            double wedges = 2 * segments;
            double r = Math.sqrt(x[i] * x[i] + y[i] * y[i]);
            turnTo(i, r, 0, Fold.folded(AngleTable.of(x[i], y[i]) * wedges) / wedges);
        }
    }

    /** Each side repeated so many times; its last pixel belongs to the last of them. */
    void tile(double tiles) {
        for (int i = 0; i < x.length; i++) {
            x[i] = tiled(x[i], reachX(), tiles);
            y[i] = tiled(y[i], reachY(), tiles);
        }
    }

    private static double tiled(double place, double reach, double tiles) {
        if (reach == 0) {
            return 0;
        }
        double along = (place / reach + 1) / 2 * tiles;
        return (2 * (along - Math.min(Math.floor(along), tiles - 1)) - 1) * reach;
    }

    private void turnTo(int i, double fromX, double fromY, double turns) {
        double cos = Polynomials.cosOfTurns(turns);
        double sin = Polynomials.cosOfTurns(turns - 0.25);
        x[i] = fromX * cos - fromY * sin;
        y[i] = fromX * sin + fromY * cos;
    }
}
