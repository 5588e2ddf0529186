package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_A53_CC;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_d2q;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
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
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/**
 * Encodes pictures, and sound if there is any, and writes them into a container, through FFmpeg. One thread at a time.
 * Written to give the same bytes on every run: no dates, no version, a fixed number of threads.
 */
final class VideoWriter implements AutoCloseable {
    /** Divides the frames of all usual rates evenly, and is small enough for MPEG-4. */
    private static final int TICKS_PER_SECOND = 60_000;
    private static final double NANOS_PER_TICK = 1e9 / TICKS_PER_SECOND;
    private static final int KEY_FRAME_SECONDS = 2;
    /** For encoders that hold a rate instead of a quality. */
    private static final double BITS_PER_PIXEL = 0.2;
    private static final int MOST_RATE_DENOMINATOR = 1_001_000;

    private final AVFormatContext container = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame picture = av_frame_alloc();
    /** A decoded picture on its way to the encoder. */
    private final AVFrame passed = av_frame_alloc();
    private final AVRational tick = av_make_q(1, TICKS_PER_SECOND);
    private final FrameSize size;
    private final PictureColour colour;
    private final YuvConverter converter;
    private final AVCodecContext encoder;
    private @Nullable SoundWriter sound;
    private long firstNanos;
    private long lastTick = -1;
    /** When the last picture ends; −1 as long as that is not known. */
    private long endTick = -1;

    private VideoWriter(AVCodec codec, FrameSize size) {
        this.size = size;
        this.colour = PictureColour.ofOutput(size);
        this.encoder = avcodec_alloc_context3(codec);
        this.converter = new YuvConverter(size, colour);
    }

    /** @param request for what; its address is not looked at */
    static VideoWriter open(Path file, String format, VideoEncoder choice, SinkRequest request)
            throws FFmpegException {
        VideoWriter writer = new VideoWriter(choice.codec(), request.size());
        try {
            check(avformat_alloc_output_context2(writer.container, null, format, file.toString()));
            writer.openEncoder(choice.options(), request);
            writer.addPictures();
            writer.addSound(request.sound());
            writer.addPreset(request.preset());
            writer.openFile(file);
            return writer;
        } catch (FFmpegException | RuntimeException failure) {
            writer.close();
            throw failure;
        }
    }

    boolean isEmpty() {
        return lastTick < 0;
    }

    /** @param nanos when to show it; what is not later than the picture before comes one tick after it */
    void write(Frame frame, long nanos) throws FFmpegException {
        check(av_frame_make_writable(picture)); // the encoder may still look at the picture before
        converter.convert(frame, picture);
        encode(picture, nanos);
    }

    /** Whether a decoded picture is of the very form that the encoder gets. */
    boolean takes(AVFrame other) {
        return other.format() == picture.format() && other.width() == picture.width()
                && other.height() == picture.height() && PictureColour.of(other).equals(colour);
    }

    /**
     * Writes a picture as it was decoded.
     *
     * @param other that {@link #takes} says yes to; stays the caller's
     * @param nanos as for frames
     */
    void write(AVFrame other, long nanos) throws FFmpegException {
        av_frame_unref(passed);
        check(av_frame_ref(passed, other));
        av_frame_remove_side_data(passed, AV_FRAME_DATA_A53_CC); // captions of other times
        passed.pict_type(AV_PICTURE_TYPE_NONE).duration(picture.duration());
        encode(passed, nanos);
    }

    private void encode(AVFrame next, long nanos) throws FFmpegException {
        if (isEmpty()) {
            firstNanos = nanos;
        }
        lastTick = Math.max(lastTick + 1, tick(nanos));
        next.pts(lastTick);
        check(avcodec_send_frame(encoder, next));
        writePackets();
    }

    private long tick(long nanos) {
        return Math.round((nanos - firstNanos) / NANOS_PER_TICK);
    }

    /** As {@link io.github.slitstream.frame.Sink#showLastUntil}; too late where the encoder holds nothing back. */
    void showLastUntil(long nanos) {
        endTick = nanos == FrameSource.END ? -1 : tick(nanos);
    }

    boolean hasSound() {
        return sound != null;
    }

    /** @param nanos when to hear it, from the origin of the pictures; the first of them was written before */
    void write(SoundBlock block, long nanos) throws IOException {
        Objects.requireNonNull(sound, "opened without sound").write(block, nanos - firstNanos);
    }

    /** Writes what the encoders still hold, and the end of the file. */
    void finish() throws FFmpegException {
        check(avcodec_send_frame(encoder, null));
        writeRest();
        if (sound != null) {
            sound.finish();
        }
        check(av_write_trailer(container));
        check(closeFile());
    }

