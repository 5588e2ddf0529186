package io.github.slitstream.media;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;

import io.github.slitstream.frame.FlowEffort;
import io.github.slitstream.frame.FlowFinder;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.Map;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.global.opencv_video;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_video.DISOpticalFlow;
import org.jspecify.annotations.Nullable;

/**
 * Dense inverse search (Kroeger and others, "Fast Optical Flow using Dense Inverse Search", 2016) as OpenCV has it. It
 * works in a fixed number of stripes, so that threads make no difference. Frames and flow stay in the memory where they
 * are. One thread per instance.
 */
public final class OpenCvFlow implements FlowFinder {
    static {
        NativeLoading.load(opencv_core.class, opencv_imgproc.class, opencv_video.class);
    }

    private final Map<FlowEffort, DISOpticalFlow> searches = new EnumMap<>(FlowEffort.class);
    private final Mat small = new Mat();
    private @Nullable Canvas colours;
    private @Nullable Canvas shrunk;
    private @Nullable Canvas first;
    private @Nullable Canvas second;
    private @Nullable Canvas found;

    @Override
    public void shrink(Frame frame, FrameSize size, MemorySegment grey) {
        Canvas read = Canvas.over(frame.pixels(), frame.size(), CV_8UC4, colours);
        Canvas written = Canvas.over(grey, size, CV_8UC1, shrunk);
        colours = read;
        shrunk = written;
        opencv_imgproc.resize(read.mat, small, written.size, 0, 0, INTER_AREA);
        opencv_imgproc.cvtColor(small, written.mat, COLOR_BGRA2GRAY);
    }

    @Override
    public void find(MemorySegment from, MemorySegment to, FrameSize size, FlowEffort effort, MemorySegment flow) {
        Canvas start = Canvas.over(from, size, CV_8UC1, first);
        Canvas end = Canvas.over(to, size, CV_8UC1, second);
        Canvas written = Canvas.over(flow, size, CV_32FC2, found);
        first = start;
        second = end;
        found = written;
        flow.fill((byte) 0); // what is there would be taken for a first guess
        search(effort).calc(start.mat, end.mat, written.mat);
    }

    private DISOpticalFlow search(FlowEffort effort) {
        DISOpticalFlow known = searches.get(effort);
        if (known != null) {
            return known;
        }
        DISOpticalFlow made = DISOpticalFlow.create(switch (effort) {
            case FAST -> DISOpticalFlow.PRESET_ULTRAFAST;
            case THOROUGH -> DISOpticalFlow.PRESET_MEDIUM;
        });
        searches.put(effort, made);
        return made;
    }

    /** OpenCV's view of a picture, laid over the memory of one after another of the same size and type. */
    private static final class Canvas {
        private final FrameSize pixels;
        private final int type;
        private final Size size;
        private final FrameAddress address = new FrameAddress();
        private final Mat mat;

        private Canvas(MemorySegment memory, FrameSize pixels, int type) {
            this.pixels = pixels;
            this.type = type;
            this.size = new Size(pixels.width(), pixels.height());
            this.mat = new Mat(pixels.height(), pixels.width(), type, address.of(memory));
        }

        static Canvas over(MemorySegment memory, FrameSize pixels, int type, @Nullable Canvas former) {
            if (former == null || !former.pixels.equals(pixels) || former.type != type) {
                return new Canvas(memory, pixels, type);
            }
            former.mat.data(former.address.of(memory));
            return former;
        }
    }
}
