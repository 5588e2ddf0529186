package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avutil.AV_CPU_FLAG_AVX512;
import static org.bytedeco.ffmpeg.global.avutil.av_get_cpu_flags;

import io.github.slitstream.frame.FrameSize;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;

/** The encoders for video files, best first; which of them exist is up to how FFmpeg was built. */
enum VideoEncoder {
    /**
     * H.264 by x264, in builds under the GPL. Its output depends on the number of threads, which is therefore fixed.
     */
    X264("libx264", 1, 16_384, 139_264L * 256, Map.of("preset", "veryfast", "crf", "18", "threads", "8")),
    /** H.264 by Cisco. */
    OPENH264("libopenh264", 16, 3_840, 9_437_184, Map.of("threads", "1")),
    /** MPEG-4 part 2, in every build. */
    MPEG4("mpeg4", 1, 8_190, 8_190L * 8_190, Map.of("threads", "1", "qmin", "2", "qmax", "4"));

    private final String ffmpegName;
    private final int shortestSide;
    private final int longestSide;
    private final long mostPixels;
    @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
    private final Map<String, String> options;

    VideoEncoder(String ffmpegName, int shortestSide, int longestSide, long mostPixels, Map<String, String> options) {
        this.ffmpegName = ffmpegName;
        this.shortestSide = shortestSide;
        this.longestSide = longestSide;
        this.mostPixels = mostPixels;
        this.options = options;
    }

    /**
     * The best encoder of this build.
     *
     * @param name of the output, for messages
     * @throws IOException if the size is beyond it
     */
    static VideoEncoder pick(FrameSize size, String name) throws IOException {
        for (VideoEncoder encoder : values()) {
            if (encoder.codec() != null) {
                encoder.check(size, name);
                return encoder;
            }
        }
        throw new IOException(name + " cannot be written: this build of FFmpeg encodes no video; write pictures such as"
                + " %05d.png");
    }

    AVCodec codec() {
        return avcodec_find_encoder_by_name(ffmpegName);
    }

    Map<String, String> options() {
        if (this != X264 || (av_get_cpu_flags() & AV_CPU_FLAG_AVX512) == 0) {
            return options;
        }
        // On such processors x264 reads memory that it never wrote, and its output differs from run to run.
        Map<String, String> narrower = new HashMap<>(options);
        narrower.put("x264-params", "asm=avx2");
        return narrower;
    }

    private void check(FrameSize size, String name) throws IOException {
        int shorter = Math.min(size.width(), size.height());
        int longer = Math.max(size.width(), size.height());
        if (shorter < shortestSide || longer > longestSide || size.pixels() > mostPixels) {
            throw new IOException(name + " cannot be written at " + size + ": " + ffmpegName + " takes sides of "
                    + shortestSide + " … " + longestSide + " pixels and up to " + mostPixels / 1_000_000
                    + " megapixels; change the size or write pictures such as %05d.png");
        }
    }
}