    @Override
    public void close() {
        if (sound != null) {
            sound.close();
        }
        avcodec_free_context(encoder);
        av_frame_free(picture);
        av_frame_free(passed);
        av_packet_free(packet);
        if (!container.isNull()) {
            closeFile();
            avformat_free_context(container);
            container.setNull();
        }
        converter.close();
    }

    private void openEncoder(Map<String, String> options, SinkRequest request) throws FFmpegException {
        double framesPerSecond = request.framesPerSecond();
        FrameSize even = YuvConverter.evenSize(size);
        encoder.width(even.width()).height(even.height()).pix_fmt(AV_PIX_FMT_YUV420P);
        encoder.sample_aspect_ratio(av_make_q(request.pixels().width(), request.pixels().height()));
        encoder.time_base(tick).framerate(av_d2q(framesPerSecond, MOST_RATE_DENOMINATOR));
        encoder.gop_size((int) Math.max(1, Math.round(KEY_FRAME_SECONDS * framesPerSecond)));
        int range = colour.fullRange() ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
        encoder.colorspace(colour.matrix()).color_primaries(colour.primaries()).color_trc(colour.transfer())
                .color_range(range);
        encoder.bit_rate(Math.round(BITS_PER_PIXEL * even.pixels() * framesPerSecond));
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_BITEXACT);
        if ((container.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
            encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        try (FFmpegOptions given = new FFmpegOptions(options)) {
            check(avcodec_open2(encoder, encoder.codec(), given.dictionary()));
        }
        picture.width(even.width()).height(even.height()).format(AV_PIX_FMT_YUV420P);
        picture.colorspace(colour.matrix()).color_primaries(colour.primaries()).color_trc(colour.transfer())
                .color_range(range);
        picture.duration(Math.round(TICKS_PER_SECOND / framesPerSecond));
        check(av_frame_get_buffer(picture, 0));
    }

    private void addPictures() throws FFmpegException {
        AVStream made = avformat_new_stream(container, null);
        made.time_base(tick).avg_frame_rate(encoder.framerate()).sample_aspect_ratio(encoder.sample_aspect_ratio());
        check(avcodec_parameters_from_context(made.codecpar(), encoder));
    }

    private void addSound(@Nullable SoundFormat expected) throws FFmpegException {
        SoundEncoder choice = expected == null ? null : SoundEncoder.pick(container.oformat());
        if (expected != null && choice != null) {
            sound = new SoundWriter(container, choice, expected);
        }
    }

    private void addPreset(String preset) {
        if (!preset.isEmpty() && preset.getBytes(StandardCharsets.UTF_8).length <= MediaPresets.LONGEST_IN_VIDEO) {
            AVDictionary tags = new AVDictionary(null);
            av_dict_set(tags, MediaPresets.VIDEO_TAG, preset, 0);
            container.metadata(tags);
        }
    }

    private void openFile(Path file) throws FFmpegException {
        container.flags(container.flags() | AVFMT_FLAG_BITEXACT);
        AVIOContext output = new AVIOContext(null);
        check(avio_open(output, "file:" + file, AVIO_FLAG_WRITE));
        container.pb(output);
        try (FFmpegOptions given = new FFmpegOptions(Map.of("movflags", "+faststart"))) {
            check(avformat_write_header(container, given.dictionary()));
        }
    }

    private void writePackets() throws FFmpegException {
        while (true) {
            int received = avcodec_receive_packet(encoder, packet);
            if (received == AVERROR_EAGAIN() || received == AVERROR_EOF()) {
                return;
            }
            check(received);
            writePacket();
        }
    }

    /** What the encoder held back. Of the last packet in the file the end of the video is told. */
    private void writeRest() throws FFmpegException {
        AVPacket next = av_packet_alloc();
        int received = avcodec_receive_packet(encoder, packet);
        while (received >= 0) {
            received = avcodec_receive_packet(encoder, next);
            long later = endTick - lastTick - picture.duration();
            if (later > 0 && (received < 0 || packet.pts() == lastTick)) {
                packet.duration(picture.duration() + later);
            }
            writePacket();
            av_packet_move_ref(packet, next);
        }
        av_packet_free(next);
    }

    private void writePacket() throws FFmpegException {
        av_packet_rescale_ts(packet, tick, container.streams(0).time_base());
        check(av_interleaved_write_frame(container, packet));
    }

    private int closeFile() {
        AVIOContext output = container.pb();
        if (output == null) {
            return 0;
        }
        container.pb(null);
        return avio_closep(output);
    }
}
