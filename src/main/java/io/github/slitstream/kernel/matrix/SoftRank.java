package io.github.slitstream.kernel.matrix;

/**
 * The soft rank of one 2×2 matrix A at a threshold ε, (T·ε² + 2D)/(D + T·ε² + ε⁴) with T = ‖A‖² and D = det(A)², 0 … 2:
 * in doubles for arrays, in floats for every pixel of a picture. The {@code weighted} of all methods is T·ε²,
 * {@code square} is D, and {@code fourth} is ε⁴, above 0.
 */
public final class SoftRank {
    private SoftRank() {}

    public static double of(double weighted, double square, double fourth) {
        double sum = square + weighted;
        return (sum + square) / (sum + fourth);
    }

    /** With one reciprocal for the rank and its {@link #slope}. */
    public static float of(float weighted, float square, float fourth) {
        return (weighted + 2 * square) * share(weighted, square, fourth);
    }

    /**
     * How fast the rank changes with the logarithm of ε.
     *
     * @param rank what {@link #of(float, float, float)} gives for the same numbers
     */
    public static float slope(float rank, float weighted, float square, float fourth) {
        return 2 * (weighted - rank * (weighted + 2 * fourth)) * share(weighted, square, fourth);
    }

    private static float share(float weighted, float square, float fourth) {
        return 1 / (square + weighted + fourth);
    }
}
