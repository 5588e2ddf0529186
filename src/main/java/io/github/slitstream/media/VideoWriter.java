package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
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
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Keeping;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/**
 * Encodes pictures, and sound if there is any, and writes them into a container, through FFmpeg. One thread at a time.
 * A render gives the same bytes on every run: no dates, no version, a fixed number of threads.
 */
final class VideoWriter implements AutoCloseable {
    private static final double NANOS_PER_TICK = 1e9 / VideoStream.TICKS_PER_SECOND;
    /** So long a recording waits for sound that stays away before it writes the pictures without. */
    private static final long MOST_INTERLEAVE_MICROS = 500_000;
    /** {@code hvc1}, without which Apple's players do not play HEVC. */
    private static final int HEVC_TAG = 0x31637668;

    private final AVFormatContext container = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final AVRational tick = av_make_q(1, VideoStream.TICKS_PER_SECOND);
    private final Muxer muxer;
    private final SinkRequest request;
    private final boolean isTranslucent;
    private EncoderChoice choice;
    private @Nullable VideoStream pictures;
    private @Nullable SoundWriter sound;
    private long firstNanos;
    private long lastTick = -1;
    /** When the last picture ends; −1 as long as that is not known. */
    private long endTick = -1;

    private VideoWriter(Muxer muxer, EncoderChoice choice, SinkRequest request, boolean isTranslucent) {
        this.muxer = muxer;
        this.choice = choice;
        this.request = request;
        this.isTranslucent = isTranslucent;
    }

    /** @param request for what; its address is not looked at */
    static VideoWriter open(Path file, Muxer muxer, EncoderChoice choice, SinkRequest request, boolean isTranslucent)
            throws FFmpegException {
        VideoWriter writer = new VideoWriter(muxer, choice, request, isTranslucent);
        try {
            check(avformat_alloc_output_context2(writer.container, null, muxer.ffmpegName(), file.toString()));
            writer.addPictures();
            writer.addSound(request.sound());
            MediaPresets.tag(writer.container, request.preset());
            writer.openFile(file);
            return writer;
        } catch (FFmpegException | RuntimeException failure) {
            writer.close();
            throw failure;
        }
    }

    EncoderChoice choice() {
        return choice;
    }

    /** @param nanos when to show it; what is not later than the picture before comes one tick after it */
    void write(Frame frame, long nanos) throws FFmpegException {
        if (isDue(nanos)) {
            pictures().send(frame, lastTick);
            writePackets(pictures());
        }
    }

    /** Whether a decoded picture is of the very form that the encoder gets. */
    boolean takes(AVFrame picture) {
        return !isTranslucent && VideoStream.takes(choice, request, picture);
    }

    /**
     * Writes a picture as it was decoded.
     *
     * @param picture that {@link #takes} says yes to; stays the caller's
     * @param nanos as for frames
     */
    void write(AVFrame picture, long nanos) throws FFmpegException {
        if (isDue(nanos)) {
            pictures().pass(picture, lastTick);
            writePackets(pictures());
        }
    }

    /** Moves on to the tick of a picture, unless it comes too soon for the format. */
    private boolean isDue(long nanos) {
        if (lastTick < 0) {
            firstNanos = nanos;
        }
        long due = tick(nanos);
        if (lastTick >= 0 && due - lastTick < muxer.shortestNanos() / NANOS_PER_TICK) {
            return false;
        }
        lastTick = Math.max(lastTick + 1, due);
        return true;
    }

    private long tick(long nanos) {
        return Math.round((nanos - firstNanos) / NANOS_PER_TICK);
    }

    /** As {@link io.github.slitstream.frame.Sink#showLastUntil}; too late where the encoder holds nothing back. */
    void showLastUntil(long nanos) {
        endTick = nanos == FrameSource.END ? -1 : tick(nanos);
    }

    /** @param nanos when to hear it, from the origin of the pictures; the first of them was written before */
    void write(SoundBlock block, long nanos) throws IOException {
        Objects.requireNonNull(sound, "opened without sound").write(block, nanos - firstNanos);
    }

