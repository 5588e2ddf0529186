package io.github.slitstream.kernel;

/**
 * How the delays of the moments that one pixel shows follow from its delay in a map: several of an exposure, and others
 * for each colour. One thread sets it, then any number read. Allocates nothing.
 */
public final class MomentDelays {
    /** Blue, green with alpha, and red. */
    public static final int COLOURS = 3;
    /** Moments for each full turn of the shutter: an eighth of a frame's interval apart at most. */
    private static final int MOST_EXPOSURES = MomentKernels.MOST_ROWS;
    private static final double FULL_TURN = 360;

    private final double[] scales = new double[COLOURS];
    private final double[] offsets = new double[COLOURS];
    private double shutter;
    private int exposures = 1;
    private boolean areApart;
    private boolean isRounded;
    /** Place of now among all frames, in steps of a delay. */
    private int now;
    private int last;

    /** Every pixel shows the one moment of its delay. */
    public MomentDelays() {
        keepTogether();
    }

    /**
     * The exposure of each moment: the mean of {@code k = max(2, ⌈degrees/45⌉)} moments, of which the i-th is
     * {@code (2i + 1 − k)/2k} of it older. An exposure of 0 is a single moment.
     *
     * @param degrees of 360, which are the time from one frame to the next
     * @param whole whether moments are rounded to whole frames
     * @param placeOfNow among the frames there are, the newest being 0
     * @param lastPlace of the frames there are; delays stay within 0 and that
     */
    public void expose(double degrees, boolean whole, int placeOfNow, int lastPlace) {
        shutter = degrees / FULL_TURN;
        exposures = degrees == 0 ? 1 : Math.max(2, (int) Math.ceil(shutter * MOST_EXPOSURES));
        isRounded = whole;
        now = placeOfNow << Kernels.DELAY_BITS;
        last = lastPlace << Kernels.DELAY_BITS;
    }

    /** All colours are of the same moments. */
    public void keepTogether() {
        areApart = false;
        for (int colour = 0; colour < COLOURS; colour++) {
            scales[colour] = 1;
            offsets[colour] = 0;
        }
    }

    /**
     * A colour is of moments of its own: of {@code scale·delay + frames}, counted from now.
     *
     * @param colour 0 blue, 1 green with alpha, 2 red
     */
    public void setApart(int colour, double scale, double frames) {
        areApart = true;
        scales[colour] = scale;
        offsets[colour] = frames * Kernels.ONE_FRAME;
    }

    /** Whether every pixel shows the one moment of its delay. */
    public boolean areSingle() {
        return exposures == 1 && !areApart;
    }

    /** How many colours have moments of their own: all, or one that stands for them. */
    int colours() {
        return areApart ? COLOURS : 1;
    }

    int exposures() {
        return exposures;
    }

    /** Moves the delays of a row to those of one colour and one moment of the exposure, rounded to nearest. */
    void move(int colour, int exposure, MovedDelays row) {
        double scale = scales[colour];
        double later = (2 * exposure + 1 - exposures) / (2.0 * exposures) * shutter * Kernels.ONE_FRAME;
        double added = offsets[colour] + later + (isRounded ? Kernels.ONE_FRAME / 2.0 : 0) + 0.5 + (1 - scale) * now;
        row.move(scale, added, isRounded ? last | Kernels.ONE_FRAME - 1 : last, isRounded ? -Kernels.ONE_FRAME : -1);
    }
}
