package io.github.slitstream.bench.peer;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_core.addWeighted;
import static org.bytedeco.opencv.global.opencv_core.scaleAdd;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.remap;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.media.FrameAddress;
import java.lang.foreign.MemorySegment;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_video.DISOpticalFlow;

/**
 * The moment half way between two pictures by OpenCV: flow both ways by dense inverse search at half the size, both
 * pictures read along it by {@code remap}, and their mean.
 */
public final class OpenCvMoment implements Implementation {
    /** Flow counts pixels of half the size, and half way is half of it. */
    private static final double SHARE = -1;

    private final DISOpticalFlow search = DISOpticalFlow.create(DISOpticalFlow.PRESET_ULTRAFAST);
    private final Mat newer;
    private final Mat older;
    private final Size size;
    private final Size half;
    private final Mat places;
    private final Mat small = new Mat();
    private final Mat newerGrey = new Mat();
    private final Mat olderGrey = new Mat();
    private final Mat map = new Mat();
    private final Mat fromNewer = new Mat();
    private final Mat fromOlder = new Mat();
    private final Mat out = new Mat();
    private final Mat none = new Mat();
    private final Scalar nothing = new Scalar();

    /** @param newer packed BGRA, as the older */
    public OpenCvMoment(MemorySegment newer, MemorySegment older, FrameSize frame) {
        this.newer = new Mat(frame.height(), frame.width(), CV_8UC4, new FrameAddress().of(newer), frame.stride());
        this.older = new Mat(frame.height(), frame.width(), CV_8UC4, new FrameAddress().of(older), frame.stride());
        this.size = new Size(frame.width(), frame.height());
        this.half = new Size(frame.width() / 2, frame.height() / 2);
        this.places = new Mat(frame.height(), frame.width(), CV_32FC2);
        try (FloatIndexer indexer = places.createIndexer()) {
            for (int y = 0; y < frame.height(); y++) {
                for (int x = 0; x < frame.width(); x++) {
                    indexer.put(y, x, 0, x);
                    indexer.put(y, x, 1, y);
                }
            }
        }
    }

    @Override
    public long nanos(int times) {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            shrink(newer, newerGrey);
            shrink(older, olderGrey);
            read(newer, newerGrey, olderGrey, fromNewer);
            read(older, olderGrey, newerGrey, fromOlder);
            addWeighted(fromNewer, 0.5, fromOlder, 0.5, 0, out);
        }
        return System.nanoTime() - begun;
    }

    private void shrink(Mat picture, Mat grey) {
        resize(picture, small, half, 0, 0, INTER_AREA);
        cvtColor(small, grey, COLOR_BGRA2GRAY);
    }

    private void read(Mat picture, Mat from, Mat to, Mat moved) {
        try (Mat flow = new Mat()) { // what lies in one that is used again would be taken for a first guess
            search.calc(from, to, flow);
            resize(flow, map, size, 0, 0, INTER_LINEAR);
        }
        scaleAdd(map, SHARE, places, map);
        remap(picture, moved, map, none, INTER_LINEAR, BORDER_REPLICATE, nothing);
    }

    @Override
    public MemorySegment result() {
        return MemorySegment.ofBuffer(out.createBuffer());
    }
}
