package io.github.slitstream.bench.peer;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.media.FrameAddress;
import java.lang.foreign.MemorySegment;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;

/**
 * A kernel over a picture by OpenCV, on three channels, which is less work than four; the edge goes on beyond the
 * picture.
 */
public final class OpenCvFilter implements Implementation {
    /** As many bits as the input. */
    private static final int SAME_DEPTH = -1;

    private final Mat in;
    private final Mat out = new Mat();
    private final Mat opaque = new Mat();
    private final Filter filter;

    /** What OpenCV is asked to do. */
    @FunctionalInterface
    private interface Filter {
        void apply(Mat in, Mat out);
    }

    private OpenCvFilter(MemorySegment picture, FrameSize size, Filter filter) {
        Mat whole = new Mat(size.height(), size.width(), CV_8UC4, new FrameAddress().of(picture), size.stride());
        this.in = new Mat(size.height(), size.width(), CV_8UC3);
        opencv_imgproc.cvtColor(whole, in, opencv_imgproc.COLOR_BGRA2BGR);
        this.filter = filter;
    }

    /**
     * With {@code filter2D}.
     *
     * @param picture packed BGRA, opaque
     * @param weights row by row, as many rows as columns
     */
    public static OpenCvFilter whole(MemorySegment picture, FrameSize size, float[] weights) {
        int side = (int) Math.sqrt(weights.length);
        Mat kernel = mat(side, side, weights);
        Point middle = new Point(-1, -1);
        return new OpenCvFilter(picture, size,
                (in, out) -> opencv_imgproc.filter2D(in, out, SAME_DEPTH, kernel, middle, 0, BORDER_REPLICATE));
    }

    /**
     * With {@code sepFilter2D}.
     *
     * @param weights of the row and of the column
     */
    public static OpenCvFilter separable(MemorySegment picture, FrameSize size, float[] weights) {
        Mat kernel = mat(1, weights.length, weights);
        Point middle = new Point(-1, -1);
        return new OpenCvFilter(picture, size, (in, out) -> opencv_imgproc.sepFilter2D(in, out, SAME_DEPTH, kernel,
                kernel, middle, 0, BORDER_REPLICATE));
    }

    private static Mat mat(int rows, int columns, float[] weights) {
        return new Mat(rows, columns, CV_32F, new FloatPointer(weights)).clone();
    }

    @Override
    public long nanos(int times) {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            filter.apply(in, out);
        }
        return System.nanoTime() - begun;
    }

    @Override
    public MemorySegment result() {
        opencv_imgproc.cvtColor(out, opaque, opencv_imgproc.COLOR_BGR2BGRA);
        return MemorySegment.ofBuffer(opaque.createBuffer());
    }
}
