package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_free;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_read;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_size;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_write;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SoundSplicer;
import java.io.IOException;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVAudioFifo;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/**
 * Encodes sound into a stream of a container, without holes from the moment 0 on. One thread at a time, that of the
 * container.
 */
final class SoundWriter implements AutoCloseable {
    /** For encoders that take as many moments as there are. */
    private static final int ANY_PORTION = 1_024;

    private final AVFormatContext container;
    private final SoundEncoder choice;
    private final AVCodecContext encoder;
    private final SoundFormat format;
    private final AVStream stream;
    private final AVRational tick;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private final AVAudioFifo waiting;
    /** Moments that the encoder takes at once. */
    private int portion;
    private final SoundSplicer splicer = new SoundSplicer();
    private @Nullable SampleInput input;
    /** When the first moment of the input is heard. */
    private long inputNanos;
    /** Moments that the input was given. */
    private long inputMoments;
    /** Moments that the encoder was given. */
    private long encoded;

    /**
     * Adds a stream to a container whose header was not written yet.
     *
     * @param sound what most of it will be
     */
    SoundWriter(AVFormatContext container, SoundEncoder choice, SoundFormat sound) throws FFmpegException {
        this.container = container;
        this.choice = choice;
        this.encoder = avcodec_alloc_context3(choice.codec());
        this.format = choice.formatFor(sound);
        this.tick = av_make_q(1, format.rate());
        this.waiting = av_audio_fifo_alloc(choice.sampleFormat(), format.channels(), 1);
        this.stream = avformat_new_stream(container, null);
        try {
            openEncoder();
        } catch (FFmpegException refused) {
            close();
            throw refused;
        }
    }

    private void openEncoder() throws FFmpegException {
        SoundConverter.usual(encoder.ch_layout(), format.channels());
        encoder.sample_fmt(choice.sampleFormat()).sample_rate(format.rate()).time_base(tick);
        encoder.bit_rate(choice.bitRate(format));
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_BITEXACT);
        if ((container.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
            encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        try (FFmpegOptions none = new FFmpegOptions(Map.of())) {
            check(avcodec_open2(encoder, encoder.codec(), none.dictionary()));
        }
        portion = encoder.frame_size() > 0 ? encoder.frame_size() : ANY_PORTION;
        stream.time_base(tick);
        check(avcodec_parameters_from_context(stream.codecpar(), encoder));
        check(av_channel_layout_copy(frame.ch_layout(), encoder.ch_layout()));
        frame.format(choice.sampleFormat()).sample_rate(format.rate()).nb_samples(portion);
        check(av_frame_get_buffer(frame, 0));
    }

    /**
     * @param nanos when to hear it; what is before 0, or before the end of what was written, is left out
     * @throws IOException if it cannot be encoded or written
     */
    void write(SoundBlock sound, long nanos) throws IOException {
        SampleInput input = inputOf(sound.format());
        long due = sound.format().moments(nanos - inputNanos);
        splicer.splice(sound, due - inputMoments, (samples, of) -> {
            inputMoments += samples.length / of.channels();
            input.convert(samples, this::queue);
        });
    }

    /** Writes what is still held back; where players hear whole packets alone, as many as come nearest. */
    void finish() throws FFmpegException {
        endInput();
        int rest = av_audio_fifo_size(waiting);
        if (!choice.isHeardInWholePackets() || 2 * rest >= portion || encoded == 0) {
            encode(rest);
        }
        check(avcodec_send_frame(encoder, null));
        writePackets();
    }

    private SampleInput inputOf(SoundFormat sound) throws FFmpegException {
        SampleInput present = input;
        if (present != null && present.format().equals(sound)) {
            return present;
        }
        endInput();
        SampleInput made = new SampleInput(sound, encoder.ch_layout(), encoder.sample_fmt(), format.rate());
        input = made;
        return made;
    }

    private void endInput() throws FFmpegException {
        SampleInput ending = input;
        if (ending == null) {
            return;
        }
        ending.finish(this::queue);
        inputNanos += ending.format().nanos(inputMoments);
        inputMoments = 0;
        ending.close();
        input = null;
    }

    private void queue(AVFrame moments) throws FFmpegException {
        check(av_audio_fifo_write(waiting, moments.extended_data(), moments.nb_samples()));
        while (av_audio_fifo_size(waiting) >= portion) {
            encode(portion);
        }
    }

    private void encode(int moments) throws FFmpegException {
        if (moments == 0) {
            return;
        }
        check(av_frame_make_writable(frame)); // the encoder may still look at the moments before
        frame.nb_samples(check(av_audio_fifo_read(waiting, frame.extended_data(), moments)));
        frame.pts(encoded);
        encoded += moments;
        check(avcodec_send_frame(encoder, frame));
        writePackets();
    }

    private void writePackets() throws FFmpegException {
        while (true) {
            int received = avcodec_receive_packet(encoder, packet);
            if (received == AVERROR_EAGAIN() || received == AVERROR_EOF()) {
                return;
            }
            check(received);
            packet.stream_index(stream.index());
            av_packet_rescale_ts(packet, tick, stream.time_base());
            check(av_interleaved_write_frame(container, packet));
        }
    }

    @Override
    public void close() {
        if (input != null) {
            input.close();
        }
        av_audio_fifo_free(waiting);
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(encoder);
    }
}
