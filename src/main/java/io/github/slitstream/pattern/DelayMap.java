package io.github.slitstream.pattern;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.Values;
import org.jspecify.annotations.Nullable;

/**
 * How far back each pixel looks, in frames with {@link Kernels#DELAY_BITS} bits behind the point.
 *
 * <p>
 * {@link #describe} says once a frame, on one thread, what the map should hold; the workers then call {@link #fillRow} for the rows
 * they render, which does nothing where the row already holds it. A still pattern is thus filled once.
 */
public final class DelayMap {
    private final FrameSize size;
    private final int[] delays;
    private final boolean[] uniform;
    private final int[] filledIn;
    private final ThreadLocal<double[]> scratch;
    private int edition;

    private @Nullable Pattern pattern;
    private @Nullable Values values;
    private double phase;
    private double deepest;
    private boolean whole;
    private @Nullable Shaping shaping;

    public DelayMap(FrameSize size) {
        this.size = size;
        this.delays = new int[size.pixels()];
        this.uniform = new boolean[size.height()];
        this.filledIn = new int[size.height()];
        this.scratch = ThreadLocal.withInitial(() -> new double[size.width()]);
    }

    public FrameSize size() {
        return size;
    }

    /**
     * Says what the map should hold.
     *
     * @param newValues of {@link PatternParameters#ALL}, perhaps among others
     * @param newPhase how far a moving pattern has come, in repeats
     * @param newDeepest delay in frames where the pattern is 1
     * @param newWhole whether delays are rounded to whole frames (half a frame rounds up)
     */
    public void describe(Pattern newPattern, Values newValues, double newPhase, double newDeepest, boolean newWhole) {
        if (newPattern.equals(pattern) && newValues.equals(values) && newPhase == phase && newDeepest == deepest
                && newWhole == whole) {
            return;
        }
        pattern = newPattern;
        values = newValues;
        phase = newPhase;
        deepest = newDeepest;
        whole = newWhole;
        shaping = Shaping.of(newValues, newPhase);
        edition++;
    }

    /** Brings one row up to date. Different threads may fill different rows at once. */
    public void fillRow(int row) {
        if (filledIn[row] == edition || pattern == null || values == null || shaping == null) {
            return;
        }
        double[] shape = scratch.get();
        pattern.fillRow(row, size, values, shape);
        int first = row * size.width();
        boolean same = true;
        for (int column = 0; column < size.width(); column++) {
            int delay = toDelay(shaping.apply(shape[column]) * deepest);
            delays[first + column] = delay;
            same &= delay == delays[first];
        }
        uniform[row] = same;
        filledIn[row] = edition;
    }

    /** The delays of all pixels, row-major, to be read only. */
    public int[] delays() {
        return delays;
    }

    /** Whether all pixels of a filled row have the same delay. */
    public boolean isUniform(int row) {
        return uniform[row];
    }

    /** The delay of one pixel in frames, as last filled. Any thread; while the map is being filled it may be of the frame before. */
    public double framesAt(int column, int row) {
        return delays[row * size.width() + column] / (double) Kernels.ONE_FRAME;
    }

    private int toDelay(double frames) {
        return whole
                ? (int) Math.floor(frames + 0.5) << Kernels.DELAY_BITS
                : (int) Math.floor(frames * Kernels.ONE_FRAME + 0.5);
    }
}
