package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_PAL8;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P10;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVA420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVA444P10;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.OutputFormat;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.ffmpeg.avcodec.AVCodec;

/**
 * The encoders of each format, best first for its quality; which of them exist is up to how FFmpeg was built, which of
 * them work up to the machine.
 */
@SuppressWarnings("ImmutableEnumChecker") // records of numbers, and methods of a class without state
enum VideoEncoder {
    /** In builds under the GPL. */
    X264(OutputFormat.MP4, "libx264", Use.ANY, 3, new Limits(1, 16_384, 139_264L * 256),
            new Pixels(AV_PIX_FMT_YUV420P, AV_PIX_FMT_NONE, BitsPerPixel.H264), EncoderOptions::x264),
    /** NVIDIA's. */
    NVENC(OutputFormat.MP4, "h264_nvenc", Use.LIVE, 1, new Limits(146, 4_096, 4_096L * 4_096),
            new Pixels(AV_PIX_FMT_YUV420P, AV_PIX_FMT_NONE, BitsPerPixel.H264), EncoderOptions::nvenc),
    /** Apple's. */
    VIDEO_TOOLBOX(OutputFormat.MP4, "h264_videotoolbox", Use.LIVE, 1, new Limits(64, 4_096, 4_096L * 2_304),
            new Pixels(AV_PIX_FMT_YUV420P, AV_PIX_FMT_NONE, BitsPerPixel.RATE), EncoderOptions::rate),
    /** Intel's. */
    QUICK_SYNC(OutputFormat.MP4, "h264_qsv", Use.LIVE, 1, new Limits(64, 4_096, 4_096L * 4_096),
            new Pixels(AV_PIX_FMT_NV12, AV_PIX_FMT_NONE, BitsPerPixel.H264), EncoderOptions::quickSync),
    /** Of graphics cards under Linux, by way of VAAPI. */
    VAAPI(OutputFormat.MP4, "h264_vaapi", Use.LIVE, 1, new Limits(128, 4_096, 4_096L * 4_096),
            new Pixels(AV_PIX_FMT_NV12, AV_PIX_FMT_NONE, BitsPerPixel.H264, DeviceMemory.Kind.VAAPI),
            EncoderOptions::vaapi),
    /** Media Foundation, of Windows. */
    MEDIA_FOUNDATION(OutputFormat.MP4, "h264_mf", Use.LIVE, 1, new Limits(64, 4_096, 4_096L * 2_304),
            new Pixels(AV_PIX_FMT_NV12, AV_PIX_FMT_NONE, BitsPerPixel.RATE), EncoderOptions::rate),
    /** H.264 by Cisco. */
    OPENH264(OutputFormat.MP4, "libopenh264", Use.ANY, 1, new Limits(16, 3_840, 9_437_184),
            new Pixels(AV_PIX_FMT_YUV420P, AV_PIX_FMT_NONE, new BitsPerPixel(0.021, 0.16, 0.3)),
            EncoderOptions::openH264),
    /** MPEG-4 part 2, in every build. */
    MPEG4(OutputFormat.MP4, "mpeg4", Use.ANY, 1, new Limits(1, 8_190, 8_190L * 8_190),
            new Pixels(AV_PIX_FMT_YUV420P, AV_PIX_FMT_NONE, new BitsPerPixel(0.05, 0.12, 0.26)), EncoderOptions::mpeg4),
    /** HEVC, in builds under the GPL. */
    X265(OutputFormat.MP4, "libx265", Use.NAMED, 2, new Limits(32, 16_384, 139_264L * 256),
            new Pixels(AV_PIX_FMT_YUV420P, AV_PIX_FMT_NONE, BitsPerPixel.HEVC), EncoderOptions::x265),
    NVENC_HEVC(OutputFormat.MP4,
            "hevc_nvenc", Use.NAMED, 1, new Limits(146, 8_192, 8_192L * 8_192),
            new Pixels(AV_PIX_FMT_YUV420P, AV_PIX_FMT_NONE, BitsPerPixel.HEVC), EncoderOptions::nvenc),
    AOM(OutputFormat.MP4,
            "libaom-av1", Use.NAMED, 1, new Limits(1, 16_384, 16_384L * 16_384),
            new Pixels(AV_PIX_FMT_YUV420P, AV_PIX_FMT_NONE, new BitsPerPixel(0.007, 0.094, 0.59)), EncoderOptions::av1),

    VP9(OutputFormat.WEBM, "libvpx-vp9", Use.ANY, 2, new Limits(1, 16_384, 16_384L * 16_384),
            new Pixels(AV_PIX_FMT_YUV420P, AV_PIX_FMT_YUVA420P, new BitsPerPixel(0.012, 0.124, 0.59)),
            EncoderOptions::vp9),

    FFV1(OutputFormat.MKV, "ffv1", Use.ANY, 1, new Limits(1, 16_384, 16_384L * 16_384),
            new Pixels(AV_PIX_FMT_BGRA, AV_PIX_FMT_BGRA, BitsPerPixel.always(2.7)), EncoderOptions::ffv1),

