package io.github.slitstream.bench.peer;

import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.media.FrameAddress;
import java.lang.foreign.MemorySegment;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A matrix applied to the colours of a picture by OpenCV's {@code transform}, on the three channels that it is fast
 * for.
 */
public final class OpenCvTransform implements Implementation {
    private final Mat in;
    private final Mat matrix;
    private final Mat out = new Mat();
    private final Mat opaque = new Mat();

    /**
     * @param picture packed BGRA, opaque
     * @param matrix 3×4, row-major
     */
    public OpenCvTransform(MemorySegment picture, FrameSize size, double[] matrix) {
        Mat whole = new Mat(size.height(), size.width(), CV_8UC4, new FrameAddress().of(picture), size.stride());
        this.in = new Mat(size.height(), size.width(), CV_8UC3);
        opencv_imgproc.cvtColor(whole, in, opencv_imgproc.COLOR_BGRA2BGR);
        this.matrix = new Mat(3, 4, CV_64F, new DoublePointer(matrix)).clone();
    }

    @Override
    public long nanos(int times) {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            opencv_core.transform(in, out, matrix);
        }
        return System.nanoTime() - begun;
    }

    @Override
    public MemorySegment result() {
        opencv_imgproc.cvtColor(out, opaque, opencv_imgproc.COLOR_BGR2BGRA);
        return MemorySegment.ofBuffer(opaque.createBuffer());
    }
}
