package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.PlaneKernels;
import java.util.Arrays;

/**
 * A picture seen coarsely: the mean brightness of blocks of {@value #SIDE}×{@value #SIDE} pixels, of which every second
 * row is looked at. Whole numbers are summed, so the order does not matter. One thread, but for single rows.
 */
final class BlockMeans {
    static final int SIDE = 4;
    private static final int ROW_STEP = 2;

    private final FrameSize picture;
    private final FrameSize size;
    private final ThreadLocal<float[]> luma;
    /** Of each row that is looked at, the sums of its pixels within each block. */
    private final float[] sums;

    BlockMeans(FrameSize picture) {
        this.picture = picture;
        this.size = blocks(picture);
        this.luma = ThreadLocal.withInitial(() -> new float[size.width() * SIDE]);
        this.sums = new float[Math.ceilDiv(picture.height(), ROW_STEP) * size.width()];
    }

    /** How many blocks a picture has. */
    static FrameSize blocks(FrameSize picture) {
        return picture.dividedBy(SIDE);
    }

    /** How many blocks there are. */
    FrameSize size() {
        return size;
    }

    /**
     * Looks at a picture. Allocates nothing.
     *
     * @param out gets grey levels, 0 … 255, block by block
     */
    void read(Frame frame, PlaneKernels kernels, float[] out) {
        for (int row = 0; row < picture.height(); row += ROW_STEP) {
            readRow(row, frame, kernels);
        }
        take(out);
    }

    /** Looks at one row. Any number of threads at once, each rows of its own. */
    void readRow(int row, Frame frame, PlaneKernels kernels) {
        if (row % ROW_STEP != 0) {
            return;
        }
        float[] own = luma.get();
        kernels.lumaRow(frame.pixels(), (long) row * picture.stride(), own, 0, picture.width());
        Arrays.fill(own, picture.width(), own.length, 0);
        int first = row / ROW_STEP * size.width();
        for (int i = 0; i < size.width(); i++) {
            int at = i * SIDE;
            sums[first + i] = own[at] + own[at + 1] + own[at + 2] + own[at + 3];
        }
    }

    /**
     * Gives what was found in the rows that were looked at.
     *
     * @param out gets grey levels, 0 … 255, block by block
     */
    void take(float[] out) {
        for (int blockRow = 0; blockRow < size.height(); blockRow++) {
            int firstRow = blockRow * (SIDE / ROW_STEP);
            int rows = Math.min(SIDE / ROW_STEP, sums.length / size.width() - firstRow);
            for (int i = 0; i < size.width(); i++) {
                float sum = 0;
                for (int row = firstRow; row < firstRow + rows; row++) {
                    sum += sums[row * size.width() + i];
                }
                int columns = Math.min(SIDE, picture.width() - i * SIDE);
                out[blockRow * size.width() + i] = sum / (rows * columns * PlaneKernels.LUMA_UNIT);
            }
        }
    }
}