    PRORES_422(OutputFormat.MOV, "prores_ks", Use.ANY, 1, new Limits(1, 16_384, 16_384L * 16_384),
            new Pixels(AV_PIX_FMT_YUV422P10, AV_PIX_FMT_NONE, new BitsPerPixel(1.73, 2.4, 3.5)),
            EncoderOptions::proRes422),
    PRORES_4444(
            OutputFormat.MOV, "prores_ks", Use.TRANSLUCENT, 1, new Limits(1, 16_384, 16_384L * 16_384),
            new Pixels(AV_PIX_FMT_NONE, AV_PIX_FMT_YUVA444P10, BitsPerPixel.always(5.9)), EncoderOptions::proRes4444),

    GIF(OutputFormat.GIF, "gif", Use.ANY, 1, new Limits(1, 16_384, 16_384L * 16_384),
            new Pixels(AV_PIX_FMT_PAL8, AV_PIX_FMT_NONE, new BitsPerPixel(1.24, 1.52, 1.67)), EncoderOptions::none),

    LIBWEBP(OutputFormat.WEBP, "libwebp", Use.ANY, 2, new Limits(1, 16_383, 16_383L * 16_383),
            new Pixels(AV_PIX_FMT_BGRA, AV_PIX_FMT_BGRA, new BitsPerPixel(0.08, 0.24, 0.72)), EncoderOptions::webp);

    /** When an encoder is taken unless another is named. */
    enum Use {
        /** Whenever it is there. */
        ANY,
        /** Live only: it is quick, but others give more for the bits. */
        LIVE,
        /** Never. */
        NAMED,
        /** Where there is alpha. */
        TRANSLUCENT
    }

    /** Sides and pixels of a picture. */
    record Limits(int shortestSide, int longestSide, long mostPixels) {}

    /**
     * FFmpeg's pixel formats.
     *
     * @param opaque for pictures without alpha
     * @param translucent for those with alpha, or {@code AV_PIX_FMT_NONE}
     * @param bits that a pixel takes
     * @param memory where they have to be
     */
    record Pixels(int opaque, int translucent, BitsPerPixel bits, DeviceMemory.Kind memory) {
        Pixels(int opaque, int translucent, BitsPerPixel bits) {
            this(opaque, translucent, bits, DeviceMemory.Kind.NONE);
        }
    }

    private final OutputFormat format;
    private final String ffmpegName;
    private final Use use;
    private final int steps;
    private final Limits limits;
    private final Pixels pixels;
    private final Function<EncodingTarget, Map<String, String>> options;

    VideoEncoder(OutputFormat format, String ffmpegName, Use use, int steps, Limits limits, Pixels pixels,
            Function<EncodingTarget, Map<String, String>> options) {
        this.format = format;
        this.ffmpegName = ffmpegName;
        this.use = use;
        this.steps = steps;
        this.limits = limits;
        this.pixels = pixels;
        this.options = options;
    }

    /** Those of a format that this build of FFmpeg has, best first. */
    static List<VideoEncoder> of(OutputFormat format) {
        return Arrays.stream(values()).filter(encoder -> encoder.format == format && encoder.codec() != null).toList();
    }

    AVCodec codec() {
        return avcodec_find_encoder_by_name(ffmpegName);
    }

    String ffmpegName() {
        return ffmpegName;
    }

    Use use() {
        return use;
    }

    /** How many settings it has that are quicker than one another, from 0 on. */
    int steps() {
        return steps;
    }

    /** Whether each packet is a whole picture, so that it may be written again at another time. */
    boolean isIntraOnly() {
        return switch (this) {
            case FFV1, PRORES_422, PRORES_4444 -> true;
            default -> false;
        };
    }

    Pixels pixels() {
        return pixels;
    }

    Map<String, String> options(EncodingTarget target) {
        return options.apply(target);
    }

    /** Bits a second, roughly: pictures differ. */
    double expectedRate(EncodingTarget target) {
        FrameSize size = pixels.opaque == AV_PIX_FMT_PAL8 ? PaletteGraph.limited(target.size()) : target.size();
        return pixels.bits.at(target.quality()) * size.pixels() * target.framesPerSecond();
    }

    boolean takes(FrameSize size) {
        int shorter = Math.min(size.width(), size.height());
        int longer = Math.max(size.width(), size.height());
        return shorter >= limits.shortestSide && longer <= limits.longestSide && size.pixels() <= limits.mostPixels;
    }

    /**
     * @param name of the output, for messages
     * @throws IOException if the size is beyond it
     */
    void check(FrameSize size, String name) throws IOException {
        if (!takes(size)) {
            throw new IOException(name + " cannot be written at " + size + ": " + ffmpegName + " takes sides of "
                    + limits.shortestSide + " … " + limits.longestSide + " pixels and up to "
                    + limits.mostPixels / 1_000_000
                    + " megapixels; change the size or write pictures such as %05d.png");
        }
    }
}
