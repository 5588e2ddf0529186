package io.github.slitstream.pattern;

import io.github.slitstream.param.Real;

/**
 * Cosine and sine of an angle, exact at quarter turns, where {@link Math#cos} leaves a residue that would tilt a ramp.
 */
final class Direction {
    private Direction() {}

    /** The parameter that gives a pattern its direction, in degrees. */
    static Real angle(String doc) {
        return Real.of("angle", "Angle", -360, 360, 90, doc).in("°").slider(0, 360).decimals(1);
    }

    static double cos(double degrees) {
        double withinTurn = degrees % 360;
        if (withinTurn % 90 != 0) {
            return StrictMath.cos(Math.toRadians(withinTurn));
        }
        return switch ((int) (withinTurn / 90) & 3) {
            case 0 -> 1;
            case 2 -> -1;
            default -> 0;
        };
    }

    static double sin(double degrees) {
        double withinTurn = degrees % 360;
        if (withinTurn % 90 != 0) {
            return StrictMath.sin(Math.toRadians(withinTurn));
        }
        return switch ((int) (withinTurn / 90) & 3) {
            case 1 -> 1;
            case 3 -> -1;
            default -> 0;
        };
    }
}
