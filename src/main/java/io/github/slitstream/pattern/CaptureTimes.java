package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.kernel.Kernels;

/**
 * How many frames lie between now and moments that are some part of a depth in seconds away, back in time or ahead:
 * between two frames in proportion to the time between their captures, beyond the last of them as many as there are. A
 * depth beyond what is kept is as deep as that; what is still filling is taken to go on at the pace of its frames.
 *
 * <p>
 * One thread takes over frames, then any number of them ask. Allocates nothing while no more frames are kept.
 */
final class CaptureTimes {
    /** Parts of the depth that are counted before they become numbers of frames. */
    static final int PARTS = 1 << 22;
    /** Stretches of the depth of which it is known in which frame they begin, so that it need not be looked for. */
    private static final int STRETCHES = 1 << 11;
    private static final int PARTS_OF_STRETCH = PARTS / STRETCHES;

    private static final class Table {
        /** At which part of the depth each frame from now on lies: never less than that of the one before. */
        private final double[] parts;
        /** From each frame to the next, in steps of a delay for each part; 0 from the last on. */
        private final double[] slopes;
        private final int[] firstFrames = new int[STRETCHES + 1];
        private int last;

        Table(int frames) {
            parts = new double[frames];
            slopes = new double[frames];
        }

        int delay(int part) {
            int frame = firstFrames[part / PARTS_OF_STRETCH];
            while (frame < last && parts[frame + 1] <= part) {
                frame++;
            }
            return (frame << Kernels.DELAY_BITS) + (int) ((part - parts[frame]) * slopes[frame] + 0.5);
        }
    }

    private Table table = new Table(1);
    private double deepest;
    private double seconds;

    /**
     * @param seconds above 0
     * @param isAhead whether the depth reaches from now ahead
     * @return whether any frame lies elsewhere in the depth than before
     */
    boolean take(FrameHistory frames, double seconds, boolean isAhead) {
        int all = frames.around().capacity();
        if (table.parts.length < all) {
            table = new Table(all);
        }
        int direction = isAhead ? -1 : 1;
        int last = isAhead ? frames.ahead() : frames.length() - 1;
        int most = isAhead ? all - frames.capacity() : frames.capacity() - 1;
        double reach = Math.abs(secondsTo(frames, direction * last)) / Math.max(1, last) * most;
        double depth = reach > 0 ? Math.min(seconds, reach) : seconds;
        this.seconds = depth;
        boolean isNew = placeFrames(frames, direction, last, PARTS / depth);
        deepest = table.delay(PARTS) / (double) Kernels.ONE_FRAME;
        return isNew;
    }

    private static double secondsTo(FrameHistory frames, int age) {
        return (frames.capturedNanos(0) - frames.capturedNanos(age)) / 1e9;
    }

    private boolean placeFrames(FrameHistory frames, int direction, int last, double partsPerSecond) {
        boolean isNew = table.last != last;
        table.last = last;
        double before = 0;
        for (int i = 0; i <= last; i++) {
            double part = Math.max(before, direction * secondsTo(frames, direction * i) * partsPerSecond);
            isNew |= part != table.parts[i];
            table.parts[i] = part;
            before = part;
        }
        if (isNew) {
            index();
        }
        return isNew;
    }

    private void index() {
        double[] parts = table.parts;
        for (int i = 0; i < table.last; i++) {
            double gap = parts[i + 1] - parts[i];
            table.slopes[i] = gap <= 0 ? 0 : Kernels.ONE_FRAME / gap;
        }
        table.slopes[table.last] = 0;
        int frame = 0;
        for (int stretch = 0; stretch <= STRETCHES; stretch++) {
            while (frame < table.last && parts[frame + 1] <= (double) stretch * PARTS_OF_STRETCH) {
                frame++;
            }
            table.firstFrames[stretch] = frame;
        }
    }

    /** How many frames away the depth ends. */
    double deepest() {
        return deepest;
    }

    /** The depth, as far as there are frames. */
    double seconds() {
        return seconds;
    }

    /**
     * How many frames away a moment lies, with {@link Kernels#DELAY_BITS} bits behind the point, rounded to nearest.
     *
     * @param part of the depth, 0 … {@value #PARTS}
     */
    int delay(int part) {
        return table.delay(part);
    }
}
