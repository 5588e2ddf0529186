package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.Kernels;

/**
 * Where among the frames of a past moments lie that are some part of a depth in seconds old: between two frames in
 * proportion to the time between their captures, from the oldest on at the oldest. A depth beyond what the past reaches
 * is as deep as that; one that is still filling is taken to go on at the pace of its frames.
 *
 * <p>
 * One thread takes over a past, then any number of them ask. Allocates nothing while no more frames are kept.
 */
public final class CaptureTimes {
    /** Parts of the depth that are counted before they become places of frames. */
    static final int PARTS = 1 << 22;
    /** Stretches of the depth of which it is known in which age they begin, so that it need not be looked for. */
    private static final int STRETCHES = 1 << 11;
    private static final int PARTS_OF_STRETCH = PARTS / STRETCHES;

    private static final class Table {
        /** At which part of the depth the frame of each age lies: never less than that of the age before. */
        private final double[] parts;
        /** From each frame to the next, in steps of a place for each part; 0 where none is older. */
        private final double[] slopes;
        private final int[] firstAges = new int[STRETCHES + 1];
        private int oldest;

        Table(int frames) {
            parts = new double[frames];
            slopes = new double[frames];
        }

        int place(int part) {
            int age = firstAges[part / PARTS_OF_STRETCH];
            while (age < oldest && parts[age + 1] <= part) {
                age++;
            }
            return (age << Kernels.DELAY_BITS) + (int) ((part - parts[age]) * slopes[age] + 0.5);
        }
    }

    private Table table = new Table(1);
    private double deepest;
    private double seconds;
    private int edition;

    /** @param seconds above 0 */
    public void take(FrameHistory past, double seconds) {
        if (table.parts.length < past.capacity()) {
            table = new Table(past.capacity());
        }
        int oldest = past.length() - 1;
        double reach = past.secondsAt(oldest) / Math.max(1, oldest) * (past.capacity() - 1);
        double depth = reach > 0 ? Math.min(seconds, reach) : seconds;
        this.seconds = depth;
        deepest = past.ageOf(depth);
        if (placeFrames(past, PARTS / depth)) {
            edition++;
        }
    }

    /** @return whether any lies elsewhere than before */
    private boolean placeFrames(FrameHistory past, double partsPerSecond) {
        int oldest = past.length() - 1;
        boolean isNew = table.oldest != oldest;
        table.oldest = oldest;
        long now = past.capturedNanos(0);
        double last = 0;
        for (int age = 0; age <= oldest; age++) {
            double part = Math.max(last, (now - past.capturedNanos(age)) / 1e9 * partsPerSecond);
            isNew |= part != table.parts[age];
            table.parts[age] = part;
            last = part;
        }
        if (isNew) {
            index();
        }
        return isNew;
    }

    private void index() {
        double[] parts = table.parts;
        for (int age = 0; age < table.oldest; age++) {
            double gap = parts[age + 1] - parts[age];
            table.slopes[age] = gap <= 0 ? 0 : Kernels.ONE_FRAME / gap;
        }
        table.slopes[table.oldest] = 0;
        int age = 0;
        for (int stretch = 0; stretch <= STRETCHES; stretch++) {
            while (age < table.oldest && parts[age + 1] <= (double) stretch * PARTS_OF_STRETCH) {
                age++;
            }
            table.firstAges[stretch] = age;
        }
    }

    /** The age in frames at which the depth ends. */
    double deepest() {
        return deepest;
    }

    /** The depth, as far as the past reaches. */
    double seconds() {
        return seconds;
    }

    /** Another one whenever frames lie elsewhere than before. */
    int edition() {
        return edition;
    }

    /**
     * Where a moment lies, in frames with {@link Kernels#DELAY_BITS} bits behind the point, rounded to nearest.
     *
     * @param part of the depth, 0 … {@value #PARTS}
     * @param whole whether it is rounded to whole frames, half a frame up
     */
    int place(int part, boolean whole) {
        int place = table.place(part);
        return whole ? place + Kernels.ONE_FRAME / 2 & -Kernels.ONE_FRAME : place;
    }

    /** Makes places of the parts in a row, and summarises it. */
    void place(Delays delays, int row, boolean whole) {
        int[] ofPixels = delays.ofPixels();
        int first = delays.firstPixel(row);
        for (int i = first; i < first + delays.width(); i++) {
            ofPixels[i] = place(ofPixels[i], whole);
        }
        delays.summarise(row);
    }
}
