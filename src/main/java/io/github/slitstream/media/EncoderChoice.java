package io.github.slitstream.media;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.OutputFormat;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.media.VideoEncoder.Use;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * The encoder that an output is written by.
 *
 * @param step its setting, see {@link VideoEncoder#steps}
 * @param reason why, in a few words
 */
record EncoderChoice(VideoEncoder encoder, int step, String reason) {
    /** Of the time from one picture to the next: the rest is for the picture itself, on the same processors. */
    private static final double MOST_OF_INTERVAL = 0.5;
    private static final double PIXELS_PER_MEGAPIXEL = 1e6;

    /**
     * @param isTranslucent whether there is alpha to be kept
     * @throws IOException if nothing here writes this format at this size, or not the encoder that was asked for
     */
    static EncoderChoice of(OutputFormat format, SinkRequest request, boolean isTranslucent) throws IOException {
        List<VideoEncoder> encoders = VideoEncoder.of(format).stream().filter(each -> fits(each, isTranslucent))
                .toList();
        if (encoders.isEmpty()) {
            throw new IOException(request.address() + " cannot be written: this build of FFmpeg has no encoder for "
                    + format.label() + "; choose another format, or pictures such as %05d.png");
        }
        String named = request.encoding().encoder();
        if (!named.isEmpty()) {
            return named(encoders, request, named);
        }
        List<VideoEncoder> candidates = encoders.stream().filter(each -> each.use() != Use.NAMED).toList();
        return request.encoding().isLive() ? live(candidates, request) : finest(candidates, request);
    }

    private static boolean fits(VideoEncoder encoder, boolean isTranslucent) {
        return isTranslucent
                ? encoder.pixels().translucent() != avutil.AV_PIX_FMT_NONE
                : encoder.use() != Use.TRANSLUCENT;
    }

    private static EncoderChoice named(List<VideoEncoder> encoders, SinkRequest request, String named)
            throws IOException {
        VideoEncoder encoder = encoders.stream().filter(each -> each.ffmpegName().equals(named)).findFirst()
                .orElseThrow(() -> new IOException(request.address() + " is not written by '" + named + "'; it takes "
                        + encoders.stream().map(VideoEncoder::ffmpegName).collect(Collectors.joining(", "))));
        encoder.check(request.size(), request.address());
        if (EncoderProbe.millisPerMegapixel(encoder, 0).isEmpty()) {
            throw new IOException(named + " does not work on this machine; leave the choice to Slitstream");
        }
        return request.encoding().isLive()
                ? quickEnough(encoder, request)
                : new EncoderChoice(encoder, 0, "as asked");
    }

    private static EncoderChoice finest(List<VideoEncoder> candidates, SinkRequest request) throws IOException {
        VideoEncoder encoder = candidates.stream().filter(each -> each.use() != Use.LIVE).findFirst()
                .orElse(candidates.getFirst());
        encoder.check(request.size(), request.address());
        return new EncoderChoice(encoder, 0, "the finest");
    }

    /** Encoders in hardware come first: they leave the processors to the picture. */
    private static EncoderChoice live(List<VideoEncoder> candidates, SinkRequest request) throws IOException {
        List<VideoEncoder> order = candidates.stream()
                .sorted(Comparator.comparing((VideoEncoder each) -> each.use() != Use.LIVE)).toList();
        for (VideoEncoder encoder : order) {
            if (encoder.takes(request.size()) && EncoderProbe.millisPerMegapixel(encoder, 0).isPresent()) {
                return quickEnough(encoder, request);
            }
        }
        order.getLast().check(request.size(), request.address());
        throw new IOException(request.address() + " cannot be written: no encoder of its format works on this machine;"
                + " choose another format, or pictures such as %05d.png");
    }

    /** At the finest setting that leaves enough time for everything else, or the quickest. */
    private static EncoderChoice quickEnough(VideoEncoder encoder, SinkRequest request) {
        double interval = 1_000 / request.framesPerSecond();
        for (int step = 0; step < encoder.steps(); step++) {
            double millis = millis(encoder, step, request.size());
            if (millis <= MOST_OF_INTERVAL * interval) {
                return new EncoderChoice(encoder, step, reason("keeps up", millis, interval));
            }
        }
        int quickest = encoder.steps() - 1;
        return new EncoderChoice(encoder, quickest,
                reason("the quickest there is", millis(encoder, quickest, request.size()), interval));
    }

    private static double millis(VideoEncoder encoder, int step, FrameSize size) {
        OptionalDouble perMegapixel = EncoderProbe.millisPerMegapixel(encoder, step);
        return perMegapixel.orElse(Double.POSITIVE_INFINITY) * size.pixels() / PIXELS_PER_MEGAPIXEL;
    }

    private static String reason(String why, double millis, double interval) {
        return String.format(Locale.ROOT, "%s, %.0f ms of %.0f for a picture", why, millis, interval);
    }

    /** The same encoder at its next quicker setting; the same if there is none. */
    EncoderChoice quicker() {
        return step + 1 < encoder.steps()
                ? new EncoderChoice(encoder, step + 1, "quicker, since it fell behind")
                : this;
    }

    /** For people. */
    String text() {
        String setting = encoder.steps() == 1 ? "" : ", setting " + (step + 1) + " of " + encoder.steps();
        return encoder.ffmpegName() + setting + " (" + reason + ")";
    }
}
