package io.github.slitstream.rig;

import java.util.Optional;

/**
 * The points with a·x + b·y + c = 0, where a² + b² = 1: the sum is then the distance of a point in pixels, with a sign.
 */
public record PictureLine(double a, double b, double c) {
    /** A piece of a line. */
    public record Segment(PicturePoint from, PicturePoint to) {}

    /**
     * What the rectangle from (left, top) to (right, bottom) leaves of the line (Liang and Barsky); nothing where they
     * do not meet.
     */
    public Optional<Segment> within(double left, double top, double right, double bottom) {
        double middleX = (left + right) / 2;
        double middleY = (top + bottom) / 2;
        double distance = a * middleX + b * middleY + c;
        double x = middleX - distance * a;
        double y = middleY - distance * b;
        double[] span = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
        if (!Double.isFinite(distance) || !narrow(span, x, -b, left, right) || !narrow(span, y, a, top, bottom)) {
            return Optional.empty();
        }
        return Optional.of(new Segment(at(x, y, span[0]), at(x, y, span[1])));
    }

    private PicturePoint at(double x, double y, double along) {
        return new PicturePoint(x - along * b, y + along * a);
    }

    /** Keeps the part of the span in which {@code start + t·step} lies from least to most; false if there is none. */
    private static boolean narrow(double[] span, double start, double step, double least, double most) {
        if (step == 0) {
            return start >= least && start <= most;
        }
        double one = (least - start) / step;
        double other = (most - start) / step;
        span[0] = Math.max(span[0], Math.min(one, other));
        span[1] = Math.min(span[1], Math.max(one, other));
        return span[0] <= span[1];
    }
}
