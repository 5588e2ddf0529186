package io.github.slitstream.kernel.matrix;

import java.math.BigDecimal;

/** The hard rank without any rounding: settles what {@link ScalarRanks} cannot tell from doubles. */
final class ExactRank {
    private ExactRank() {}

    /**
     * How many singular values are at least ε.
     *
     * @throws NumberFormatException if an entry is not finite
     */
    static int of(double a, double b, double c, double d, double epsilon) {
        BigDecimal trace = product(a, a).add(product(b, b)).add(product(c, c)).add(product(d, d));
        BigDecimal determinant = product(a, d).subtract(product(b, c));
        BigDecimal square = product(epsilon, epsilon);
        int polynomial = determinant.multiply(determinant).add(square.multiply(square))
                .compareTo(trace.multiply(square));
        int side = trace.compareTo(square.add(square));
        if (polynomial < 0) {
            return 1;
        }
        if (side >= 0) {
            return 2;
        }
        return polynomial == 0 ? 1 : 0;
    }

    private static BigDecimal product(double a, double b) {
        return new BigDecimal(a).multiply(new BigDecimal(b));
    }
}
