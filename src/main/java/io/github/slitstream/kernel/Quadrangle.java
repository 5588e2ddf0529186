package io.github.slitstream.kernel;

import java.util.Optional;

/**
 * Four corners in the order in which one walks around: of a picture top left, top right, bottom right, bottom left.
 *
 * @param x0 of the first corner; the others likewise
 */
public record Quadrangle(double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3) {
    /** Corners nearer to the line through their neighbours than this share of the size count as on it. */
    private static final double THINNEST = 1e-6;

    /** Why a picture cannot have these corners, in words that go on from "the corners"; empty if it can. */
    public Optional<String> flaw() {
        double[] turns = {turn(x3, y3, x0, y0, x1, y1), turn(x0, y0, x1, y1, x2, y2), turn(x1, y1, x2, y2, x3, y3),
            turn(x2, y2, x3, y3, x0, y0)};
        int left = 0;
        int right = 0;
        for (double turn : turns) {
            left += turn < -THINNEST ? 1 : 0;
            right += turn > THINNEST ? 1 : 0;
        }
        if (left == 4 || right == 4) {
            return Optional.empty();
        }
        if (left + right < 4) {
            return Optional.of("have three on one line");
        }
        return Optional
                .of(left == 2 ? "cross over: two opposite edges meet" : "fold in: one lies within the other three");
    }

    /** The sine of the angle between one edge and the next, 0 where one of them has no length. */
    private static double turn(double fromX, double fromY, double x, double y, double toX, double toY) {
        double alongX = x - fromX;
        double alongY = y - fromY;
        double onX = toX - x;
        double onY = toY - y;
        double lengths = Math.hypot(alongX, alongY) * Math.hypot(onX, onY);
        return lengths == 0 ? 0 : (alongX * onY - alongY * onX) / lengths;
    }
}