    /**
     * Goes on at the encoder's next quicker setting.
     *
     * @return whether there is one that may follow in the same stream
     */
    boolean stepDown() throws FFmpegException {
        EncoderChoice quicker = choice.quicker();
        if (quicker.equals(choice)) {
            return false;
        }
        VideoStream present = pictures();
        VideoStream next = new VideoStream(quicker, request, isTranslucent, hasHeader());
        if (!hasSameHeader(present.encoder(), next.encoder())) {
            next.close();
            return false;
        }
        pictures = next;
        choice = quicker;
        present.end();
        writePackets(present);
        present.close();
        return true;
    }

    /** Writes what the encoders still hold, and the end of the file. */
    void finish() throws FFmpegException {
        VideoStream stream = pictures();
        stream.end();
        writeRest(stream);
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
            sound = null;
        }
        if (pictures != null) {
            pictures.close();
            pictures = null;
        }
        av_packet_free(packet);
        if (!container.isNull()) {
            closeFile();
            avformat_free_context(container);
            container.setNull();
        }
    }

    private VideoStream pictures() {
        return Objects.requireNonNull(pictures, "closed");
    }

    private boolean hasHeader() {
        return (container.oformat().flags() & AVFMT_GLOBALHEADER) != 0;
    }

    private static boolean hasSameHeader(AVCodecContext one, AVCodecContext other) {
        if (one.extradata_size() != other.extradata_size()) {
            return false;
        }
        for (int at = 0; at < one.extradata_size(); at++) {
            if (one.extradata().get(at) != other.extradata().get(at)) {
                return false;
            }
        }
        return true;
    }

    private void addPictures() throws FFmpegException {
        VideoStream stream = new VideoStream(choice, request, isTranslucent, hasHeader());
        pictures = stream;
        AVCodecContext encoder = stream.encoder();
        AVStream made = avformat_new_stream(container, null);
        made.time_base(tick).avg_frame_rate(encoder.framerate()).sample_aspect_ratio(encoder.sample_aspect_ratio());
        check(avcodec_parameters_from_context(made.codecpar(), encoder));
        if (encoder.codec_id() == AV_CODEC_ID_HEVC) {
            made.codecpar().codec_tag(HEVC_TAG);
        }
    }

    private void addSound(@Nullable SoundFormat expected) throws FFmpegException {
        SoundEncoder encoder = expected == null ? null : SoundEncoder.pick(muxer.format());
        if (expected != null && encoder != null) {
            sound = new SoundWriter(container, encoder, expected);
        }
    }

    private void openFile(Path file) throws FFmpegException {
        container.flags(container.flags() | AVFMT_FLAG_BITEXACT);
        if (request.keeping() == Keeping.WRITTEN) {
            container.max_interleave_delta(MOST_INTERLEAVE_MICROS);
        }
        AVIOContext output = new AVIOContext(null);
        check(avio_open(output, "file:" + file, AVIO_FLAG_WRITE));
        container.pb(output);
        try (FFmpegOptions given = new FFmpegOptions(muxer.options(request.keeping()))) {
            check(avformat_write_header(container, given.dictionary()));
        }
    }

    private void writePackets(VideoStream stream) throws FFmpegException {
        while (stream.receive(packet)) {
            writePacket();
        }
    }

    /** What the encoder held back. Of the last packet in the file the end of the video is told. */
    private void writeRest(VideoStream stream) throws FFmpegException {
        AVPacket next = av_packet_alloc();
        try {
            boolean isThere = stream.receive(packet);
            while (isThere) {
                isThere = stream.receive(next);
                long later = endTick - lastTick - stream.duration();
                if (later > 0 && (!isThere || packet.pts() == lastTick)) {
                    packet.duration(stream.duration() + later);
                }
                writePacket();
                av_packet_move_ref(packet, next);
            }
        } finally {
            av_packet_free(next);
        }
    }

    private void writePacket() throws FFmpegException {
        packet.stream_index(0);
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
