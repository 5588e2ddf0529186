package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_NOBUFFER;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_NONBLOCK;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_seek_file;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.github.slitstream.media.VideoInput.Kind;
import java.util.BitSet;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Packets of a container's streams, one after another, of the streams that were {@linkplain #select selected}. Nothing
 * waits longer than it may. One thread at a time.
 */
final class Demuxer implements AutoCloseable {
    static final int OPEN_SECONDS = 5;
    static final int PICTURE_SECONDS = 2;
    /** How long a camera that has nothing yet is left alone; it bounds the latency this adds. */
    private static final long POLL_NANOS = 1_000_000;

    /** FFmpeg would draw the letters of any text file on a terminal's screen. */
    private static final String TEXT = "tty";

    private final VideoInput input;
    private final Deadline deadline = new Deadline();
    private final AVFormatContext container = avformat_alloc_context();
    private final PromisedLength length = new PromisedLength(container);
    private final BitSet selected = new BitSet();
    private boolean live;
    private boolean torn;
    private long arrivedNanos;

    private Demuxer(VideoInput input) {
        this.input = input;
    }

    /** Opens within {@value #OPEN_SECONDS} s. No stream is selected yet. */
    static Demuxer open(VideoInput input) throws FFmpegException {
        Demuxer demuxer = new Demuxer(input);
        try {
            demuxer.openContainer();
            return demuxer;
        } catch (FFmpegException | RuntimeException failure) {
            demuxer.close();
            throw failure;
        }
    }

    /**
     * From now on packets of the best stream of a type are handed out as well.
     *
     * @param mediaType FFmpeg's {@code AVMEDIA_TYPE_…}
     * @throws FFmpegException if there is no such stream
     */
    AVStream select(int mediaType) throws FFmpegException {
        int index = check(av_find_best_stream(container, mediaType, -1, -1, (PointerPointer<?>) null, 0));
        selected.set(index);
        return container.streams(index);
    }

    AVFormatContext container() {
        return container;
    }

    /** Whether packets come when they come and without end. */
    boolean isLive() {
        return live;
    }

    /** When the bytes of the newest packet came in, on the clock of {@link System#nanoTime}. */
    long arrivedNanos() {
        return arrivedNanos;
    }

    /** From now on what waits for the net or a camera may take so long; files are not waited for. */
    void allow(int seconds) {
        if (input.kind() == Kind.FILE) {
            deadline.never();
        } else {
            deadline.in(seconds);
        }
    }

    /**
     * Waits for the next packet of a selected stream.
     *
     * @param packet blank; to be blanked by the caller when it is done with what it holds
     * @return whether there was one
     * @throws FFmpegException if reading failed, or the container ended sooner than it said
     */
    boolean read(AVPacket packet) throws FFmpegException {
        while (true) {
            int read = av_read_frame(container, packet);
            if (read == AVERROR_EAGAIN()) {
                pause();
            } else if (read == AVERROR_EOF()) {
                checkEnd();
                return false;
            } else {
                check(read);
                arrivedNanos = System.nanoTime();
                length.note(packet);
                if (selected.get(packet.stream_index())) {
                    torn = (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0;
                    return true;
                }
                av_packet_unref(packet);
            }
        }
    }

    /**
     * As {@link #read}, but without waiting.
     *
     * @return whether there was one
     * @throws FFmpegException if reading failed or has come to an end
     */
    boolean poll(AVPacket packet) throws FFmpegException {
        int read = av_read_frame(container, packet);
        if (read == AVERROR_EAGAIN()) {
            return false;
        }
        check(read);
        arrivedNanos = System.nanoTime();
        return true;
    }

    /** Goes back to the first packet. */
    void rewind() throws FFmpegException {
        seek(-1, container.start_time());
    }

    /**
     * Goes to a key frame at or before a moment, as far as the container knows.
     *
     * @param tick in the stream's time base
     */
    void seek(AVStream stream, long tick) throws FFmpegException {
        seek(stream.index(), tick);
    }

    @Override
    public void close() {
        if (!container.isNull()) {
            avformat_close_input(container);
        }
        deadline.close();
    }

    private void seek(int stream, long tick) throws FFmpegException {
        allow(OPEN_SECONDS);
        check(avformat_seek_file(container, stream, Long.MIN_VALUE, Math.max(Long.MIN_VALUE, tick), tick, 0));
        torn = false;
        length.restart();
    }

    private void openContainer() throws FFmpegException {
        allow(OPEN_SECONDS);
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
        length.restart();
        live = input.kind() == Kind.CAMERA || (input.kind() == Kind.NET && container.duration() <= 0);
        if (live) {
            container.flags(container.flags() | AVFMT_FLAG_NOBUFFER);
        }
    }

    private void checkEnd() throws FFmpegException {
        if (torn || (input.kind() == Kind.FILE && length.isMissed())) {
            throw new FFmpegException(AVERROR_INVALIDDATA());
        }
    }

    private void pause() throws FFmpegException {
        if (deadline.isPast()) {
            throw new FFmpegException(AVERROR_EXIT());
        }
        LockSupport.parkNanos(POLL_NANOS);
    }
}
