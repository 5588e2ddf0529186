package io.github.slitstream.media;

/**
 * A shape of the demo, in units of its scene. It is symmetric about the vertical line through the place where it is
 * put; {@code x} grows to the right of that place, {@code y} downward. But for a hole around the place it is convex.
 */
sealed interface DemoShape {
    /**
     * How far the point is from the outline, negative inside. Beyond a corner it is that from the farther of the two
     * sides.
     */
    double distance(double x, double y);

    /**
     * Where a line comes to the shape, as a length along the line from a point on it. The same line backward ends where
     * this one leaves. A line that misses the shape leaves it no later than it comes.
     *
     * @param x the point, with {@code y}
     * @param dx the direction, with {@code dy}: a vector of length one
     * @param margin by which the shape is larger all around
     */
    double entry(double x, double y, double dx, double dy, double margin);

    double top();

    double bottom();

    double halfWidth();

    /** The radius of the hole. */
    default double hole() {
        return 0;
    }

    static DemoShape disc(double y, double radius) {
        return new Capsule(y, y, radius);
    }

    /** An upright stroke with round ends; these begin at {@code from}, above, and at {@code to}. */
    static DemoShape stroke(double thickness, double from, double to) {
        return new Capsule(from, to, thickness / 2);
    }

    /** A sector of a ring, pointing up, narrower than half the ring. */
    static DemoShape blade(double inner, double outer, double degrees) {
        double half = Math.toRadians(degrees / 2);
        return new Blade(inner, outer, Math.sin(half), Math.cos(half));
    }

    /** A rectangle around its place. */
    static DemoShape bar(double width, double height) {
        return new Bar(width / 2, height / 2);
    }

    /** All points near to a segment of the vertical line. */
    record Capsule(double from, double to, double radius) implements DemoShape {
        @Override
        public double distance(double x, double y) {
            double beyond = y - within(y);
            return Math.sqrt(x * x + beyond * beyond) - radius;
        }

        @Override
        public double entry(double x, double y, double dx, double dy, double margin) {
            double reach = radius + margin;
            double facing = y - (x + Math.copySign(reach, dx)) * dy / dx;
            return Circle.entry(x, y - within(facing), dx, dy, reach);
        }

        private double within(double y) {
            return Math.max(from, Math.min(y, to));
        }

        @Override
        public double top() {
            return from - radius;
        }

        @Override
        public double bottom() {
            return to + radius;
        }

        @Override
        public double halfWidth() {
            return radius;
        }
    }

    /** The sine and cosine are those of half the angle. */
    record Blade(double inner, double outer, double sin, double cos) implements DemoShape {
        @Override
        public double distance(double x, double y) {
            double radius = Math.sqrt(x * x + y * y);
            double fromSide = Math.abs(x) * cos + y * sin;
            return Math.max(fromSide, Math.max(radius - outer, inner - radius));
        }

        @Override
        public double entry(double x, double y, double dx, double dy, double margin) {
            double sides = Math.max(sideEntry(x, y, dx, dy, margin), sideEntry(-x, y, -dx, dy, margin));
            return Math.max(sides, Circle.entry(x, y, dx, dy, outer + margin));
        }

        /** Through the side on the right. */
        private double sideEntry(double x, double y, double dx, double dy, double margin) {
            double approach = dx * cos + dy * sin;
            return approach < 0 ? (margin - x * cos - y * sin) / approach : Double.NEGATIVE_INFINITY;
        }

        @Override
        public double top() {
            return -outer;
        }

        @Override
        public double bottom() {
            return -inner * cos;
        }

        @Override
        public double halfWidth() {
            return outer * sin;
        }

        @Override
        public double hole() {
            return inner;
        }
    }

    record Bar(double halfWidth, double halfHeight) implements DemoShape {
        @Override
        public double distance(double x, double y) {
            return Math.max(Math.abs(x) - halfWidth, Math.abs(y) - halfHeight);
        }

        @Override
        public double entry(double x, double y, double dx, double dy, double margin) {
            return Math.max(entry(x, dx, halfWidth + margin), entry(y, dy, halfHeight + margin));
        }

        private static double entry(double at, double direction, double reach) {
            return (-Math.copySign(reach, direction) - at) / direction;
        }

        @Override
        public double top() {
            return -halfHeight;
        }

        @Override
        public double bottom() {
            return halfHeight;
        }
    }

    /** A circle around the place. */
    final class Circle {
        private Circle() {}

        /** Of a line that misses the circle: where it is nearest. */
        static double entry(double x, double y, double dx, double dy, double radius) {
            double along = x * dx + y * dy;
            double aside = y * dx - x * dy;
            return -along - halfChord(aside, radius);
        }

        /** Half of what a line has in common with the circle. */
        static double halfChord(double aside, double radius) {
            return Math.sqrt(Math.max(0, radius * radius - aside * aside));
        }
    }
}
