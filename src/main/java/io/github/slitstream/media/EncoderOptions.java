package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_CPU_FLAG_AVX512;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;
import static org.bytedeco.ffmpeg.global.avutil.av_get_cpu_flags;

import io.github.slitstream.frame.Encoding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What encoders are told, by the names of FFmpeg. Live, none holds a picture back to look at later ones. */
final class EncoderOptions {
    private static final int COARSEST_H264 = 51;
    private static final int COARSEST_VP9 = 63;
    private static final int MPEG4_FINEST = 2;
    private static final int MPEG4_COARSEST = 31;
    /** With it, good quality is a quantiser of four, and most of the range is left to coarser ones. */
    private static final double MPEG4_CURVE = 2.5;
    /** From here on a render takes its time. */
    private static final int FINE = 80;
    private static final int PRORES_STANDARD = 45;
    private static final List<String> X264_LIVE = List.of("veryfast", "superfast", "ultrafast");
    /** From 3 on, colours are chosen by what they cost and how near they come. */
    private static final List<String> WEBP_LIVE = List.of("3", "0");
    private static final List<String> X265_LIVE = List.of("superfast", "ultrafast");
    /**
     * What the header of the stream tells is the same at every step, so that one may follow another in one file.
     */
    private static final String X264_ONE_HEADER = "stitchable=1:ref=1:bframes=0:cabac=1:8x8dct=1:weightp=0";

    private EncoderOptions() {}

    /** The output depends on the number of threads. */
    static Map<String, String> x264(EncodingTarget target) {
        Map<String, String> options = new HashMap<>();
        options.put("crf", target.quantiser(COARSEST_H264));
        options.put("threads", target.threads(8));
        // On such processors x264 reads memory that it never wrote, and its output differs from run to run.
        String own = (av_get_cpu_flags() & AV_CPU_FLAG_AVX512) == 0 ? "" : "asm=avx2";
        if (target.isLive()) {
            options.put("preset", X264_LIVE.get(target.step()));
            options.put("tune", "zerolatency");
            own = own.isEmpty() ? X264_ONE_HEADER : own + ":" + X264_ONE_HEADER;
        } else {
            options.put("preset", target.quality() < FINE ? "veryfast" : "slow");
        }
        if (!own.isEmpty()) {
            options.put("x264-params", own);
        }
        return options;
    }

    static Map<String, String> x265(EncodingTarget target) {
        Map<String, String> options = new HashMap<>();
        options.put("crf", target.quantiser(COARSEST_H264));
        options.put("preset", target.isLive() ? X265_LIVE.get(target.step()) : "fast");
        options.put("tune", target.isLive() ? "zerolatency" : "grain");
        options.put("x265-params", "log-level=none:pools=" + target.threads(4));
        return options;
    }

    static Map<String, String> av1(EncodingTarget target) {
        return target.isLive()
                ? Map.of("crf", target.quantiser(COARSEST_VP9), "usage", "realtime", "cpu-used", "8",
                        "lag-in-frames", "0", "row-mt", "1", "threads",
                        target.threads(4))
                : Map.of("crf", target.quantiser(COARSEST_VP9), "cpu-used", "6", "threads", "4", "row-mt", "1");
    }

    /** Speeds reach up to 8. */
    static Map<String, String> vp9(EncodingTarget target) {
        return target.isLive()
                ? Map.of("crf", target.quantiser(COARSEST_VP9), "b", "0", "deadline", "realtime", "cpu-used",
                        Integer.toString(7 + target.step()), "lag-in-frames", "0", "row-mt", "1", "tile-columns", "2",
                        "threads", target.threads(4))
                : Map.of("crf", target.quantiser(COARSEST_VP9), "b", "0", "deadline", "good", "cpu-used", "4",
                        "tile-columns", "2", "threads", "4", "auto-alt-ref", "0");
    }

    /** Every picture for itself. */
    static Map<String, String> ffv1(EncodingTarget target) {
        return Map.of("level", "3", "slicecrc", "1", "g", "1", "threads", target.threads(4));
    }

    /** 422 in its profiles LT, standard and HQ. */
    static Map<String, String> proRes422(EncodingTarget target) {
        int profile = target.quality() < PRORES_STANDARD ? 1 : target.quality() < FINE ? 2 : 3;
        return Map.of("profile", Integer.toString(profile), "vendor", "apl0", "threads", target.threads(4),
                "thread_type", threading(target));
    }

    static Map<String, String> proRes4444(EncodingTarget target) {
        return Map.of("profile", "4", "vendor", "apl0", "alpha_bits", "8", "threads", target.threads(4),
                "thread_type", threading(target));
    }

    /** Threads that share a picture hold none back; threads with a picture each do. */
    private static String threading(EncodingTarget target) {
        return target.isLive() ? "slice" : "frame+slice";
    }

    static Map<String, String> webp(EncodingTarget target) {
        return Map.of("quality", Integer.toString(target.quality()), "compression_level",
                target.isLive() ? WEBP_LIVE.get(target.step()) : "4");
    }

    static Map<String, String> nvenc(EncodingTarget target) {
        return target.isLive()
                ? Map.of("preset", "p4", "tune", "ll", "rc", "vbr", "cq", target.quantiser(COARSEST_H264), "b", "0",
                        "bf", "0", "delay", "0", "zerolatency", "1")
                : Map.of("preset", "p6", "rc", "vbr", "cq", target.quantiser(COARSEST_H264), "b", "0");
    }

    static Map<String, String> quickSync(EncodingTarget target) {
        return Map.of("global_quality", target.quantiser(COARSEST_H264), "preset",
                target.isLive() ? "veryfast" : "slow", "async_depth", "1", "bf", "0");
    }

    static Map<String, String> vaapi(EncodingTarget target) {
        return Map.of("rc_mode", "CQP", "qp", target.quantiser(COARSEST_H264), "async_depth", "1", "bf", "0");
    }

    /** Encoders that hold a rate. */
    static Map<String, String> rate(EncodingTarget target) {
        return Map.of("b", target.bitRate(), "bf", "0");
    }

    static Map<String, String> openH264(EncodingTarget target) {
        return Map.of("b", target.bitRate(), "threads", target.threads(1));
    }

    /** One quantiser for all pictures: asked for a rate, it took the finest whatever the rate. */
    static Map<String, String> mpeg4(EncodingTarget target) {
        double coarseness = Math.pow(1 - target.quality() / (double) Encoding.BEST, MPEG4_CURVE);
        long lambda = Math.round((MPEG4_FINEST + (MPEG4_COARSEST - MPEG4_FINEST) * coarseness) * FF_QP2LAMBDA);
        return Map.of("flags", "+qscale", "global_quality", Long.toString(lambda), "threads", "1");
    }

    static Map<String, String> none(EncodingTarget target) {
        return Map.of();
    }
}
