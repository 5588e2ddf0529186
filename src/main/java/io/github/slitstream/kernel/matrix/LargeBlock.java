package io.github.slitstream.kernel.matrix;

/**
 * The soft rank of a block whose larger singular value is beyond 2²⁴⁹·ε: it counts as 1 to the last bit of a double,
 * and the smaller one is taken by its ratio to ε. With x = s₁/ε, y = s₂/ε and w = 1/(1 + y²) the gradient is u·A/s₁ +
 * v·cof(A)/s₁, where u = 2·(w/x² − y²·w)·w/s₁ and v = ±2·(1 + (s₂/s₁)²)·y·w²/ε. Squares of x and y are never formed
 * where they are too large, and small factors meet large ones first.
 */
final class LargeBlock {
    private final double[] block;
    private final double epsilon;
    private final double first;
    private final double x;
    private final double y;
    /** s₂/s₁, with the sign of the determinant. */
    private final double ratio;

    /** Entries finite; others give NaN. */
    LargeBlock(double a, double b, double c, double d, double epsilon) {
        double largest = Math.max(Math.max(Math.abs(a), Math.abs(b)), Math.max(Math.abs(c), Math.abs(d)));
        int exponent = Math.getExponent(largest);
        double p = Math.scalb(a, -exponent);
        double q = Math.scalb(b, -exponent);
        double r = Math.scalb(c, -exponent);
        double s = Math.scalb(d, -exponent);
        double determinant = Determinant.of(p, q, r, s);
        double scaled = (Math.hypot(p + s, r - q) + Math.hypot(p - s, r + q)) / 2;
        this.block = new double[]{p / scaled, q / scaled, r / scaled, s / scaled};
        this.epsilon = epsilon;
        this.first = Math.scalb(scaled, exponent);
        this.x = first / epsilon;
        this.y = Math.scalb(Math.abs(determinant) / scaled, exponent) / epsilon;
        this.ratio = determinant / scaled / scaled;
    }

    double softRank() {
        return 1 + timesSquare(1);
    }

    /** @param entry 0 … 3, row-major */
    double gradient(int entry) {
        double own = 2 * (timesW(timesW(1 / first)) / x / x - timesW(timesSquare(1 / first)));
        double cofactors = 2 * (1 + ratio * ratio) * Math.signum(ratio) * timesW(1 / (y + 1 / y) / epsilon);
        double cofactor = entry == 0 || entry == 3 ? block[3 - entry] : -block[3 - entry];
        return own * block[entry] + cofactors * cofactor;
    }

    private double timesW(double factor) {
        return y <= 1 ? factor / (1 + y * y) : factor / y / (y + 1 / y);
    }

    /** By y²·w. */
    private double timesSquare(double factor) {
        return y <= 1 ? factor * (y * y) / (1 + y * y) : factor / (1 + 1 / y / y);
    }
}
