package io.github.slitstream.kernel.matrix;

/**
 * The soft rank of one 2×2 matrix A at a threshold ε, (T·ε² + 2D)/(D + T·ε² + ε⁴) with T = ‖A‖² and D = det(A)², 0 … 2:
 * in doubles for arrays, in floats for every pixel of a picture. The {@code weighted} of all methods is T·ε²,
 * {@code square} is D, {@code fourth} is ε⁴, above 0, and {@code share} what {@link #share} gives for them.
 */
public final class SoftRank {
    private SoftRank() {}

    public static double of(double weighted, double square, double fourth) {
        double sum = square + weighted;
        return (sum + square) / (sum + fourth);
    }

    /** One over the denominator, which {@link #of(float, float, float)} and {@link #slope} have in common. */
    public static float share(float weighted, float square, float fourth) {
        return 1 / (square + weighted + fourth);
    }

    public static float of(float weighted, float square, float share) {
        return (weighted + 2 * square) * share;
    }

    /** How fast the rank changes with the logarithm of ε². */
    public static float slope(float rank, float weighted, float fourth, float share) {
        return (weighted - rank * (weighted + 2 * fourth)) * share;
    }
}
