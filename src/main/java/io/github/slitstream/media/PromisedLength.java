package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;

/**
 * Tells whether a container has ended sooner than it said at its start: without an index it ends quietly where it was
 * cut off.
 */
final class PromisedLength {
    /** A file that ends so much earlier than it promised was cut off; less is the roundness of its promise. */
    private static final double MISSING_SECONDS = 1;

    private final AVFormatContext container;
    /** Of each stream, when the last packet that was read ends, in its own ticks. */
    private long[] lastTicks = {};

    /** @param container perhaps not open yet; it stays the caller's */
    PromisedLength(AVFormatContext container) {
        this.container = container;
    }

    /** Nothing was read yet of the streams that the container has now. */
    void restart() {
        lastTicks = new long[container.nb_streams()];
    }

    /** Takes note of a packet that was read. */
    void note(AVPacket packet) {
        long tick = Math.max(packet.dts(), packet.pts()); // what is unknown is the least number there is
        int index = packet.stream_index();
        if (tick != AV_NOPTS_VALUE && index < lastTicks.length) {
            lastTicks[index] = Math.max(lastTicks[index], tick + packet.duration());
        }
    }

    /** Whether there should be more, now that there is none. */
    boolean isMissed() {
        double end = (container.start_time() + container.duration()) / (double) AV_TIME_BASE;
        boolean promised = container.start_time() != AV_NOPTS_VALUE && container.duration() > 0
                && container.duration_estimation_method() != AVFMT_DURATION_FROM_BITRATE;
        return promised && end - lastSeconds() > MISSING_SECONDS;
    }

    private double lastSeconds() {
        double last = 0;
        for (int index = 0; index < lastTicks.length; index++) {
            last = Math.max(last, lastTicks[index] * av_q2d(container.streams(index).time_base()));
        }
        return last;
    }
}
