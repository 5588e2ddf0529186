package io.github.slitstream.bench.peer;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_16SC2;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.media.FrameAddress;
import java.lang.foreign.MemorySegment;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** A picture read through a homography by OpenCV, to a picture of the same size; the edge goes on beyond the input. */
public final class OpenCvWarp implements Implementation {
    private final Mat in;
    private final Mat out = new Mat();
    private final Work work;

    /** How a pixel between others is made. */
    public enum Interpolation {
        NEAREST(opencv_imgproc.INTER_NEAREST), LINEAR(opencv_imgproc.INTER_LINEAR), CUBIC(opencv_imgproc.INTER_CUBIC);

        private final int flag;

        Interpolation(int flag) {
            this.flag = flag;
        }
    }

    /** What OpenCV is asked to do. */
    @FunctionalInterface
    private interface Work {
        void apply(Mat in, Mat out);
    }

    private OpenCvWarp(MemorySegment picture, FrameSize size, Work work) {
        this.in = new Mat(size.height(), size.width(), CV_8UC4, new FrameAddress().of(picture), size.stride());
        this.work = work;
    }

    /**
     * With {@code warpPerspective}, which works out anew for each picture where to look.
     *
     * @param picture packed BGRA
     * @param matrix 3×3, row-major, from pixels of the result to places in the picture
     */
    public static OpenCvWarp perspective(MemorySegment picture, FrameSize size, double[] matrix,
            Interpolation interpolation) {
        Mat kept = new Mat(3, 3, CV_64F, new DoublePointer(matrix)).clone();
        Size same = new Size(size.width(), size.height());
        Scalar nothing = new Scalar();
        int flags = interpolation.flag | opencv_imgproc.WARP_INVERSE_MAP;
        return new OpenCvWarp(picture, size, (in, out) -> opencv_imgproc.warpPerspective(in, out, kept, same, flags,
                BORDER_REPLICATE, nothing));
    }

    /** As {@link #perspective}, with {@code remap} by a map in fixed point that is made once. */
    public static OpenCvWarp map(MemorySegment picture, FrameSize size, double[] matrix,
            Interpolation interpolation) {
        Mat places = places(size, matrix);
        Mat whole = new Mat();
        Mat fractions = new Mat();
        opencv_imgproc.convertMaps(places, new Mat(), whole, fractions, CV_16SC2,
                interpolation == Interpolation.NEAREST);
        Scalar nothing = new Scalar();
        return new OpenCvWarp(picture, size, (in, out) -> opencv_imgproc.remap(in, out, whole, fractions,
                interpolation.flag, BORDER_REPLICATE, nothing));
    }

    private static Mat places(FrameSize size, double[] h) {
        Mat places = new Mat(size.height(), size.width(), CV_32FC2);
        try (FloatIndexer indexer = places.createIndexer()) {
            for (int y = 0; y < size.height(); y++) {
                for (int x = 0; x < size.width(); x++) {
                    double w = h[6] * x + h[7] * y + h[8];
                    indexer.put(y, x, 0, (float) ((h[0] * x + h[1] * y + h[2]) / w));
                    indexer.put(y, x, 1, (float) ((h[3] * x + h[4] * y + h[5]) / w));
                }
            }
        }
        return places;
    }

    @Override
    public long nanos(int times) {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            work.apply(in, out);
        }
        return System.nanoTime() - begun;
    }

    @Override
    public MemorySegment result() {
        return MemorySegment.ofBuffer(out.createBuffer());
    }
}
