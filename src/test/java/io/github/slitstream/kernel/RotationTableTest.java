package io.github.slitstream.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTableTest {
    private static final int PAIRS = 1 << 16;
    private static final MathContext DIGITS = new MathContext(80);
    /** Enough that nothing but a quarter turn rounds to a whole number here. */
    private static final int PLACES = 45;
    private static final int HALVINGS = 12;

    private final RotationTable rotation = new RotationTable();

    @ParameterizedTest
    @ValueSource(doubles = {0, 90, -90, 180, 45, 40, 30, 60, 359.9, 1e-7, 720.5, -33.3, 120, 135, 1e-12, 270,
        89.9999999, 90.00000000000001, -179.99999999999997, 1e-30,
        -180.25, 1e6 + 0.1, 3.25e9})
    void everyPairIsTheFloorOfTheExactValue(double angle) {
        rotation.rotate(angle);
        BigDecimal[] turn = cosAndSin(angle);
        BigInteger[] cosines = multiples(turn[0]);
        BigInteger[] sines = multiples(turn[1]);
        BigInteger middle = BigInteger.TEN.pow(PLACES).multiply(BigInteger.valueOf(255));
        for (int pair = 0; pair < PAIRS; pair++) {
            int p = pair % 256;
            int q = pair / 256;
            int first = level(cosines[p].subtract(sines[q]).add(middle));
            int second = level(sines[p].add(cosines[q]).add(middle));
            assertEquals(first | second << 8, rotation.table()[pair], "pair " + p + ", " + q);
        }
    }

    @Test
    void noTurnIsTheIdentity() {
        assertTurns(0, (p, q) -> p, (p, q) -> q);
        assertTurns(-720, (p, q) -> p, (p, q) -> q);
    }

    @Test
    void quarterTurnsArePermutations() {
        assertTurns(90, (p, q) -> 255 - q, (p, q) -> p);
        assertTurns(-90, (p, q) -> q, (p, q) -> 255 - p);
        assertTurns(180, (p, q) -> 255 - p, (p, q) -> 255 - q);
        assertTurns(-450, (p, q) -> q, (p, q) -> 255 - p);
    }

    @Test
    void anAngleNextToAQuarterTurnIsNotTakenForOne() {
        rotation.rotate(Math.nextUp(90));
        assertEquals(254 | 255 << 8, rotation.table()[255], "just below 255, rounded down");
        rotation.rotate(90);
        assertEquals(255 | 255 << 8, rotation.table()[255]);
    }

    /** A spin comes there every few seconds. */
    @Test
    void nextToAQuarterTurnPairsAreSettledWithoutGarbage() {
        rotation.rotate(Math.nextUp(180));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        rotation.rotate(Math.nextUp(90));
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < PAIRS, allocated + " bytes, a byte or more for each pair");
    }

    private interface Level {
        int of(int p, int q);
    }

    private void assertTurns(double angle, Level first, Level second) {
        rotation.rotate(angle);
        for (int pair = 0; pair < PAIRS; pair++) {
            int p = pair % 256;
            int q = pair / 256;
            assertEquals(first.of(p, q) | second.of(p, q) << 8, rotation.table()[pair], "pair " + p + ", " + q);
        }
    }

    private static BigInteger[] multiples(BigDecimal factor) {
        BigInteger[] multiples = new BigInteger[256];
        for (int level = 0; level < 256; level++) {
            multiples[level] = factor.unscaledValue().multiply(BigInteger.valueOf(2L * level - 255));
        }
        return multiples;
    }

    /** Half of a number with so many places, rounded down and clamped. */
    private static int level(BigInteger twice) {
        BigInteger[] parts = twice.divideAndRemainder(BigInteger.TEN.pow(PLACES).multiply(BigInteger.TWO));
        return Math.clamp(parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0), 0, 255);
    }

    /** From the series of a small part of the angle, by doubling; π by Machin's formula. */
    private static BigDecimal[] cosAndSin(double degrees) {
        BigDecimal pi = arctanOfInverse(5).multiply(BigDecimal.valueOf(16))
                .subtract(arctanOfInverse(239).multiply(BigDecimal.valueOf(4)));
        BigDecimal part = new BigDecimal(degrees).remainder(BigDecimal.valueOf(360)).multiply(pi)
                .divide(BigDecimal.valueOf(180L << HALVINGS), DIGITS);
        BigDecimal cos = BigDecimal.ZERO;
        BigDecimal sin = BigDecimal.ZERO;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 0; n < 40; n++) {
            BigDecimal signed = n % 4 < 2 ? term : term.negate();
            cos = n % 2 == 0 ? cos.add(signed, DIGITS) : cos;
            sin = n % 2 == 1 ? sin.add(signed, DIGITS) : sin;
            term = term.multiply(part).divide(BigDecimal.valueOf(n + 1), DIGITS);
        }
        for (int i = 0; i < HALVINGS; i++) {
            BigDecimal doubled = cos.multiply(cos).subtract(sin.multiply(sin)).round(DIGITS);
            sin = cos.multiply(sin).multiply(BigDecimal.TWO).round(DIGITS);
            cos = doubled;
        }
        return new BigDecimal[]{cos.setScale(PLACES, RoundingMode.HALF_EVEN),
            sin.setScale(PLACES, RoundingMode.HALF_EVEN)};
    }

    private static BigDecimal arctanOfInverse(int n) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(n), DIGITS);
        for (int k = 0; k < 60; k++) {
            BigDecimal term = power.divide(BigDecimal.valueOf(2L * k + 1), DIGITS);
            sum = k % 2 == 0 ? sum.add(term) : sum.subtract(term);
            power = power.divide(BigDecimal.valueOf((long) n * n), DIGITS);
        }
        return sum;
    }
}
