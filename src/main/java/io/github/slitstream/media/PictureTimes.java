package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** When decoded pictures are shown. FFmpeg's own best guess would depend on all that was read before. */
final class PictureTimes {
    private final long frameTicks;

    /** @param stream of the container; both stay the caller's */
    PictureTimes(AVFormatContext container, AVStream stream) {
        double rate = av_q2d(av_guess_frame_rate(container, stream, null));
        this.frameTicks = rate > 0 ? Math.round(1 / rate / av_q2d(stream.time_base())) : 0;
    }

    /** Whether the container says when a picture is shown, or at least decoded. */
    boolean isTold(AVFrame picture) {
        return picture.pts() != AV_NOPTS_VALUE || picture.pkt_dts() != AV_NOPTS_VALUE;
    }

    /**
     * When a picture is shown, in the stream's time base; if the container does not say it, one frame after the last.
     *
     * @param last of the picture before, or {@code AV_NOPTS_VALUE}
     */
    long tick(AVFrame picture, long last) {
        if (picture.pts() != AV_NOPTS_VALUE) {
            return picture.pts();
        }
        if (picture.pkt_dts() != AV_NOPTS_VALUE) {
            return picture.pkt_dts();
        }
        return last == AV_NOPTS_VALUE ? 0 : last + frameTicks;
    }
}
