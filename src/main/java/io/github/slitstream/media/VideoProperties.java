package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_RAWVIDEO;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.SourceInfo;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** What a container says of its video before more than the first picture was read. */
final class VideoProperties {
    /** A rate above this is a container's tick, not a rate of pictures. */
    private static final double FASTEST = 1_000;
    /** A container's duration is in microseconds. */
    private static final long NANOS_PER_MICRO = 1_000;
    private static final double SAME_RATE = 0.02;

    private final VideoReader reader;
    private final AVStream stream;
    private final boolean picture;
    private final double rate;

    /**
     * @param reader holds the first picture; stays the caller's
     * @param wishedRate frames a second that stand in where the video does not say
     */
    VideoProperties(VideoReader reader, double wishedRate) {
        this.reader = reader;
        this.stream = reader.stream();
        this.picture = isPicture(reader.context().iformat().name().getString());
        this.rate = picture ? wishedRate : rate(wishedRate);
    }

    /** @param size of the pictures when they are upright */
    SourceInfo info(String address, String name, FrameSize size, Orientation orientation) {
        SourceInfo counted = new SourceInfo(address, name, size, rate, reader.container().isEndless(),
                picture ? 1 : frames(),
                detail(size), 1, orientation.upright(pixels()));
        long nanos = picture || reader.container().isEndless() ? SourceInfo.UNKNOWN : durationNanos();
        return nanos > 0 ? counted.lasting(nanos) : counted;
    }

    /** Whether every picture lasts equally long, as far as the container says. */
    boolean isSteady() {
        double average = av_q2d(stream.avg_frame_rate());
        return average > 0 && Math.abs(av_q2d(stream.r_frame_rate()) / average - 1) < SAME_RATE;
    }

    private PixelShape pixels() {
        AVRational told = av_guess_sample_aspect_ratio(reader.context(), stream, reader.picture());
        return told.num() > 0 && told.den() > 0 ? new PixelShape(told.num(), told.den()) : PixelShape.SQUARE;
    }

    private double rate(double wished) {
        double promised = av_q2d(av_guess_frame_rate(reader.context(), stream, null));
        return promised > 0 && promised <= FASTEST ? promised : wished;
    }

    private long frames() {
        if (reader.container().isEndless()) {
            return SourceInfo.UNKNOWN;
        }
        long counted = stream.nb_frames();
        return counted > 0 ? counted : SourceInfo.UNKNOWN;
    }

    /** Of the pictures, where their stream says it, otherwise of the container, which may hold longer sound. */
    private long durationNanos() {
        long ticks = stream.duration();
        return ticks > 0
                ? Math.round(ticks * av_q2d(stream.time_base()) * 1e9)
                : Math.max(0, reader.context().duration()) * NANOS_PER_MICRO;
    }

    /** FFmpeg reads a lone picture through a demuxer such as {@code webp_pipe}. */
    private static boolean isPicture(String demuxer) {
        return demuxer.equals("image2") || demuxer.endsWith("_pipe");
    }

    private String detail(FrameSize size) {
        DecimalFormat twoPlaces = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
        String pictures = formatName() + " " + size + " @ " + twoPlaces.format(rate);
        String sound = reader.sound().detail();
        return sound.isEmpty() ? pictures : pictures + ", " + sound;
    }

    private String formatName() {
        int codec = stream.codecpar().codec_id();
        String name = codec == AV_CODEC_ID_RAWVIDEO
                ? av_get_pix_fmt_name(reader.picture().format()).getString()
                : avcodec_get_name(codec).getString();
        return name.toUpperCase(Locale.ROOT);
    }
}
