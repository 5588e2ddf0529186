package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_NOBUFFER;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_NONBLOCK;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_NOTIMESTAMPS;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_NO_BYTE_SEEK;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_TS_DISCONT;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BYTE;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_seek_file;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_STREAM_NOT_FOUND;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.github.slitstream.media.VideoInput.Kind;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.PointerPointer;

/** An open container, read and sought in as FFmpeg does it. Nothing waits longer than it may. One thread at a time. */
final class Container implements AutoCloseable {
    static final int OPEN_SECONDS = 5;
    private static final int LIVE_SECONDS = 2;
    /** A file on the net may be slow for a while: it loses nothing. */
    private static final int FILE_SECONDS = 10;
    /** How long a camera that has nothing yet is left alone; it bounds the latency this adds. */
    private static final long POLL_NANOS = 1_000_000;

    /** FFmpeg would draw the letters of any text file on a terminal's screen. */
    private static final String TEXT = "tty";
    private static final String ICON = "ico";
    private static final String JPEGS = "mpjpeg";
    /** What is live in them comes some seconds at a time, later than it was captured. */
    private static final Set<String> SEGMENTED = Set.of("hls", "dash");
    /** Their senders say only after some seconds how the times of their streams fit together. */
    private static final Set<String> SEPARATE = Set.of("rtsp", "rtp", "sdp");

    private final VideoInput input;
    private final Deadline deadline = new Deadline();
    private AVFormatContext context = avformat_alloc_context();
    private boolean live;
    private boolean endless;

    private Container(VideoInput input) {
        this.input = input;
    }

    /** Opens within {@value #OPEN_SECONDS} s. */
    static Container open(VideoInput input) throws FFmpegException {
        Container container = new Container(input);
        try {
            container.open();
            return container;
        } catch (FFmpegException | RuntimeException failure) {
            container.close();
            throw failure;
        }
    }

    AVFormatContext context() {
        return context;
    }

