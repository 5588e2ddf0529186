package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.avcodec.AVCodecContext.FF_THREAD_SLICE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_NOBUFFER;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_NONBLOCK;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_seek_file;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DECODER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.github.slitstream.media.VideoInput.Kind;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;

/**
 * The pictures of a container's video stream, decoded one after another. Nothing waits longer than it may: opening from
 * the net or a camera {@value #OPEN_SECONDS} s, each picture {@value #PICTURE_SECONDS} s. One thread at a time.
 */
final class VideoReader implements AutoCloseable {
    static final int OPEN_SECONDS = 5;
    static final int PICTURE_SECONDS = 2;
    /** How long a camera that has nothing yet is left alone; it bounds the latency this adds. */
    private static final long POLL_NANOS = 1_000_000;

    /** FFmpeg would draw the letters of any text file on a terminal's screen. */
    private static final String TEXT = "tty";

    private final VideoInput input;
    private final Deadline deadline = new Deadline();
    private final AVFormatContext container = avformat_alloc_context();
    private final AVCodecContext decoder = avcodec_alloc_context3(null);
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame picture = av_frame_alloc();
    private final PromisedLength length = new PromisedLength(container);
    private int streamIndex;
    private boolean live;
    private boolean decodedAny;
    private boolean held;
    private boolean torn;
    private long arrivedNanos;

    private VideoReader(VideoInput input) {
        this.input = input;
    }

    /** Opens and decodes as far as the first picture, so that what cannot be decoded is known at once. */
    static VideoReader open(VideoInput input) throws FFmpegException {
        VideoReader reader = new VideoReader(input);
        try {
            reader.openContainer();
            reader.openDecoder();
            reader.holdFirst();
            return reader;
        } catch (FFmpegException | RuntimeException failure) {
            reader.close();
            throw failure;
        }
    }

    AVFormatContext container() {
        return container;
    }

    AVStream stream() {
        return container.streams(streamIndex);
    }

    /** The picture decoded last; the reader's, until the next call of {@link #next}. */
    AVFrame picture() {
        return picture;
    }

    /** Whether pictures come when they come and without end. */
    boolean isLive() {
        return live;
    }

    /** When the bytes of the newest picture came in, on the clock of {@link System#nanoTime}. */
    long arrivedNanos() {
        return arrivedNanos;
    }

    /** Decodes the next picture. @return whether there was one */
    boolean next() throws FFmpegException {
        if (held) {
            held = false;
            return true;
        }
        startWaiting(PICTURE_SECONDS);
        return decode();
    }

    /** Goes back to the first picture. */
    void rewind() throws FFmpegException {
        startWaiting(OPEN_SECONDS);
        check(avformat_seek_file(container, -1, Long.MIN_VALUE, Long.MIN_VALUE, container.start_time(), 0));
        avcodec_flush_buffers(decoder);
        decodedAny = false;
        torn = false;
        length.restart();
        holdFirst();
    }

    @Override
    public void close() {
        avcodec_free_context(decoder);
        if (!container.isNull()) {
            avformat_close_input(container);
        }
        av_packet_free(packet);
        av_frame_free(picture);
        deadline.close();
    }

    private void openContainer() throws FFmpegException {
        startWaiting(OPEN_SECONDS);
        if (input.kind() != Kind.FILE) { // which never waits
            deadline.guard(container);
        }
        if (input.kind() == Kind.CAMERA) {
            container.flags(container.flags() | AVFMT_FLAG_NONBLOCK);
        }
        if (input.mjpeg()) {
            container.video_codec_id(AV_CODEC_ID_MJPEG);
        }
        AVInputFormat device = input.device().isEmpty() ? null : av_find_input_format(input.device());
        try (FFmpegOptions options = new FFmpegOptions(input.options())) {
            check(avformat_open_input(container, input.url(), device, options.dictionary()));
        }
        if (container.iformat().name().getString().equals(TEXT)) {
            throw new FFmpegException(AVERROR_INVALIDDATA());
        }
        if (input.kind() != Kind.CAMERA) { // a camera's header has told all
            check(avformat_find_stream_info(container, (PointerPointer<?>) null));
        }
        streamIndex = check(
                av_find_best_stream(container, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0));
        length.restart();
        live = input.kind() == Kind.CAMERA || (input.kind() == Kind.NET && container.duration() <= 0);
        if (live) {
            container.flags(container.flags() | AVFMT_FLAG_NOBUFFER);
        }
    }

    private void openDecoder() throws FFmpegException {
        AVCodec codec = avcodec_find_decoder(stream().codecpar().codec_id());
        if (codec == null) {
            throw new FFmpegException(AVERROR_DECODER_NOT_FOUND());
        }
        check(avcodec_parameters_to_context(decoder, stream().codecpar()));
        decoder.pkt_timebase(stream().time_base());
        decoder.thread_count(0);
        if (live) { // decoding several pictures at once would delay each by as many
            decoder.thread_type(FF_THREAD_SLICE);
        }
        check(avcodec_open2(decoder, codec, (PointerPointer<?>) null));
    }

    private void holdFirst() throws FFmpegException {
        if (!decode()) {
            throw new FFmpegException(AVERROR_INVALIDDATA());
        }
        held = true;
    }

    private void startWaiting(int seconds) {
        if (input.kind() == Kind.FILE) {
            deadline.never();
        } else {
            deadline.in(seconds);
        }
    }

    private boolean decode() throws FFmpegException {
        while (true) {
            int received = avcodec_receive_frame(decoder, picture);
            if (received == 0) {
                decodedAny = true;
                return true;
            }
            if (received == AVERROR_EOF()) {
                return false;
            }
            if (received != AVERROR_EAGAIN()) {
                refuse(received);
            }
            feed();
        }
    }

    private void feed() throws FFmpegException {
        int read = av_read_frame(container, packet);
        if (read == AVERROR_EAGAIN()) {
            pause();
        } else if (read == AVERROR_EOF()) {
            drain();
        } else {
            check(read);
            arrivedNanos = System.nanoTime();
            decodePacket();
            av_packet_unref(packet);
        }
    }

    private void decodePacket() throws FFmpegException {
        length.note(packet);
        if (packet.stream_index() != streamIndex) {
            return;
        }
        torn = (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0;
        int sent = avcodec_send_packet(decoder, packet);
        if (sent < 0) {
            refuse(sent);
        }
    }

    private void drain() throws FFmpegException {
        if (torn || (input.kind() == Kind.FILE && length.isMissed())) {
            throw new FFmpegException(AVERROR_INVALIDDATA());
        }
        avcodec_send_packet(decoder, null);
    }

    private void pause() throws FFmpegException {
        if (deadline.isPast()) {
            throw new FFmpegException(AVERROR_EXIT());
        }
        LockSupport.parkNanos(POLL_NANOS);
    }

    /**
     * A recording may begin between two key frames and a live stream may lose packets; elsewhere bad data is the end.
     */
    private void refuse(int error) throws FFmpegException {
        if (decodedAny && !live) {
            throw new FFmpegException(error);
        }
    }
}
