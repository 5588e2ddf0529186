package io.github.slitstream.kernel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * One angle's cosine and sine to sixty digits: settles what {@link RotationTable} cannot tell from fixed-point numbers.
 */
record DecimalRotation(BigDecimal cos, BigDecimal sin) {
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal GREY = BigDecimal.valueOf(255);

    /** @param degrees within ±180 */
    static DecimalRotation of(double degrees) {
        BigDecimal radians = new BigDecimal(degrees).multiply(Decimals.PI, DIGITS).divide(BigDecimal.valueOf(180),
                DIGITS);
        return new DecimalRotation(Decimals.cos(radians, DIGITS), Decimals.sin(radians, DIGITS));
    }

    /** ⌊(x·cos − y·sin + 255) / 2⌋ */
    int first(int x, int y) {
        return floorOfHalf(cos.multiply(BigDecimal.valueOf(x)).subtract(sin.multiply(BigDecimal.valueOf(y))));
    }

    /** ⌊(x·sin + y·cos + 255) / 2⌋ */
    int second(int x, int y) {
        return floorOfHalf(sin.multiply(BigDecimal.valueOf(x)).add(cos.multiply(BigDecimal.valueOf(y))));
    }

    private static int floorOfHalf(BigDecimal rotated) {
        return rotated.add(GREY).divide(BigDecimal.TWO).setScale(0, RoundingMode.FLOOR).intValueExact();
    }
}
