package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;

/**
 * Tells how much sooner a container ends than it said at its start. Without an index it ends quietly where it was cut
 * off; but there are also programs that write a duration longer than what they recorded.
 */
final class PromisedLength {
    /** Less is the roundness of the promise, in short files as a share of it. */
    private static final double LEAST_SECONDS = 1;
    private static final double LEAST_SHARE = 0.1;

    private final Container container;
    /** Where the packet that ends last ends. */
    private double lastSeconds;

    /** @param container stays the caller's */
    PromisedLength(Container container) {
        this.container = container;
    }

    /** Nothing was read yet. */
    void restart() {
        lastSeconds = 0;
    }

    /** Takes note of a packet that was read, with its times on one line. */
    void note(AVPacket packet) {
        long tick = Math.max(packet.dts(), packet.pts()); // what is unknown is the least number there is
        if (tick != AV_NOPTS_VALUE) {
            double tickSeconds = av_q2d(container.context().streams(packet.stream_index()).time_base());
            lastSeconds = Math.max(lastSeconds, (tick + packet.duration()) * tickSeconds);
        }
    }

    /** How many seconds there should be more, now that there is no packet; 0 if it is all there. */
    double missingSeconds() {
        AVFormatContext context = container.context();
        double end = (context.start_time() + context.duration()) / (double) AV_TIME_BASE;
        boolean promised = context.start_time() != AV_NOPTS_VALUE && context.duration() > 0
                && context.duration_estimation_method() != AVFMT_DURATION_FROM_BITRATE;
        double missing = end - lastSeconds;
        double least = Math.min(LEAST_SECONDS, LEAST_SHARE * context.duration() / AV_TIME_BASE);
        return promised && missing > least ? missing : 0;
    }
}
