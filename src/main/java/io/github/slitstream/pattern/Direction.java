package io.github.slitstream.pattern;

import io.github.slitstream.param.Real;

/**
 * Cosine and sine of an angle, exact at quarter turns, where {@link Math#cos} leaves a residue that would tilt a ramp.
 */
record Direction(double cos, double sin) {

    /** The parameter that gives a pattern its direction, in degrees. */
    static Real angle(String doc) {
        return Real.of("angle", "Angle", -360, 360, 90, doc).in("°").slider(0, 360).decimals(1);
    }

    static Direction of(double degrees) {
        double withinTurn = degrees % 360;
        if (withinTurn % 90 == 0) {
            return switch ((int) (withinTurn / 90) & 3) {
                case 0 -> new Direction(1, 0);
                case 1 -> new Direction(0, 1);
                case 2 -> new Direction(-1, 0);
                default -> new Direction(0, -1);
            };
        }
        return new Direction(StrictMath.cos(Math.toRadians(withinTurn)), StrictMath.sin(Math.toRadians(withinTurn)));
    }

    /** A quarter turn further. */
    Direction perpendicular() {
        return new Direction(-sin, cos);
    }
}
