package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_A53_CC;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_PAL8;
import static org.bytedeco.ffmpeg.global.avutil.av_d2q;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_remove_side_data;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.SinkRequest;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** An encoder at work: pictures go in, packets come out, their times in ticks. One thread at a time. */
final class VideoStream implements AutoCloseable {
    /** Divides the frames of all usual rates evenly, and is small enough for MPEG-4. */
    static final int TICKS_PER_SECOND = 60_000;
    private static final int KEY_FRAME_SECONDS = 2;
    private static final int MOST_RATE_DENOMINATOR = 1_001_000;

    private final AVFrame picture = av_frame_alloc();
    /** A decoded picture on its way to the encoder. */
    private final AVFrame passed = av_frame_alloc();
    private final AVCodecContext encoder;
    private final EncoderInput input;
    private final AVFrame palettePicture = av_frame_alloc();
    private @Nullable PictureFilter palettes;
    private @Nullable DeviceMemory device;

    /**
     * @param isTranslucent whether pictures have alpha that is to be kept
     * @param hasHeader whether what is the same for all packets is told once, in the container
     */
    VideoStream(EncoderChoice choice, SinkRequest request, boolean isTranslucent, boolean hasHeader)
            throws FFmpegException {
        VideoEncoder kind = choice.encoder();
        int format = isTranslucent ? kind.pixels().translucent() : kind.pixels().opaque();
        boolean isPaletted = format == AV_PIX_FMT_PAL8;
        FrameSize size = isPaletted ? PaletteGraph.limited(request.size()) : request.size();
        int inputFormat = isPaletted ? AV_PIX_FMT_BGRA : format;
        PictureColour colour = PictureColour.ofOutput(size, inputFormat);
        encoder = avcodec_alloc_context3(kind.codec());
        input = new EncoderInput(request.size(), inputFormat, isTranslucent, colour);
        try {
            open(choice, request, EncoderInput.codedSize(size, format), format, colour, hasHeader);
            allocate(EncoderInput.codedSize(request.size(), inputFormat), inputFormat, colour);
            if (isPaletted) {
                palettePicture.width(size.width()).height(size.height()).format(format);
                check(av_frame_get_buffer(palettePicture, 0));
                palettes = new PictureFilter(PaletteGraph.filters(size, request.encoding().quality()), picture);
            }
        } catch (FFmpegException | RuntimeException refused) {
            close();
            throw refused;
        }
    }

    private void open(EncoderChoice choice, SinkRequest request, FrameSize size, int format, PictureColour colour,
            boolean hasHeader) throws FFmpegException {
        double framesPerSecond = request.framesPerSecond();
        encoder.width(size.width()).height(size.height()).pix_fmt(format);
        encoder.sample_aspect_ratio(av_make_q(request.pixels().width(), request.pixels().height()));
        encoder.time_base(av_make_q(1, TICKS_PER_SECOND)).framerate(av_d2q(framesPerSecond, MOST_RATE_DENOMINATOR));
        long keyFrameDistance = request.encoding().isIntra() ? 1 : Math.round(KEY_FRAME_SECONDS * framesPerSecond);
        encoder.gop_size((int) Math.max(1, keyFrameDistance));
        encoder.colorspace(colour.matrix()).color_primaries(colour.primaries()).color_trc(colour.transfer())
                .color_range(range(colour));
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_BITEXACT);
        DeviceMemory.Kind memory = choice.encoder().pixels().memory();
        if (memory != DeviceMemory.Kind.NONE) {
            device = new DeviceMemory(memory, size, format);
            device.feed(encoder);
        }
        if (hasHeader) {
            encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        try (FFmpegOptions given = new FFmpegOptions(
                choice.encoder().options(EncodingTarget.of(request, choice.step())))) {
            check(avcodec_open2(encoder, encoder.codec(), given.dictionary()));
        }
        picture.duration(Math.round(TICKS_PER_SECOND / framesPerSecond));
    }

    private void allocate(FrameSize size, int format, PictureColour colour) throws FFmpegException {
        picture.width(size.width()).height(size.height()).format(format);
        picture.colorspace(colour.matrix()).color_primaries(colour.primaries()).color_trc(colour.transfer())
                .color_range(range(colour));
        picture.quality(encoder.global_quality()); // each picture tells it, to encoders of one quantiser
        check(av_frame_get_buffer(picture, 0));
    }

    private static int range(PictureColour colour) {
        return colour.fullRange() ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
    }

    AVCodecContext encoder() {
        return encoder;
    }

    /** @param tick when to show it */
    void send(Frame frame, long tick) throws FFmpegException {
        check(av_frame_make_writable(picture)); // the encoder may still look at the picture before
        input.convert(frame, picture);
        AVFrame encoded = palettes == null ? picture : paletted(palettes, palettePicture);
        encoded.pts(tick);
        encoded.duration(picture.duration());
        encode(encoded);
    }

    private void encode(AVFrame given) throws FFmpegException {
        check(avcodec_send_frame(encoder, device == null ? given : device.upload(given)));
    }

    /** Whether a decoded picture is of the very form that the encoder gets of opaque ones. */
    static boolean takes(EncoderChoice choice, SinkRequest request, AVFrame other) {
        int format = choice.encoder().pixels().opaque();
        if (format == AV_PIX_FMT_PAL8 || other.format() != format) {
            return false;
        }
        FrameSize size = EncoderInput.codedSize(request.size(), format);
        return other.width() == size.width() && other.height() == size.height()
                && PictureColour.of(other).equals(PictureColour.ofOutput(request.size(), format));
    }

    /**
     * Sends a picture as it was decoded.
     *
     * @param other that {@link #takes} says yes to; stays the caller's
     */
    void pass(AVFrame other, long tick) throws FFmpegException {
        av_frame_unref(passed);
        check(av_frame_ref(passed, other));
        av_frame_remove_side_data(passed, AV_FRAME_DATA_A53_CC); // captions of other times
        passed.pict_type(AV_PICTURE_TYPE_NONE).duration(picture.duration()).quality(picture.quality()).pts(tick);
        encode(passed);
    }

    private AVFrame paletted(PictureFilter filter, AVFrame into) throws FFmpegException {
        filter.push(picture);
        check(av_frame_make_writable(into));
        if (!filter.pullPaletted(into)) {
            throw new IllegalStateException("a palette needs no second picture");
        }
        return into;
    }

    /** No more pictures come: what is held back comes out. */
    void end() throws FFmpegException {
        check(avcodec_send_frame(encoder, null));
    }

    /**
     * @param packet blank; to be blanked by the caller when it is done with what it holds
     * @return whether there was one
     */
    boolean receive(AVPacket packet) throws FFmpegException {
        int received = avcodec_receive_packet(encoder, packet);
        if (received == AVERROR_EAGAIN() || received == AVERROR_EOF()) {
            return false;
        }
        check(received);
        return true;
    }

    @Override
    public void close() {
        if (palettes != null) {
            palettes.close();
        }
        avcodec_free_context(encoder);
        if (device != null) {
            device.close();
        }
        av_frame_free(picture);
        av_frame_free(passed);
        av_frame_free(palettePicture);
        input.close();
    }
}
