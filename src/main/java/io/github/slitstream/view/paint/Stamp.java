package io.github.slitstream.view.paint;

/** A shape on a map, in pixels. */
sealed interface Stamp {
    /** How much of it lies on a point, 0 … 1. */
    double coverage(double x, double y);

    /** Middle of a circle outside of which there is nothing of it. */
    double x();

    double y();

    double radius();

    /** A line with round ends, of one radius, whose edge is soft over a part of it. */
    record Line(double fromX, double fromY, double toX, double toY, double thickness,
            double softness) implements Stamp {
        @Override
        public double coverage(double x, double y) {
            double alongX = toX - fromX;
            double alongY = toY - fromY;
            double length = alongX * alongX + alongY * alongY;
            double way = length == 0
                    ? 0
                    : Math.clamp(((x - fromX) * alongX + (y - fromY) * alongY) / length, 0, 1);
            double distance = Math.hypot(x - fromX - way * alongX, y - fromY - way * alongY);
            return Stamp.edge(thickness - distance, thickness * softness);
        }

        @Override
        public double x() {
            return (fromX + toX) / 2;
        }

        @Override
        public double y() {
            return (fromY + toY) / 2;
        }

        @Override
        public double radius() {
            return Math.hypot(toX - fromX, toY - fromY) / 2 + thickness + 1;
        }
    }

    /** An ellipse that stands straight. */
    record Ellipse(double x, double y, double halfWidth, double halfHeight, double softness) implements Stamp {
        @Override
        public double coverage(double px, double py) {
            double narrower = Math.min(halfWidth, halfHeight);
            double out = Math.hypot((px - x) / Math.max(halfWidth, 0.5), (py - y) / Math.max(halfHeight, 0.5));
            return Stamp.edge((1 - out) * narrower, narrower * softness);
        }

        @Override
        public double radius() {
            return Math.max(halfWidth, halfHeight) + 1;
        }
    }

    /** All at one point, nothing at another, and evenly less between, wherever beside them. */
    record Gradient(double fromX, double fromY, double toX, double toY) implements Stamp {
        @Override
        public double coverage(double x, double y) {
            double alongX = toX - fromX;
            double alongY = toY - fromY;
            double length = alongX * alongX + alongY * alongY;
            return length == 0 ? 1 : 1 - Math.clamp(((x - fromX) * alongX + (y - fromY) * alongY) / length, 0, 1);
        }

        @Override
        public double x() {
            return fromX;
        }

        @Override
        public double y() {
            return fromY;
        }

        @Override
        public double radius() {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** @param inside how far within an edge, negative outside; half a pixel beyond it there is still something */
    private static double edge(double inside, double softOver) {
        double t = Math.clamp((inside + 0.5) / Math.max(1, softOver), 0, 1);
        return t * t * (3 - 2 * t);
    }
}
