package io.github.slitstream.media;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LANCZOS4;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_NEAREST_EXACT;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Resampling;
import io.github.slitstream.frame.Resizer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.jspecify.annotations.Nullable;

/**
 * Resizes with OpenCV, from one frame's memory straight into the other's. OpenCV is loaded when two sizes differ for
 * the first time. One thread per instance.
 */
public final class OpenCvResizer implements Resizer {
    private @Nullable Canvas source;
    private @Nullable Canvas target;

    @Override
    public void resize(Frame from, Frame to, Resampling method) {
        if (from.size().equals(to.size())) {
            to.copyFrom(from);
            return;
        }
        Canvas read = Canvas.over(from, source);
        Canvas written = Canvas.over(to, target);
        source = read;
        target = written;
        opencv_imgproc.resize(read.mat, written.mat, written.size, 0, 0, interpolation(method));
        to.stamp(from.capturedNanos());
    }

    private static int interpolation(Resampling method) {
        return switch (method) {
            case NEAREST -> INTER_NEAREST_EXACT;
            case LINEAR -> INTER_LINEAR;
            case CUBIC -> INTER_CUBIC;
            case LANCZOS4 -> INTER_LANCZOS4;
            case AREA -> INTER_AREA;
        };
    }

    /** OpenCV's view of a picture, laid over one frame after another of the same size. */
    private static final class Canvas {
        static {
            NativeLoading.load(opencv_core.class, opencv_imgproc.class);
        }

        private final FrameSize frameSize;
        private final Size size;
        private final FrameAddress address = new FrameAddress();
        private final Mat mat;

        private Canvas(Frame first) {
            frameSize = first.size();
            size = new Size(frameSize.width(), frameSize.height());
            mat = new Mat(frameSize.height(), frameSize.width(), CV_8UC4, address.of(first), frameSize.stride());
        }

        /** @param former laid over the frame if the size is still the same */
        static Canvas over(Frame frame, @Nullable Canvas former) {
            if (former == null || !former.frameSize.equals(frame.size())) {
                return new Canvas(frame);
            }
            former.mat.data(former.address.of(frame));
            return former;
        }
    }
}
