package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * When the pictures of a container are shown, in seconds of its time stamps. The length that it says may count what
 * decoders hold back.
 *
 * @param start of all that is in it
 * @param firstShown when the first picture is shown
 * @param end when the last one is over
 */
record PartTimes(double start, double firstShown, double end) {
    /** Where the last picture is looked for. */
    private static final double LAST_SECONDS = 5;
    /** Packets among which the picture is that is shown first. */
    private static final int FIRST_PACKETS = 200;

    static PartTimes of(VideoInput part) throws FFmpegException {
        try (Container container = Container.open(part)) {
            AVStream pictures = container.bestStream(AVMEDIA_TYPE_VIDEO);
            double start = container.context().start_time() / (double) AV_TIME_BASE;
            Shown first = Shown.of(container, pictures, FIRST_PACKETS);
            double length = Math.max(0, container.context().duration() / (double) AV_TIME_BASE);
            return new PartTimes(start, first.first, lastEnd(container, pictures, start + length - LAST_SECONDS,
                    first));
        }
    }

    /** How long it is until pictures follow that begin as those of another part do. */
    double secondsUntil(PartTimes next) {
        return (end - start) - (next.firstShown - next.start);
    }

    /** @param first what was read already */
    private static double lastEnd(Container container, AVStream pictures, double from, Shown first)
            throws FFmpegException {
        if (from > first.end) {
            container.seek(pictures.index(), Math.round(from / av_q2d(pictures.time_base())));
        }
        return Math.max(first.end, Shown.of(container, pictures, Integer.MAX_VALUE).end);
    }

    /** Of some packets, when the first of their pictures is shown, and when the last one is over. */
    private record Shown(double first, double end) {
        static Shown of(Container container, AVStream pictures, int mostPackets) {
            double tickSeconds = av_q2d(pictures.time_base());
            double rate = av_q2d(av_guess_frame_rate(container.context(), pictures, null));
            double usual = rate > 0 ? 1 / rate : 0;
            Shown all = new Shown(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
            AVPacket packet = av_packet_alloc();
            for (int count = 0; count < mostPackets && container.read(packet) >= 0; count++) {
                long tick = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
                if (packet.stream_index() == pictures.index() && tick != AV_NOPTS_VALUE) {
                    double shown = tick * tickSeconds;
                    double lasts = packet.duration() > 0 ? packet.duration() * tickSeconds : usual;
                    all = new Shown(Math.min(all.first, shown), Math.max(all.end, shown + lasts));
                }
                av_packet_unref(packet);
            }
            av_packet_free(packet);
            return all;
        }
    }
}
