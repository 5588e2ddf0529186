package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
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
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Brings frames into the pixel format that an encoder wants. Where alpha is not kept, what is not opaque is laid over
 * black. One thread.
 */
final class EncoderInput implements AutoCloseable {
    private static final int ONE = 1 << 16;

    private final FrameSize size;
    private final FrameSize coded;
    private final boolean keepsAlpha;
    private final SwsContext scaler;
    private final FrameAddress address = new FrameAddress();
    private final PointerPointer<FrameAddress> planes = new PointerPointer<>(4);
    private final IntPointer strides = new IntPointer(4);
    /** Made when a frame is not opaque for the first time. */
    private @Nullable Frame overBlack;
    /** Of even sides, where those of the frames are not. */
    private final @Nullable Frame widened;

    /**
     * @param keepsAlpha whether it is wanted, in a format that holds it
     * @param colour what the samples stand for
     */
    EncoderInput(FrameSize size, int pixelFormat, boolean keepsAlpha, PictureColour colour) {
        this.size = size;
        this.coded = codedSize(size, pixelFormat);
        this.keepsAlpha = keepsAlpha;
        this.widened = coded.equals(size) ? null : Frame.allocate(coded, Arena.ofAuto());
        this.scaler = sws_getContext(coded.width(), coded.height(), AV_PIX_FMT_BGRA, coded.width(), coded.height(),
                pixelFormat, SWS_BICUBIC | SWS_ACCURATE_RND | SWS_BITEXACT, null, null, (DoublePointer) null);
        IntPointer matrix = sws_getCoefficients(colour.matrix());
        sws_setColorspaceDetails(scaler, matrix, 1, matrix, colour.fullRange() ? 1 : 0, 0, ONE, ONE);
        for (int plane = 0; plane < 4; plane++) {
            planes.put(plane, null);
            strides.put(plane, 0);
        }
        strides.put(0, coded.stride());
    }

    /** Where a chroma sample belongs to several pixels, each odd side is made one longer. */
    static FrameSize codedSize(FrameSize size, int pixelFormat) {
        boolean isSubsampled = av_pix_fmt_desc_get(pixelFormat).log2_chroma_w() > 0;
        return isSubsampled
                ? new FrameSize(size.width() + size.width() % 2, size.height() + size.height() % 2)
                : size;
    }

    /** @param to a writable picture of {@link #codedSize}; what is beyond the frame repeats its last column and row */
    void convert(Frame from, AVFrame to) {
        Frame flat = keepsAlpha || Alpha.isOpaque(from) ? from : overBlack(from);
        planes.put(0, address.of(widened == null ? flat : widened(flat, widened)));
        sws_scale(scaler, planes, strides, 0, coded.height(), to.data(), to.linesize());
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

    private Frame widened(Frame from, Frame wide) {
        MemorySegment pixels = wide.pixels();
        for (int row = 0; row < coded.height(); row++) {
            long source = (long) Math.min(row, size.height() - 1) * size.stride();
            long target = (long) row * coded.stride();
            MemorySegment.copy(from.pixels(), source, pixels, target, size.stride());
            if (coded.width() > size.width()) {
                long end = target + size.stride();
                pixels.set(ValueLayout.JAVA_INT, end, pixels.get(ValueLayout.JAVA_INT, end - Integer.BYTES));
            }
        }
        return wide;
    }

    @Override
    public void close() {
        sws_freeContext(scaler);
        planes.close();
        strides.close();
    }
}
