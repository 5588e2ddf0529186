package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;

import io.github.slitstream.frame.OutputFormat;
import io.github.slitstream.frame.SoundFormat;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.jspecify.annotations.Nullable;

/** The encoders for sound, best first; which of them serves is up to the format. */
enum SoundEncoder {
    /** At lower rates its packets are so long that sound could end noticeably beside the pictures. */
    AAC("aac", AV_SAMPLE_FMT_FLTP, 96_000, List.of(32_000, 44_100, 48_000, 64_000, 88_200, 96_000)),
    OPUS("libopus", AV_SAMPLE_FMT_FLT, 64_000, List.of(48_000)),
    /** Samples in 16 bits, which every program plays. */
    PCM("pcm_s16le", AV_SAMPLE_FMT_S16, 0, List.of()),
    /** Samples in 24 bits, which editors expect; not all of them read AAC. */
    STUDIO("pcm_s24le", AV_SAMPLE_FMT_S32, 0, List.of()),
    /** Samples as they are. */
    EXACT("pcm_f32le", AV_SAMPLE_FMT_FLT, 0, List.of());

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
        SoundEncoder encoder = switch (format.holds().sound()) {
            case INSIDE -> format.holds().isExact() ? EXACT : inside(format);
            case BESIDE -> format.holds().isExact() ? EXACT : PCM;
            case NONE -> null;
        };
        return encoder == null || encoder.codec() == null ? null : encoder;
    }

    private static SoundEncoder inside(OutputFormat format) {
        return switch (format) {
            case WEBM -> OPUS;
            case MOV -> STUDIO;
            default -> AAC;
        };
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

    /**
     * What sound becomes: as it is where that is to be exact; else at its own rate or the next that the encoder takes,
     * other channels mixed to two.
     */
    SoundFormat formatFor(SoundFormat sound) {
        if (this == EXACT) {
            return sound;
        }
        int rate = rates.isEmpty()
                ? sound.rate()
                : rates.stream().filter(offered -> offered >= sound.rate()).findFirst().orElse(rates.getLast());
        return new SoundFormat(sound.outputChannels(), rate);
    }
}
