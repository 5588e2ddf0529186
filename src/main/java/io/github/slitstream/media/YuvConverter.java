package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BITEXACT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import io.github.slitstream.frame.Alpha;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.Arena;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Brings frames into the planes that video encoders want: YUV 4:2:0. What is not opaque is laid over black. One thread.
 */
final class YuvConverter implements AutoCloseable {
    private static final int ONE = 1 << 16;

    private final FrameSize size;
    private final SwsContext scaler;
    private final FrameAddress address = new FrameAddress();
    private final PointerPointer<FrameAddress> planes = new PointerPointer<>(4);
    private final IntPointer strides = new IntPointer(4);
    /** Made when a frame is not opaque for the first time. */
    private @Nullable Frame overBlack;

    /** @param colour what the samples of the planes stand for */
    YuvConverter(FrameSize size, PictureColour colour) {
        this.size = size;
        this.scaler = sws_getContext(size.width(), size.height(), AV_PIX_FMT_BGRA, size.width(), size.height(),
                AV_PIX_FMT_YUV420P, SWS_BICUBIC | SWS_ACCURATE_RND | SWS_BITEXACT, null, null, (DoublePointer) null);
        IntPointer matrix = sws_getCoefficients(colour.matrix());
        sws_setColorspaceDetails(scaler, matrix, 1, matrix, colour.fullRange() ? 1 : 0, 0, ONE, ONE);
        for (int plane = 0; plane < 4; plane++) {
            planes.put(plane, null);
            strides.put(plane, 0);
        }
        strides.put(0, size.stride());
    }

    /** The size with each odd side made one longer: a chroma sample belongs to 2×2 pixels. */
    static FrameSize evenSize(FrameSize size) {
        return new FrameSize(size.width() + size.width() % 2, size.height() + size.height() % 2);
    }

    /** @param to a writable picture of {@link #evenSize}; what is beyond the frame repeats its last column and row */
    void convert(Frame from, AVFrame to) {
        planes.put(0, address.of(Alpha.isOpaque(from) ? from : overBlack(from)));
        sws_scale(scaler, planes, strides, 0, size.height(), to.data(), to.linesize());
        BytePointer luma = to.data(0);
        long stride = to.linesize(0);
        if (size.width() % 2 == 1) {
            for (int row = 0; row < size.height(); row++) {
                long end = row * stride + size.width();
                luma.put(end, luma.get(end - 1));
            }
        }
        if (size.height() % 2 == 1) {
            for (int column = 0; column < evenSize(size).width(); column++) {
                long below = size.height() * stride + column;
                luma.put(below, luma.get(below - stride));
            }
        }
    }

    private Frame overBlack(Frame from) {
        Frame current = overBlack;
        if (current == null) {
            current = Frame.allocate(size, Arena.ofAuto());
            overBlack = current;
        }
        Alpha.premultiply(from, current);
        return current;
    }

    @Override
    public void close() {
        sws_freeContext(scaler);
        planes.close();
        strides.close();
    }
}
