package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.global.avutil.av_image_copy_plane;
import static org.bytedeco.ffmpeg.global.avutil.av_image_copy_to_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_image_get_buffer_size;
import static org.bytedeco.ffmpeg.global.avutil.av_image_get_linesize;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacv.FFmpegFrameFilter;
import org.bytedeco.javacv.Frame;
import org.jspecify.annotations.Nullable;

/**
 * A chain of FFmpeg's filters that gives one BGRA picture for each that it takes, at once or later, in order. JavaCV's
 * frames hold samples alone: whatever else the filters are to know stands in their description. One thread.
 */
final class PictureFilter implements AutoCloseable {
    /** JavaCV wants one; times are the caller's. */
    private static final double ANY_RATE = 25;

    private static final int PALETTE_BYTES = 256 * 4;

    private final int width;
    private final int height;
    private final int format;
    private final int stride;
    private final FFmpegFrameFilter filter;
    private final BytePointer samples;
    private final ByteBuffer buffer;

    /**
     * @param filters in FFmpeg's words; the last makes BGRA
     * @param like of the size and the pixel format of all pictures
     */
    PictureFilter(String filters, AVFrame like) throws FFmpegException {
        width = like.width();
        height = like.height();
        format = like.format();
        stride = check(av_image_get_linesize(format, width, 0));
        samples = new BytePointer(check(av_image_get_buffer_size(format, width, height, 1)));
        buffer = samples.asByteBuffer();
        filter = new FFmpegFrameFilter(filters, width, height);
        filter.setPixelFormat(format);
        filter.setFrameRate(ANY_RATE);
        try {
            filter.start();
        } catch (FFmpegFrameFilter.Exception failure) {
            close();
            throw new IllegalStateException("no filters " + filters, failure);
        }
    }

    boolean takes(AVFrame picture) {
        return picture.width() == width && picture.height() == height && picture.format() == format;
    }

    void push(AVFrame picture) throws FFmpegException {
        check(av_image_copy_to_buffer(samples, (int) samples.capacity(), picture.data(), picture.linesize(), format,
                width, height, 1));
        try {
            filter.pushImage(0, width, height, Frame.DEPTH_UBYTE, 1, stride, format, buffer);
        } catch (FFmpegFrameFilter.Exception failure) {
            throw new IllegalStateException("a picture was not filtered", failure);
        }
    }

    /** No more pictures come: what is held back comes out. */
    void end() {
        try {
            filter.push(null);
        } catch (FFmpegFrameFilter.Exception failure) {
            throw new IllegalStateException("the filters did not end", failure);
        }
    }

    /** @return the next picture, which stays the filter's until the next call; null if there is none yet, or no more */
    @Nullable
    AVFrame pull() {
        try {
            Frame filtered = filter.pullImage();
            return filtered == null ? null : (AVFrame) filtered.opaque;
        } catch (FFmpegFrameFilter.Exception failure) {
            throw new IllegalStateException("a picture was not filtered", failure);
        }
    }

    /**
     * As {@link #pull}, of filters that end in a picture with a palette: JavaCV hands on its samples and, behind them,
     * the palette.
     *
     * @param into of the same size, writable
     * @return whether there was a picture
     */
    boolean pullPaletted(AVFrame into) {
        try {
            Frame filtered = filter.pullImage();
            if (filtered == null) {
                return false;
            }
            BytePointer indices = (BytePointer) filtered.opaque;
            int wide = into.width();
            int high = into.height();
            av_image_copy_plane(into.data(0), into.linesize(0), indices, wide, wide, high);
            av_image_copy_plane(into.data(1), PALETTE_BYTES,
                    new BytePointer(indices).position((long) wide * high), PALETTE_BYTES, PALETTE_BYTES, 1);
            return true;
        } catch (FFmpegFrameFilter.Exception failure) {
            throw new IllegalStateException("a picture was not filtered", failure);
        }
    }

    @Override
    public void close() {
        try {
            filter.close();
        } catch (org.bytedeco.javacv.FrameFilter.Exception failure) {
            throw new IllegalStateException("filters cannot be closed", failure);
        } finally {
            samples.close();
        }
    }
}
