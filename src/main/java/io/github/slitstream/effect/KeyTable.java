package io.github.slitstream.effect;

/**
 * What a chroma key does to each chroma: how much of it is background, and what is to be added to the channels to take
 * the tint of the key out. Chroma is Cb and Cr of BT.709 around 128, rounded to whole levels, so that all of it fits a
 * table. One thread fills it, then any number may read.
 */
final class KeyTable {
    /** Bits behind the point of a share. */
    static final int BITS = 8;
    static final int ALL = 1 << BITS;
    static final int HALF = ALL / 2;

    private static final int LEVELS = 256;
    private static final int MIDDLE = LEVELS / 2;
    private static final int FIXED_BITS = 16;
    /** Of blue, green and red in Cb and in Cr, by ITU-R BT.709. */
    private static final double[] CB = {0.5, -0.7152 / 1.8556, -0.2126 / 1.8556};
    private static final double[] CR = {-0.0722 / 1.5748, -0.7152 / 1.5748, 0.5};
    private static final int[] FIXED_CB = fixed(CB);
    private static final int[] FIXED_CR = fixed(CR);
    private static final int OFFSET = (MIDDLE << FIXED_BITS) | (1 << (FIXED_BITS - 1));
    /** A change of a channel lies within ±336; each has ten bits of a number. */
    private static final int CHANGE_BITS = 10;
    private static final int CHANGE_MASK = (1 << CHANGE_BITS) - 1;
    private static final int NO_CHANGE = 1 << (CHANGE_BITS - 1);

    private final short[] shares = new short[LEVELS * LEVELS];
    private final int[] changes = new int[LEVELS * LEVELS];

    /**
     * @param tolerance how far from the chroma of the key all is background
     * @param softness how much further out nothing is
     * @param spill 0 … 1, how much of the key's tint is taken out
     */
    void fill(int blue, int green, int red, double tolerance, double softness, double spill) {
        double keyCb = CB[0] * blue + CB[1] * green + CB[2] * red;
        double keyCr = CR[0] * blue + CR[1] * green + CR[2] * red;
        double length = Math.sqrt(keyCb * keyCb + keyCr * keyCr);
        double alongCb = length < 1 ? 0 : keyCb / length;
        double alongCr = length < 1 ? 0 : keyCr / length;
        for (int i = 0; i < shares.length; i++) {
            int cb = i / LEVELS - MIDDLE;
            int cr = i % LEVELS - MIDDLE;
            double distance = Math.sqrt((cb - keyCb) * (cb - keyCb) + (cr - keyCr) * (cr - keyCr));
            shares[i] = (short) Math.rint(ALL * share(distance, tolerance, softness));
            changes[i] = change(-spill * Math.max(0, cb * alongCb + cr * alongCr), alongCb, alongCr);
        }
    }

    private static double share(double distance, double tolerance, double softness) {
        if (distance <= tolerance) {
            return 1;
        }
        return softness == 0 ? 0 : Math.max(0, 1 - (distance - tolerance) / softness);
    }

    private static int change(double along, double cb, double cr) {
        long blue = Math.round(1.8556 * along * cb);
        long red = Math.round(1.5748 * along * cr);
        long green = Math.round(-along * (0.0722 * 1.8556 * cb + 0.2126 * 1.5748 * cr) / 0.7152);
        return (int) ((NO_CHANGE + blue) | ((NO_CHANGE + green) << CHANGE_BITS)
                | ((NO_CHANGE + red) << (2 * CHANGE_BITS)));
    }

    private static int[] fixed(double[] weights) {
        int[] fixed = new int[weights.length];
        for (int i = 0; i < fixed.length; i++) {
            fixed[i] = (int) Math.rint(weights[i] * (1 << FIXED_BITS));
        }
        return fixed;
    }

    /** Where the chroma of a pixel stands. */
    int chroma(int pixel) {
        return level(FIXED_CB, pixel) * LEVELS + level(FIXED_CR, pixel);
    }

    private static int level(int[] weights, int pixel) {
        int sum = weights[0] * Pixel.blue(pixel) + weights[1] * Pixel.green(pixel) + weights[2] * Pixel.red(pixel);
        return Math.min((sum + OFFSET) >> FIXED_BITS, LEVELS - 1);
    }

    /** How much of a pixel of this chroma is background, 0 … {@link #ALL}. */
    int share(int chroma) {
        return shares[chroma];
    }

    /** The pixel of this chroma without the tint of the key. */
    int untinted(int pixel, int chroma) {
        int change = changes[chroma];
        return Pixel.of(changed(Pixel.blue(pixel), change), changed(Pixel.green(pixel), change >> CHANGE_BITS),
                changed(Pixel.red(pixel), change >> (2 * CHANGE_BITS)), pixel);
    }

    private static int changed(int level, int change) {
        return Math.clamp(level + (change & CHANGE_MASK) - NO_CHANGE, 0, LEVELS - 1);
    }
}
