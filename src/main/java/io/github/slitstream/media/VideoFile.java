package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import io.github.slitstream.frame.Keeping;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/** A container that is being written: encoded pictures, and sound if there is any. One thread at a time. */
final class VideoFile implements AutoCloseable {
    /** So long a recording waits for sound that stays away before it writes the pictures without. */
    private static final long MOST_INTERLEAVE_MICROS = 500_000;
    /** {@code hvc1}, without which Apple's players do not play HEVC. */
    private static final int HEVC_TAG = 0x31637668;

    private final OutputContainer file;
    private final AVRational tick = av_make_q(1, VideoStream.TICKS_PER_SECOND);
    private @Nullable SoundWriter sound;

    private VideoFile(OutputContainer file) {
        this.file = file;
    }

    /**
     * @param request for what; its address is not looked at
     * @param pictures what the stream of pictures is; stays the caller's
     */
    static VideoFile create(Path path, Muxer muxer, SinkRequest request, AVCodecParameters pictures)
            throws FFmpegException {
        VideoFile video = new VideoFile(new OutputContainer(path, muxer.ffmpegName()));
        try {
            video.addPictures(pictures);
            video.addSound(muxer, request.sound());
            MediaPresets.tag(video.file.context(), request.preset());
            video.begin(muxer, request.keeping());
            return video;
        } catch (FFmpegException | RuntimeException failure) {
            video.close();
            throw failure;
        }
    }

    private void addPictures(AVCodecParameters pictures) throws FFmpegException {
        AVStream made = avformat_new_stream(file.context(), null);
        made.time_base(tick).avg_frame_rate(pictures.framerate())
                .sample_aspect_ratio(pictures.sample_aspect_ratio());
        check(avcodec_parameters_copy(made.codecpar(), pictures));
        if (pictures.codec_id() == AV_CODEC_ID_HEVC) {
            made.codecpar().codec_tag(HEVC_TAG);
        }
    }

    private void addSound(Muxer muxer, @Nullable SoundFormat expected) throws FFmpegException {
        SoundEncoder encoder = expected == null ? null : SoundEncoder.pick(muxer.format());
        if (expected != null && encoder != null) {
            sound = new SoundWriter(file.context(), encoder, expected);
        }
    }

    private void begin(Muxer muxer, Keeping keeping) throws FFmpegException {
        if (keeping == Keeping.WRITTEN) {
            file.context().max_interleave_delta(MOST_INTERLEAVE_MICROS);
        }
        file.begin(muxer.options(keeping));
    }

    /** Writes a packet of pictures, as {@link PacketTarget} says. */
    void write(AVPacket packet) throws FFmpegException {
        packet.stream_index(0);
        av_packet_rescale_ts(packet, tick, file.context().streams(0).time_base());
        check(av_interleaved_write_frame(file.context(), packet));
    }

    /** @param nanos when to hear it, from the first picture on; the first packet of pictures was written before */
    void write(SoundBlock block, long nanos) throws IOException {
        Objects.requireNonNull(sound, "opened without sound").write(block, nanos);
    }

    /** Writes what the encoder of sound still holds, and the end of the file. */
    void finish() throws FFmpegException {
        if (sound != null) {
            sound.finish();
        }
        file.finish();
    }

    @Override
    public void close() {
        if (sound != null) {
            sound.close();
            sound = null;
        }
        file.close();
    }
}
