package io.github.slitstream.kernel.matrix;

/** Determinants of 2×2 matrices. */
final class Determinant {
    private Determinant() {}

    /**
     * a·d − b·c within 1.5 units in the last place, also where the products nearly cancel: the error of one product is
     * put right (Kahan).
     */
    static double of(double a, double b, double c, double d) {
        double product = b * c;
        return Math.fma(a, d, -product) - Math.fma(b, c, -product);
    }
}
