package io.github.slitstream.bench.peer;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.media.FrameAddress;
import java.lang.foreign.MemorySegment;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** Time displacement with one delay for each row, by OpenCV's {@code addWeighted}. */
public final class OpenCvBlend {
    private static final double ONE_FRAME = 256;

    private final MemorySegment pictures;
    private final RingHead head;
    private final char[] delays;
    private final FrameSize size;
    private final MemorySegment out;
    private final Strip newer;
    private final Strip older;
    private final Strip blended;

    /** One row of pixels that can be laid over any memory. */
    private record Strip(FrameAddress address, Mat mat) {
        static Strip over(MemorySegment first, FrameSize size) {
            FrameAddress address = new FrameAddress();
            return new Strip(address, new Mat(1, size.width(), CV_8UC4, address.of(first), size.stride()));
        }

        Mat at(MemorySegment memory, long offset, long bytes) {
            return mat.data(address.of(memory.asSlice(offset, bytes)));
        }
    }

    private OpenCvBlend(MemorySegment pictures, int count, char[] delays, FrameSize size, MemorySegment out) {
        this.pictures = pictures;
        this.head = new RingHead(count);
        this.delays = delays;
        this.size = size;
        this.out = out;
        this.newer = Strip.over(pictures, size);
        this.older = Strip.over(pictures, size);
        this.blended = Strip.over(out, size);
    }

    /**
     * @param pictures by age, packed BGRA
     * @param delays of each row, in frames with eight bits behind the point
     */
    public static Implementation rows(MemorySegment pictures, int count, char[] delays, FrameSize size,
            MemorySegment out) {
        return Implementation.of(out, new OpenCvBlend(pictures, count, delays, size, out)::run);
    }

    private void run() {
        head.next();
        long stride = size.stride();
        for (int row = 0; row < delays.length; row++) {
            int age = delays[row] >> 8;
            double weight = (delays[row] & 255) / ONE_FRAME;
            Mat a = newer.at(pictures, head.slot(age) * size.bytes() + row * stride, stride);
            Mat b = older.at(pictures, head.slot(age + 1) * size.bytes() + row * stride, stride);
            opencv_core.addWeighted(a, 1 - weight, b, weight, 0, blended.at(out, row * stride, stride));
        }
    }
}
