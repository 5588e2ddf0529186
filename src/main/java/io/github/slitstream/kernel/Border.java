package io.github.slitstream.kernel;

/** What is read where a coordinate lies outside of a canvas. */
public enum Border {
    /** The nearest pixel of its edge. */
    CLAMP,
    /** One colour. */
    FILL,
    /** The canvas again, mirrored at its edge pixels, which are not repeated: c b a b c b a. */
    MIRROR;

    /** A coordinate as {@link #MIRROR} reflects it into 0 … side − 1; what is not finite goes to 0. */
    static double mirrored(double coordinate, int side) {
        if (side == 1 || !(Math.abs(coordinate) < Double.POSITIVE_INFINITY)) {
            return 0;
        }
        double period = 2.0 * (side - 1);
        double rest = Math.abs(coordinate) % period;
        return Math.min(rest, period - rest);
    }
}
