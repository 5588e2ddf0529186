package io.github.slitstream.pattern;

/**
 * Functions made of a few additions and multiplications, so that they give the same bits on every machine, which
 * {@link Math} does not promise, and become vector instructions in loops. Errors are within 7·10⁻⁷ for sines and 10⁻¹¹
 * for the others, relative ones for {@link #exp} and {@link #pow} of moderate size. What is not a number stays so.
 */
final class Polynomials {
    static final double PER_TURN = 1 / (2 * Math.PI);
    /** The polynomial of odd powers that comes nearest to a sine of angles in turns within a quarter turn. */
    private static final double S1 = 6.283164040357731;
    private static final double S3 = -41.33714172375371;
    private static final double S5 = 81.34074354138671;
    private static final double S7 = -70.99315865600006;

    private static final double PER_LN2 = 1.4426950408889634;
    /** The logarithm of 2 in two parts, of which the first has so few digits that multiples of it are exact. */
    private static final double LN2_HIGH = 0x1.62e42feep-1;
    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    private static final long ROOT_OF_HALF = 0x3FE6A09E667F3BCDL;
    private static final int FRACTION_BITS = 52;
    private static final int BIAS = 1023;
    /** Beyond these a power of e is 0 or infinite. */
    private static final double LEAST_EXPONENT = -746;
    private static final double MOST_EXPONENT = 710;

    private Polynomials() {}

    /** @param radians any angle; the error grows with it, as far as it has no more digits */
    static double sin(double radians) {
        return cosOfTurns(radians * PER_TURN - 0.25);
    }

    static double cos(double radians) {
        return cosOfTurns(radians * PER_TURN);
    }

    /** The way to the nearest whole turn, taken from a quarter, is an angle whose sine is the cosine: −¼ … ¼. */
    static double cosOfTurns(double turns) {
        double z = 0.25 - Math.abs(turns - Math.rint(turns));
        double q = z * z;
        return z * (S1 + q * (S3 + q * (S5 + q * S7)));
    }

    /** 2ᵏ times the series around 0, within half a doubling. */
    static double exp(double exponent) {
        double x = Math.max(LEAST_EXPONENT, Math.min(MOST_EXPONENT, exponent));
        double k = Math.rint(x * PER_LN2);
        double r = x - k * LN2_HIGH - k * LN2_LOW;
        double series = 1 + r * (1 + r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120
                + r * (1.0 / 720 + r * (1.0 / 5040 + r * (1.0 / 40_320 + r * (1.0 / 362_880
                        + r / 3_628_800)))))))));
        long doublings = (long) k;
        long half = doublings >> 1;
        return series * powerOfTwo(half) * powerOfTwo(doublings - half);
    }

    /** Negative numbers have none. */
    static double log(double number) {
        if (number > 0 && number < Double.POSITIVE_INFINITY) {
            return number < Double.MIN_NORMAL
                    ? logOfNormal(number * 0x1p54) - 54 * (LN2_HIGH + LN2_LOW)
                    : logOfNormal(number);
        }
        if (number == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return number > 0 ? number : Double.NaN;
    }

    /** With the number 2ᵏ·m, m next to 1, and f = (m − 1)/(m + 1): k·ln 2 + 2·(f + f³/3 + f⁵/5 + …). */
    private static double logOfNormal(double number) {
        long bits = Double.doubleToRawLongBits(number);
        long doublings = (bits - ROOT_OF_HALF) >> FRACTION_BITS;
        double m = Double.longBitsToDouble(bits - (doublings << FRACTION_BITS));
        double f = (m - 1) / (m + 1);
        double q = f * f;
        double series = 1 + q * (1.0 / 3 + q * (1.0 / 5 + q * (1.0 / 7 + q * (1.0 / 9 + q * (1.0 / 11
                + q * (1.0 / 13 + q / 15))))));
        return doublings * LN2_HIGH + (doublings * LN2_LOW + 2 * f * series);
    }

    /** Of a negative base only to whole exponents. */
    static double pow(double base, double exponent) {
        if (exponent == 0) {
            return 1;
        }
        double ofMagnitude = exp(exponent * log(Math.abs(base)));
        if (!(base < 0)) {
            return ofMagnitude;
        }
        if (exponent != Math.floor(exponent)) {
            return Double.NaN;
        }
        boolean even = exponent / 2 == Math.floor(exponent / 2);
        return even ? ofMagnitude : -ofMagnitude;
    }

    private static double powerOfTwo(long exponent) {
        return Double.longBitsToDouble((exponent + BIAS) << FRACTION_BITS);
    }
}
