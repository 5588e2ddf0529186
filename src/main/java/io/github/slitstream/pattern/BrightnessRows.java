package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.PlaneKernels;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How bright the newest picture is, and by how much that differs from the picture before, a row at a time and as often
 * as one likes. Different threads may read different rows at once.
 */
final class BrightnessRows {
    private static final float WHITE = 255f * PlaneKernels.LUMA_UNIT;

    private final FrameSize size;
    private float[] now;
    private float[] before;
    /** Of which picture a row is there; 0 is none. */
    private int[] filledNow;
    private int[] filledBefore;
    private int picture;
    private @Nullable Frame newest;
    private @Nullable PlaneKernels kernels;

    BrightnessRows(FrameSize size) {
        this.size = size;
        this.now = new float[size.pixels()];
        this.before = new float[size.pixels()];
        this.filledNow = new int[size.height()];
        this.filledBefore = new int[size.height()];
    }

    /** Goes on to the next picture, which stays as it is until the next call. */
    void show(Frame next, PlaneKernels reading) {
        float[] oldest = before;
        before = now;
        now = oldest;
        int[] filledOldest = filledBefore;
        filledBefore = filledNow;
        filledNow = filledOldest;
        newest = next;
        kernels = reading;
        picture++;
    }

    /**
     * Reads one row; before the first picture all is dark and still.
     *
     * @param brightness gets 0 … 1 for each column
     * @param change gets 0 … 1, 0 where the row of the picture before was not read
     */
    void read(int row, double[] brightness, double[] change) {
        Frame seen = newest;
        PlaneKernels reading = kernels;
        if (seen == null || reading == null) {
            Arrays.fill(brightness, 0, size.width(), 0);
            Arrays.fill(change, 0, size.width(), 0);
            return;
        }
        int first = row * size.width();
        if (filledNow[row] != picture) {
            reading.lumaRow(seen.pixels(), (long) row * size.stride(), now, first, size.width());
            filledNow[row] = picture;
        }
        float[] earlier = filledBefore[row] == picture - 1 ? before : now;
        for (int i = 0; i < size.width(); i++) {
            brightness[i] = now[first + i] / WHITE;
            change[i] = Math.abs(now[first + i] - earlier[first + i]) / WHITE;
        }
    }
}
