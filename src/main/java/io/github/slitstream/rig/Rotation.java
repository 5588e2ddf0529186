package io.github.slitstream.rig;

/** Rotations written in other ways than as a 3×3 matrix. All results are row-major. */
final class Rotation {
    private static final double[] NONE = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    private Rotation() {}

    static double[] none() {
        return NONE.clone();
    }

    /**
     * From a quaternion w + xi + yj + zk of any length.
     *
     * @throws IllegalArgumentException if its length is 0 or not finite
     */
    static double[] ofQuaternion(double w, double x, double y, double z) {
        double length = Math.hypot(Math.hypot(w, x), Math.hypot(y, z));
        if (!(length > 0) || length == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("the quaternion (" + w + ", " + x + ", " + y + ", " + z
                    + ") is no rotation: its length must be above 0 and finite");
        }
        return ofUnitQuaternion(w / length, x / length, y / length, z / length);
    }

    /** From an axis times the angle in radians (Rodrigues). */
    static double[] ofVector(double x, double y, double z) {
        double angle = Math.hypot(Math.hypot(x, y), z);
        if (angle == 0) {
            return none();
        }
        double share = Math.sin(angle / 2) / angle;
        return ofUnitQuaternion(Math.cos(angle / 2), x * share, y * share, z * share);
    }

    private static double[] ofUnitQuaternion(double w, double x, double y, double z) {
        return new double[]{1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y), //
            2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x), //
            2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)};
    }
}