    /**
     * The stream of a type that FFmpeg thinks best; of an icon, each of whose sizes is a stream, the largest. The cover
     * of a piece of music is no picture of it.
     *
     * @param mediaType FFmpeg's {@code AVMEDIA_TYPE_…}
     * @throws FFmpegException if there is none
     */
    AVStream bestStream(int mediaType) throws FFmpegException {
        int best = check(av_find_best_stream(context, mediaType, -1, -1, (PointerPointer<?>) null, 0));
        if (context.iformat().name().getString().equals(ICON)) {
            return IntStream.range(0, context.nb_streams()).mapToObj(context::streams)
                    .max(Comparator.comparingInt(stream -> stream.codecpar().width())).orElseThrow();
        }
        if ((context.streams(best).disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0) {
            throw new FFmpegException(AVERROR_STREAM_NOT_FOUND());
        }
        return context.streams(best);
    }

    boolean isFile() {
        return input.kind() == Kind.FILE;
    }

    /** Whether packets come when they come and without end. */
    boolean isLive() {
        return live;
    }

    /** Whether nothing tells of an end: of what is live, also of what is to be read at its own times like a file. */
    boolean isEndless() {
        return endless;
    }

    /** Whether packets have come before somebody could read them, live: it took some to find out what they are. */
    boolean isBacklogged() {
        return live && input.kind() == Kind.NET;
    }

    /** Whether packets come over a net and bear the times of who sends them; those of lone JPEGs are made up. */
    boolean hasSenderTimes() {
        return isBacklogged() && (context.iformat().flags() & AVFMT_NOTIMESTAMPS) == 0
                && !context.iformat().name().getString().equals(JPEGS);
    }

    /** Whether the times of all streams fit together from the first packet on. */
    boolean hasOneClock() {
        return !SEPARATE.contains(context.iformat().name().getString());
    }

    boolean seeksBytes() {
        return isFile() && (context.iformat().flags() & AVFMT_NO_BYTE_SEEK) == 0;
    }

    /** From now on what waits for the net or a camera may take so long; files are not waited for. */
    void allow(int seconds) {
        if (isFile()) {
            deadline.never();
        } else {
            deadline.in(seconds);
        }
    }

    /** As {@link #allow}, for the next picture. */
    void allowPicture() {
        allow(pictureSeconds());
    }

    /** How long the next picture may take. */
    int pictureSeconds() {
        return live ? LIVE_SECONDS : FILE_SECONDS;
    }

    /**
     * Waits for the next packet of any stream.
     *
     * @param packet blank; to be blanked by the caller when it is done with what it holds
     * @return 0, or FFmpeg's error: {@code AVERROR_EOF} at the end, {@code AVERROR_EXIT} when time is up
     */
    int read(AVPacket packet) {
        while (!deadline.isPast()) {
            int read = av_read_frame(context, packet);
            if (read != AVERROR_EAGAIN()) {
                return read;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return AVERROR_EXIT();
    }

    /** As {@link #read}, but for {@code AVERROR(EAGAIN)} when a camera has nothing yet. */
    int poll(AVPacket packet) {
        return av_read_frame(context, packet);
    }

    /**
     * Goes to a key frame of a stream at or before a moment, as far as the container knows.
     *
     * @param stream its index, or −1 for the first by microseconds
     * @param tick in the stream's time base
     */
    void seek(int stream, long tick) throws FFmpegException {
        allow(OPEN_SECONDS);
        check(avformat_seek_file(context, stream, Long.MIN_VALUE, tick, tick, 0));
    }

    /** Goes back to the first packet. */
    void rewind() throws FFmpegException {
        if (seeksBytes() && (context.iformat().flags() & (AVFMT_TS_DISCONT | AVFMT_NOTIMESTAMPS)) != 0) {
            seekByte(0); // as times do not tell where it is
        } else {
            seek(-1, context.start_time());
        }
    }

    /** Opens it anew: what was asked of its context before is gone, the order of its streams stays. */
    void reopen() throws FFmpegException {
        avformat_close_input(context);
        context = avformat_alloc_context();
        open();
    }

    /** Goes to a byte of a container that {@linkplain #seeksBytes seeks bytes}. */
    void seekByte(long position) throws FFmpegException {
        allow(OPEN_SECONDS);
        check(avformat_seek_file(context, -1, Long.MIN_VALUE, position, Long.MAX_VALUE, AVSEEK_FLAG_BYTE));
    }

    @Override
    public void close() {
        if (!context.isNull()) {
            avformat_close_input(context);
        }
        deadline.close();
    }

    private void open() throws FFmpegException {
        allow(OPEN_SECONDS);
        if (!isFile()) { // which never waits
            deadline.guard(context);
        }
        if (input.kind() == Kind.DEVICE) {
            context.flags(context.flags() | AVFMT_FLAG_NONBLOCK);
        }
        if (input.mjpeg()) {
            context.video_codec_id(AV_CODEC_ID_MJPEG);
        }
        AVInputFormat device = input.device().isEmpty() ? null : av_find_input_format(input.device());
        try (FFmpegOptions options = new FFmpegOptions(input.options())) {
            check(avformat_open_input(context, input.url(), device, options.dictionary()));
        }
        if (context.iformat().name().getString().equals(TEXT)) {
            throw new FFmpegException(AVERROR_INVALIDDATA());
        }
        if (input.kind() != Kind.DEVICE) { // a device's header has told all
            check(avformat_find_stream_info(context, (PointerPointer<?>) null));
        }
        endless = input.kind() == Kind.DEVICE || (input.kind() == Kind.NET && context.duration() <= 0);
        live = endless && !SEGMENTED.contains(context.iformat().name().getString());
        if (live) {
            context.flags(context.flags() | AVFMT_FLAG_NOBUFFER);
        }
    }
}
