package io.github.slitstream.bench.peer;

import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.GEMM_2_T;

import io.github.slitstream.media.FrameAddress;
import java.lang.foreign.MemorySegment;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** The product A·Bᵀ of two matrices of doubles by OpenCV's {@code gemm}. */
public final class OpenCvProduct implements Implementation {
    private final Mat left;
    private final Mat right;
    private final Mat none = new Mat();
    private final Mat product;
    private final MemorySegment out;

    /**
     * @param left rows × columns, row-major
     * @param right likewise
     * @param out takes rows × rows
     */
    public OpenCvProduct(MemorySegment left, MemorySegment right, int rows, int columns, MemorySegment out) {
        this.left = new Mat(rows, columns, CV_64F, new FrameAddress().of(left), (long) columns * Double.BYTES);
        this.right = new Mat(rows, columns, CV_64F, new FrameAddress().of(right), (long) columns * Double.BYTES);
        this.product = new Mat(rows, rows, CV_64F, new FrameAddress().of(out), (long) rows * Double.BYTES);
        this.out = out;
    }

    @Override
    public long nanos(int times) {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            opencv_core.gemm(left, right, 1, none, 0, product, GEMM_2_T);
        }
        return System.nanoTime() - begun;
    }

    @Override
    public MemorySegment result() {
        return out;
    }
}
