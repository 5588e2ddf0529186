package io.github.slitstream.pattern;

import io.github.slitstream.param.Real;

/**
 * Cosine and sine of an angle, exact at quarter turns, where {@link Math#cos} leaves a residue that would tilt a ramp.
 * The same bits on every machine, which {@link Math} does not promise, and no memory, which {@link StrictMath} takes.
 */
public final class Direction {
    private Direction() {}

    /** The parameter that gives a pattern its direction, in degrees. */
    static Real angle(String doc) {
        return angle(90, doc);
    }

    /** The same with another default, in degrees. */
    static Real angle(double defaultValue, String doc) {
        return Real.of("angle", "Angle", -360, 360, defaultValue, doc).in("°").slider(0, 360).decimals(1);
    }

    public static double cos(double degrees) {
        double withinTurn = degrees % 360;
        long quarter = Math.round(withinTurn / 90);
        double rest = Math.toRadians(withinTurn - 90 * quarter);
        return switch ((int) quarter & 3) {
            case 0 -> smallCos(rest);
            case 1 -> 0 - smallSin(rest);
            case 2 -> -smallCos(rest);
            default -> smallSin(rest);
        };
    }

    public static double sin(double degrees) {
        double withinTurn = degrees % 360;
        long quarter = Math.round(withinTurn / 90);
        double rest = Math.toRadians(withinTurn - 90 * quarter);
        return switch ((int) quarter & 3) {
            case 0 -> smallSin(rest);
            case 1 -> smallCos(rest);
            case 2 -> 0 - smallSin(rest);
            default -> -smallCos(rest);
        };
    }

    /** Within half a quarter turn; as the series of fdlibm, whose error is below 2⁻⁵⁸. */
    private static double smallSin(double x) {
        double z = x * x;
        double rest = 0.00833333333332249 + z * (-0.0001984126982985795
                + z * (2.7557313707070068e-6
                        + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)));
        return x + z * x * (-0.16666666666666632 + z * rest);
    }

    private static double smallCos(double x) {
        double z = x * x;
        double rest = z
                * (0.0416666666666666 + z * (-0.001388888888887411 + z * (2.480158728947673e-5
                        + z * (-2.7557314351390663e-7
                                + z * (2.087572321298175e-9 + z * -1.1359647557788195e-11)))));
        return 1 - (0.5 * z - z * rest);
    }
}
