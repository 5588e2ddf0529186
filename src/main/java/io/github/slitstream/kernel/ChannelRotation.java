package io.github.slitstream.kernel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A turn of two colour channels around mid grey, as a table of all 65,536 pairs.
 *
 * <p>
 * A pair (p, q) is the vector ((2p − 255)/255, (2q − 255)/255); turned by the angle and brought back, the new values are
 * ⌊((2p − 255)·cos − (2q − 255)·sin + 255) / 2⌋ and ⌊((2p − 255)·sin + (2q − 255)·cos + 255) / 2⌋, clamped to 0 … 255. The
 * floor is of the exact value: where double arithmetic comes too near a whole number to tell, decimal arithmetic decides.
 *
 * <p>
 * One thread turns it, then any number may read the table until the next turn.
 */
public final class ChannelRotation {
    /** Far above the error of double arithmetic here (1e-13), far below what would make decimals slow. */
    private static final double DOUBT = 1e-9;
    private static final MathContext DIGITS = new MathContext(60);

    private final char[] table = new char[1 << 16];
    private int firstShift;
    private int secondShift;
    private double degrees = Double.NaN;

    /** A rotation by 0° of red and green. */
    public ChannelRotation() {
        turn(0);
        channels(2, 1);
    }

    /**
     * Chooses the two channels that turn.
     *
     * @param first byte of the pixel that is the vector's x: 0 blue, 1 green, 2 red
     * @param second likewise for y
     */
    public void channels(int first, int second) {
        firstShift = 8 * first;
        secondShift = 8 * second;
    }

    /** Fills the table for an angle in degrees, unless it is the present one. */
    public void turn(double angle) {
        if (angle == degrees) {
            return;
        }
        degrees = angle;
        double quarters = angle / 90;
        if (quarters == Math.rint(quarters)) {
            int quarter = Math.floorMod((long) quarters, 4);
            fill(angle, new int[]{1, 0, -1, 0}[quarter], new int[]{0, 1, 0, -1}[quarter], true);
        } else {
            fill(angle, Math.cos(Math.toRadians(angle)), Math.sin(Math.toRadians(angle)), false);
        }
    }

    /** The turned pair for {@code first + 256·second}, again first + 256·second. */
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

    private void fill(double angle, double cos, double sin, boolean exact) {
        for (int pair = 0; pair < table.length; pair++) {
            int x = 2 * (pair & 0xff) - 255;
            int y = 2 * (pair >> 8) - 255;
            int first = channel(x, y, cos, sin, exact, angle, false);
            int second = channel(x, y, cos, sin, exact, angle, true);
            table[pair] = (char) (first | second << 8);
        }
    }

    private static int channel(int x, int y, double cos, double sin, boolean exact, double angle, boolean second) {
        double value = ((second ? x * sin + y * cos : x * cos - y * sin) + 255) / 2;
        double floor = Math.floor(value);
        if (!exact && Math.abs(value - Math.rint(value)) < DOUBT) {
            floor = decimalFloor(x, y, angle, second);
        }
        return (int) Math.clamp(floor, 0, 255);
    }

    private static double decimalFloor(int x, int y, double angle, boolean second) {
        BigDecimal radians = new BigDecimal(angle % 360).multiply(Decimals.PI, DIGITS).divide(BigDecimal.valueOf(180),
                DIGITS);
        BigDecimal cos = Decimals.cos(radians, DIGITS);
        BigDecimal sin = Decimals.sin(radians, DIGITS);
        BigDecimal turned = second
                ? sin.multiply(BigDecimal.valueOf(x)).add(cos.multiply(BigDecimal.valueOf(y)))
                : cos.multiply(BigDecimal.valueOf(x)).subtract(sin.multiply(BigDecimal.valueOf(y)));
        return turned.add(BigDecimal.valueOf(255)).divide(BigDecimal.TWO).setScale(0, RoundingMode.FLOOR).doubleValue();
    }
}
