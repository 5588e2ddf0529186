package io.github.slitstream.kernel;

/**
 * A rotation of two colour channels around mid grey, as a table of all 65,536 pairs.
 *
 * <p>
 * A pair (p, q) is the vector ((2p − 255)/255, (2q − 255)/255); rotated by the angle and brought back, the new values
 * are ⌊((2p − 255)·cos − (2q − 255)·sin + 255) / 2⌋ and ⌊((2p − 255)·sin + (2q − 255)·cos + 255) / 2⌋, clamped to 0 …
 * 255. The floor is of the exact value: fixed-point sums fill the table, and longer ones decide where such a sum comes
 * too near a whole number to tell. (Only quarter turns reach a whole number itself, and their sums are exact.)
 *
 * <p>
 * One thread fills it, then any number may read the table until it is filled again.
 */
public final class RotationTable {
    private static final int LEVELS = 256;
    /** Bits behind the point of the sums. */
    private static final int BITS = 40;
    private static final long FRACTION = (1L << BITS) - 1;
    /** 127.5 */
    private static final long MIDDLE = 255L << (BITS - 1);
    /** Above the error of a sum: half a unit for the rounding of each part, and less than one for doubles (3e-13). */
    private static final long DOUBT = 4;

    private final char[] table = new char[LEVELS * LEVELS];
    private final long[] cosines = new long[LEVELS];
    private final long[] sines = new long[LEVELS];
    private int firstShift;
    private int secondShift;
    private double degrees = Double.NaN;
    private boolean quarterTurn;
    private double cos;
    private double sin;

    /** A rotation by 0° of red and green. */
    public RotationTable() {
        rotate(0);
        channels(2, 1);
    }

    /**
     * Chooses the two channels that rotate.
     *
     * @param first byte of the pixel that is the vector's x: 0 blue, 1 green, 2 red
     * @param second likewise for y
     */
    public void channels(int first, int second) {
        firstShift = 8 * first;
        secondShift = 8 * second;
    }

    /** Fills the table for an angle in degrees, unless it is the present one. */
    public void rotate(double angle) {
        if (angle == degrees) {
            return;
        }
        degrees = angle;
        double withinHalfTurn = Math.IEEEremainder(angle, 360);
        double radians = Math.toRadians(withinHalfTurn);
        quarterTurn = withinHalfTurn % 90 == 0;
        cos = quarterTurn ? Math.rint(Math.cos(radians)) : Math.cos(radians);
        sin = quarterTurn ? Math.rint(Math.sin(radians)) : Math.sin(radians);
        if (!fill()) {
            settleDoubts(new LongRotation(withinHalfTurn));
        }
    }

    /** The rotated pair for {@code first + 256·second}, again first + 256·second. */
    public char[] table() {
        return table;
    }

    /** Where the first channel's bits start in a pixel read as a little-endian int. */
    public int firstShift() {
        return firstShift;
    }

    /** Where the second channel's bits start in a pixel read as a little-endian int. */
    public int secondShift() {
        return secondShift;
    }

    /**
     * Whether the angle is a multiple of 90°, which makes the table a permutation and {@link #cos} and {@link #sin}
     * exact.
     */
    public boolean isQuarterTurn() {
        return quarterTurn;
    }

    /** The angle's cosine, within 1e-15. */
    public double cos() {
        return cos;
    }

    /** The angle's sine, within 1e-15. */
    public double sin() {
        return sin;
    }

    /** Whether all values are certain. */
    private boolean fill() {
        for (int level = 0; level < LEVELS; level++) {
            double half = level - 127.5;
            cosines[level] = Math.round(half * cos * (1L << BITS));
            sines[level] = Math.round(half * sin * (1L << BITS));
        }
        long doubt = quarterTurn ? 0 : DOUBT;
        boolean certain = true;
        for (int q = 0; q < LEVELS; q++) {
            for (int p = 0; p < LEVELS; p++) {
                long first = first(p, q);
                long second = second(p, q);
                table[p | q << 8] = pair(first >> BITS, second >> BITS);
                certain &= !isNearWhole(first, doubt) && !isNearWhole(second, doubt);
            }
        }
        return certain;
    }

    private void settleDoubts(LongRotation exact) {
        for (int q = 0; q < LEVELS; q++) {
            for (int p = 0; p < LEVELS; p++) {
                if (isNearWhole(first(p, q), DOUBT) || isNearWhole(second(p, q), DOUBT)) {
                    int x = 2 * p - 255;
                    int y = 2 * q - 255;
                    table[p | q << 8] = pair(exact.first(x, y), exact.second(x, y));
                }
            }
        }
    }

    private long first(int p, int q) {
        return cosines[p] - sines[q] + MIDDLE;
    }

    private long second(int p, int q) {
        return sines[p] + cosines[q] + MIDDLE;
    }

    private static boolean isNearWhole(long value, long doubt) {
        return (value + doubt & FRACTION) < 2 * doubt;
    }

    private static char pair(long first, long second) {
        return (char) (Math.clamp(first, 0, 255) | Math.clamp(second, 0, 255) << 8);
    }
}
