package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.global.avutil.AV_HWDEVICE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_HWDEVICE_TYPE_VAAPI;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_VAAPI;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy_props;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_hwdevice_ctx_create;
import static org.bytedeco.ffmpeg.global.avutil.av_hwframe_ctx_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_hwframe_ctx_init;
import static org.bytedeco.ffmpeg.global.avutil.av_hwframe_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_hwframe_transfer_data;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_ENOMEM;

import io.github.slitstream.frame.FrameSize;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVHWFramesContext;
import org.bytedeco.javacpp.Pointer;

/** The memory of a device whose encoder takes its pictures from nowhere else. One thread at a time. */
final class DeviceMemory implements AutoCloseable {
    /** More than an encoder that holds no picture back has in work. */
    private static final int PICTURES = 8;

    /** Where encoders take their pictures from, as FFmpeg numbers it. */
    enum Kind {
        /** The program's memory. */
        NONE(AV_HWDEVICE_TYPE_NONE, AV_PIX_FMT_NONE),
        /** That of the first graphics card that VAAPI finds. */
        VAAPI(AV_HWDEVICE_TYPE_VAAPI, AV_PIX_FMT_VAAPI);

        private final int device;
        private final int pixelFormat;

        Kind(int device, int pixelFormat) {
            this.device = device;
            this.pixelFormat = pixelFormat;
        }
    }

    private final Kind kind;
    private final int pixelFormat;
    private final AVBufferRef device = new AVBufferRef((Pointer) null);
    private final AVFrame uploaded = av_frame_alloc();
    private AVBufferRef frames = new AVBufferRef((Pointer) null);

    /**
     * @param pixelFormat of the pictures as they come, which the device takes
     * @throws FFmpegException if there is no such device here, or it has no room
     */
    DeviceMemory(Kind kind, FrameSize size, int pixelFormat) throws FFmpegException {
        this.kind = kind;
        this.pixelFormat = pixelFormat;
        try {
            check(av_hwdevice_ctx_create(device, kind.device, (String) null, null, 0));
            allocate(size);
        } catch (FFmpegException refused) {
            close();
            throw refused;
        }
    }

    private void allocate(FrameSize size) throws FFmpegException {
        AVBufferRef made = av_hwframe_ctx_alloc(device);
        if (made == null) {
            throw new FFmpegException(AVERROR_ENOMEM());
        }
        frames = made;
        new AVHWFramesContext(frames.data()).format(kind.pixelFormat).sw_format(pixelFormat).width(size.width())
                .height(size.height()).initial_pool_size(PICTURES);
        check(av_hwframe_ctx_init(frames));
    }

    /** Has an encoder that is not open yet take its pictures from here. */
    void feed(AVCodecContext encoder) {
        encoder.pix_fmt(kind.pixelFormat).sw_pix_fmt(pixelFormat).hw_frames_ctx(av_buffer_ref(frames));
    }

    /** @return the same picture on the device; this memory's, until the next call */
    AVFrame upload(AVFrame picture) throws FFmpegException {
        av_frame_unref(uploaded);
        check(av_hwframe_get_buffer(frames, uploaded, 0));
        check(av_hwframe_transfer_data(uploaded, picture, 0));
        check(av_frame_copy_props(uploaded, picture));
        return uploaded;
    }

    @Override
    public void close() {
        av_frame_free(uploaded);
        av_buffer_unref(frames);
        av_buffer_unref(device);
    }
}
