package io.github.slitstream.kernel;

import java.math.BigDecimal;
import java.math.MathContext;

/** Cosine and sine to many digits, by their power series. Slow; for the few values that doubles cannot decide. */
final class Decimals {
    static final BigDecimal PI = new BigDecimal(
            "3.14159265358979323846264338327950288419716939937510582097494459230781640629");

    private Decimals() {}

    /** @param radians of a full turn at most, so that the series loses few digits */
    static BigDecimal cos(BigDecimal radians, MathContext digits) {
        return series(BigDecimal.ONE, 0, radians, digits);
    }

    /** @param radians of a full turn at most, so that the series loses few digits */
    static BigDecimal sin(BigDecimal radians, MathContext digits) {
        return series(radians, 1, radians, digits);
    }

    /** The sum of ±xⁿ/n! over every second n from the given first term on. */
    private static BigDecimal series(BigDecimal firstTerm, int firstPower, BigDecimal x, MathContext digits) {
        BigDecimal square = x.multiply(x, digits);
        BigDecimal smallest = BigDecimal.ONE.movePointLeft(digits.getPrecision());
        BigDecimal sum = firstTerm;
        BigDecimal term = firstTerm;
        for (int n = firstPower + 2; term.abs().compareTo(smallest) > 0; n += 2) {
            term = term.multiply(square, digits).divide(BigDecimal.valueOf((long) n * (n - 1)), digits).negate();
            sum = sum.add(term, digits);
        }
        return sum;
    }
}
