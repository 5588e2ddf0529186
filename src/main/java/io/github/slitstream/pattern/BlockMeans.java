package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.PlaneKernels;
import java.util.Arrays;

/**
 * A picture seen coarsely: the mean brightness of blocks of {@value #SIDE}×{@value #SIDE} pixels, of which every second
 * row is looked at. Whole numbers are summed, so the order does not matter. One thread.
 */
final class BlockMeans {
    static final int SIDE = 4;
    private static final int ROW_STEP = 2;

    private final FrameSize picture;
    private final FrameSize size;
    private final float[] luma;
    private final float[] sums;

    BlockMeans(FrameSize picture) {
        this.picture = picture;
        this.size = blocks(picture);
        this.luma = new float[size.width() * SIDE];
        this.sums = new float[size.width()];
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
        for (int blockRow = 0; blockRow < size.height(); blockRow++) {
            Arrays.fill(sums, 0);
            int rows = 0;
            for (int row = blockRow * SIDE; row < Math.min(picture.height(), (blockRow + 1) * SIDE); row += ROW_STEP) {
                kernels.lumaRow(frame.pixels(), (long) row * picture.stride(), luma, 0, picture.width());
                add();
                rows++;
            }
            for (int i = 0; i < size.width(); i++) {
                int columns = Math.min(SIDE, picture.width() - i * SIDE);
                out[blockRow * size.width() + i] = sums[i] / (rows * columns * PlaneKernels.LUMA_UNIT);
            }
        }
    }

    private void add() {
        Arrays.fill(luma, picture.width(), luma.length, 0);
        for (int i = 0; i < sums.length; i++) {
            int at = i * SIDE;
            sums[i] += luma[at] + luma[at + 1] + luma[at + 2] + luma[at + 3];
        }
    }
}
