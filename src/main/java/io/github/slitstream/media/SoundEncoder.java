package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;

import io.github.slitstream.frame.OutputFormat;
import io.github.slitstream.frame.SoundFormat;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.jspecify.annotations.Nullable;

/** The encoders for sound, best first; which of them serves is up to the format. */
enum SoundEncoder {
    AAC("aac", AV_SAMPLE_FMT_FLTP, 96_000, List.of(7_350, 8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100,
            48_000, 64_000, 88_200, 96_000)),
    OPUS("libopus", AV_SAMPLE_FMT_FLT, 64_000, List.of(48_000)),
    /** Samples as they are, in 16 bits. */
    PCM("pcm_s16le", AV_SAMPLE_FMT_S16, 0, List.of());

    private final String ffmpegName;
    private final int sampleFormat;
    private final int bitsPerChannel;
    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Integer> rates;

    SoundEncoder(String ffmpegName, int sampleFormat, int bitsPerChannel, List<Integer> rates) {
        this.ffmpegName = ffmpegName;
        this.sampleFormat = sampleFormat;
        this.bitsPerChannel = bitsPerChannel;
        this.rates = rates;
    }

    /** The best one for a format that holds sound; null if this build has none for it. */
    static @Nullable SoundEncoder pick(OutputFormat format) {
        SoundEncoder encoder = switch (format) {
            case MP4, MOV, MKV -> AAC;
            case WEBM -> OPUS;
            case PNG, JPEG -> PCM;
            case GIF, WEBP -> null;
        };
        return encoder == null || encoder.codec() == null ? null : encoder;
    }

    AVCodec codec() {
        return avcodec_find_encoder_by_name(ffmpegName);
    }

    int sampleFormat() {
        return sampleFormat;
    }

    /** Bits a second. */
    long bitRate(SoundFormat encoded) {
        return (long) bitsPerChannel * encoded.channels();
    }

    /** Whether no container tells players where within its last packet sound ends. */
    boolean isHeardInWholePackets() {
        return this == AAC;
    }

    /** What sound becomes: its own rate or the next that the encoder takes, other channels mixed to two. */
    SoundFormat formatFor(SoundFormat sound) {
        int rate = rates.isEmpty()
                ? sound.rate()
                : rates.stream().filter(offered -> offered >= sound.rate()).findFirst().orElse(rates.getLast());
        return new SoundFormat(sound.outputChannels(), rate);
    }
}
