package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.Kernels;

/**
 * How far from now a number of 1 leads in a delay map, and where among all frames what lies between is found. Below 0
 * it leads ahead, to frames that came after now.
 *
 * <p>
 * One thread sets it, then any number read.
 */
public final class MapDepth {
    private final CaptureTimes times = new CaptureTimes();
    private boolean isTimed;
    private boolean isAhead;
    private double deepest;
    /** Place of now among all frames. */
    private int now;
    private int edition;

    /** A number of 1 leads so many frames back from the newest. */
    public static MapDepth ofFrames(double deepest) {
        MapDepth made = new MapDepth();
        made.set(0, deepest, false);
        return made;
    }

    /**
     * A number of 1 leads so many frames from now, or cameras from the first, as far as there are any.
     *
     * @param first place of now, or of the first camera, among all frames
     * @param mostAhead frames that there may be ahead of it
     * @param mostBack frames that there may be behind it
     */
    public void takeFrames(double frames, int first, int mostAhead, int mostBack) {
        set(first, Math.clamp(frames, -mostAhead, mostBack), false);
    }

    /** A number of 1 leads so many seconds from now by the times of captures, as far as there are frames. */
    public void takeSeconds(FrameHistory past, double seconds) {
        boolean isNew = times.take(past, Math.abs(seconds), seconds < 0);
        edition += isNew ? 1 : 0;
        set(past.ahead(), seconds < 0 ? -times.deepest() : times.deepest(), true);
    }

    private void set(int newNow, double newDeepest, boolean timed) {
        boolean isSame = newNow == now && newDeepest == deepest && timed == isTimed;
        edition += isSame ? 0 : 1;
        now = newNow;
        deepest = newDeepest;
        isAhead = newDeepest < 0;
        isTimed = timed;
    }

    /** Another one whenever a number leads elsewhere than before. */
    int edition() {
        return edition;
    }

    /** How many frames back from now a number of 1 leads, below 0 ahead. */
    double deepest() {
        return deepest;
    }

    /** The same in seconds where these are counted; otherwise 0. */
    double seconds() {
        if (!isTimed) {
            return 0;
        }
        return isAhead ? -times.seconds() : times.seconds();
    }

    /** How many frames from now a number of 1 leads, whichever way. */
    double frames() {
        return Math.abs(deepest);
    }

    /** Place of now among all frames. */
    int now() {
        return now;
    }

    /** What a number of 1 counts before it is {@link #place placed}, in units of {@code 1 << bits(whole)}. */
    double steps(boolean whole) {
        if (isTimed) {
            return CaptureTimes.PARTS;
        }
        return whole ? frames() : frames() * Kernels.ONE_FRAME;
    }

    /** @param whole whether places are rounded to whole frames */
    int bits(boolean whole) {
        return whole && !isTimed ? Kernels.DELAY_BITS : 0;
    }

    /** Whether what was counted is the place already. */
    boolean isPlace() {
        return !isTimed && !isAhead && now == 0;
    }

    /** Makes places of what was counted in a row, and summarises it. */
    void place(Delays delays, int row, boolean whole) {
        int[] ofPixels = delays.ofPixels();
        int first = delays.firstPixel(row);
        for (int i = first; i < first + delays.width(); i++) {
            ofPixels[i] = place(ofPixels[i], whole);
        }
        delays.summarise(row);
    }

    /**
     * The place among all frames, with {@link Kernels#DELAY_BITS} bits behind the point.
     *
     * @param counted in the steps of 1 or less
     */
    int place(int counted, boolean whole) {
        int delay = isTimed ? timed(counted, whole) : counted;
        int base = now << Kernels.DELAY_BITS;
        return isAhead ? Math.max(0, base - delay) : base + delay;
    }

    private int timed(int part, boolean whole) {
        int delay = times.delay(Math.clamp(part, 0, CaptureTimes.PARTS));
        return whole ? delay + Kernels.ONE_FRAME / 2 & -Kernels.ONE_FRAME : delay;
    }
}
