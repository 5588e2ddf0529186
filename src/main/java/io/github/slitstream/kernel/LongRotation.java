package io.github.slitstream.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * One angle's cosine and sine to 2⁻²²⁰, as digits of 44 bits: settles what {@link RotationTable} cannot tell from
 * fixed-point numbers. Next to a quarter turn that is every pair, so a pair allocates nothing.
 */
final class LongRotation {
    private static final int BITS = 44;
    private static final int COUNT = 5;
    private static final BigInteger MASK = BigInteger.ONE.shiftLeft(BITS).subtract(BigInteger.ONE);
    private static final BigDecimal SCALE = new BigDecimal(BigInteger.ONE.shiftLeft(BITS * COUNT));
    private static final long MIDDLE = 255L << BITS;
    private static final MathContext DECIMALS = new MathContext(70);

    /** Digits, the highest first; that has the sign and the whole part, in units of 2⁻⁴⁴. */
    private final long[] cos;
    private final long[] sin;

    /** @param degrees within ±180 */
    LongRotation(double degrees) {
        BigDecimal radians = new BigDecimal(degrees).multiply(Decimals.PI, DECIMALS).divide(BigDecimal.valueOf(180),
                DECIMALS);
        cos = digits(Decimals.cos(radians, DECIMALS));
        sin = digits(Decimals.sin(radians, DECIMALS));
    }

    /** ⌊(x·cos − y·sin + 255) / 2⌋ for x and y of −255 … 255 */
    long first(int x, int y) {
        return floorOfHalf(x, -y);
    }

    /** ⌊(x·sin + y·cos + 255) / 2⌋ for x and y of −255 … 255 */
    long second(int x, int y) {
        return floorOfHalf(y, x);
    }

    /** ⌊(c·cos + s·sin + 255) / 2⌋ */
    private long floorOfHalf(int c, int s) {
        long sum = 0;
        for (int i = COUNT - 1; i >= 0; i--) { // what each digit has above its bits is carried
            sum = (sum >> BITS) + c * cos[i] + s * sin[i];
        }
        return (sum + MIDDLE) >> (BITS + 1);
    }

    private static long[] digits(BigDecimal value) {
        BigInteger rest = value.multiply(SCALE).setScale(0, RoundingMode.FLOOR).toBigIntegerExact();
        long[] digits = new long[COUNT];
        for (int i = COUNT - 1; i > 0; i--) {
            digits[i] = rest.and(MASK).longValueExact();
            rest = rest.shiftRight(BITS);
        }
        digits[0] = rest.longValueExact();
        return digits;
    }
}
