package io.github.slitstream.media;

import static io.github.slitstream.media.FFmpegException.check;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_DECODER_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_UNSPEC;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_compare;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_uninit;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Makes blocks of sound of the packets of a stream, with its own times. What the encoder put before the first moment or
 * behind the last one is left out; what cannot be decoded or converted leaves a hole. One thread at a time.
 */
final class SoundDecoder implements AutoCloseable {
    private static final int BLOCKS_PER_SECOND = 50;

    private final AVCodecContext decoder = avcodec_alloc_context3(null);
    private final SoundDamage damage;
    private final AVFrame frame = av_frame_alloc();
    private final AVChannelLayout converted = new AVChannelLayout();
    private final AVChannelLayout layout = new AVChannelLayout();
    private final SoundFormat format;
    private final double tickNanos;
    private @Nullable SoundConverter converter;
    private int convertedSamples;
    private int convertedRate;
    /** When the moment behind the last one that was decoded is due. */
    private long nextNanos;

    /**
     * @param damage is told what leaves a hole
     * @throws FFmpegException if this build cannot decode it, or it does not say what it is
     */
    static SoundDecoder open(AVStream stream, SoundDamage damage) throws FFmpegException {
        int rate = stream.codecpar().sample_rate();
        int channels = stream.codecpar().ch_layout().nb_channels();
        if (rate < 1 || rate > SoundFormat.FASTEST || channels < 1) {
            throw new FFmpegException(AVERROR_INVALIDDATA());
        }
        SoundDecoder made = new SoundDecoder(stream, damage,
                new SoundFormat(channels <= SoundFormat.MOST_CHANNELS ? channels : SoundFormat.STEREO, rate));
        try {
            SoundConverter.usual(made.layout, made.format.channels());
            made.openCodec(stream);
            return made;
        } catch (FFmpegException refused) {
            made.close();
            throw refused;
        }
    }

    private SoundDecoder(AVStream stream, SoundDamage damage, SoundFormat format) {
        this.damage = damage;
        this.format = format;
        this.tickNanos = av_q2d(stream.time_base()) * 1e9;
    }

    private void openCodec(AVStream stream) throws FFmpegException {
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null) {
            throw new FFmpegException(AVERROR_DECODER_NOT_FOUND());
        }
        check(avcodec_parameters_to_context(decoder, stream.codecpar()));
        decoder.pkt_timebase(stream.time_base());
        check(avcodec_open2(decoder, codec, (PointerPointer<?>) null));
    }

    SoundFormat format() {
        return format;
    }

    /** How long blocks are at most. */
    static int usualMoments(SoundFormat format) {
        return Math.ceilDiv(format.rate(), BLOCKS_PER_SECOND);
    }

    /**
     * @param packet stays the caller's; null at the end, when what is held back comes out
     * @param heard takes what was decoded, in order
     */
    void decode(@Nullable AVPacket packet, Consumer<SoundBlock> heard) {
        try {
            check(avcodec_send_packet(decoder, packet));
            for (int received = receive(); received == 0; received = receive()) {
                takeFrame(heard);
            }
        } catch (FFmpegException refused) {
            damage.lose(nextNanos, refused);
        }
    }

    private int receive() throws FFmpegException {
        int received = avcodec_receive_frame(decoder, frame);
        return received == AVERROR_EAGAIN() || received == AVERROR_EOF() ? received : check(received);
    }

    /** Forgets all packets: those that follow come from another place. */
    void flush() {
        avcodec_flush_buffers(decoder);
        damage.clear();
        nextNanos = 0;
    }

    private void takeFrame(Consumer<SoundBlock> heard) throws FFmpegException {
        long tick = frame.best_effort_timestamp();
        long nanos = tick == AV_NOPTS_VALUE ? nextNanos : Math.round(tick * tickNanos);
        AVFrame floats = converterFor(frame).convert(frame.extended_data(), frame.nb_samples());
        FloatPointer samples = new FloatPointer(floats.data(0));
        int most = usualMoments(format);
        for (int moment = 0; moment < floats.nb_samples(); moment += most) {
            int moments = Math.min(most, floats.nb_samples() - moment);
            float[] block = new float[moments * format.channels()];
            samples.position((long) moment * format.channels()).get(block);
            silenceWhatIsNoNumber(block);
            heard.accept(new SoundBlock(block, format, nanos + format.nanos(moment)));
        }
        damage.hear();
        nextNanos = nanos + format.nanos(floats.nb_samples());
    }

    /** Samples of damaged files may be none, which encoders refuse. */
    private static void silenceWhatIsNoNumber(float[] samples) {
        for (int i = 0; i < samples.length; i++) {
            if (!Float.isFinite(samples[i])) {
                samples[i] = 0;
            }
        }
    }

    /** Streams may change what they hold: broadcasts go from stereo to 5.1 and back. */
    private SoundConverter converterFor(AVFrame sound) throws FFmpegException {
        SoundConverter present = converter;
        if (present != null && sound.format() == convertedSamples && sound.sample_rate() == convertedRate
                && av_channel_layout_compare(sound.ch_layout(), converted) == 0) {
            return present;
        }
        if (present != null) {
            present.close();
            converter = null;
        }
        convertedSamples = sound.format();
        convertedRate = sound.sample_rate();
        check(av_channel_layout_copy(converted, sound.ch_layout()));
        SoundConverter made = toFloats();
        converter = made;
        return made;
    }

    private SoundConverter toFloats() throws FFmpegException {
        if (converted.order() != AV_CHANNEL_ORDER_UNSPEC) {
            return new SoundConverter(converted, convertedSamples, convertedRate, layout, AV_SAMPLE_FMT_FLT,
                    format.rate());
        }
        try (AVChannelLayout usual = new AVChannelLayout()) {
            SoundConverter.usual(usual, converted.nb_channels());
            return new SoundConverter(usual, convertedSamples, convertedRate, layout, AV_SAMPLE_FMT_FLT,
                    format.rate());
        }
    }

    @Override
    public void close() {
        if (converter != null) {
            converter.close();
        }
        av_channel_layout_uninit(converted);
        converted.close();
        layout.close();
        av_frame_free(frame);
        avcodec_free_context(decoder);
    }
}
