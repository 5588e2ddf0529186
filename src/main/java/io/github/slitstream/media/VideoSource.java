package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_RAWVIDEO;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_frame_rate;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SourceInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/**
 * A video that FFmpeg decodes: a file, a stream from the net, a camera. Frames of a file bear their presentation times,
 * the first being 0, are deinterlaced where they say that they are interlaced, and set upright as the file says; live
 * frames bear the moment they came in.
 */
final class VideoSource implements FrameSource {
    /** A rate above this is a container's tick, not a rate of pictures. */
    private static final double FASTEST = 1_000;
    /** A container's duration is in microseconds. */
    private static final long NANOS_PER_MICRO = 1_000;
    private static final double SAME_RATE = 0.02;

    private final VideoReader reader;
    private final List<Path> files;
    private final Deinterlacer pictures;
    private final BgraConverter converter;
    private final SourceInfo info;
    private final boolean steady;
    private final double tickNanos;
    private final long firstTick;
    private long lastNanos;

    /**
     * @param wishedRate frames a second that stand in where the video does not say
     * @throws FFmpegException if FFmpeg cannot open it; the message is only its reason
     * @throws IOException if the pictures are too large
     */
    static VideoSource open(VideoInput input, String address, String name, double wishedRate) throws IOException {
        VideoReader reader = openReader(input);
        try {
            return new VideoSource(reader, input.files(), address, name, wishedRate);
        } catch (IOException | RuntimeException failure) {
            reader.close();
            throw failure;
        }
    }

    /**
     * FFmpeg wants the parts of a camera's stream marked as the standard says. Many cameras send them otherwise, as the
     * ESP32-CAM, which begins without a boundary: their pictures are found all the same.
     */
    private static VideoReader openReader(VideoInput input) throws FFmpegException {
        try {
            return VideoReader.open(input);
        } catch (FFmpegException failure) {
            if (!input.mayBeJpegs() || failure.isTimeout()) {
                throw failure;
            }
            try {
                return VideoReader.open(input.asJpegs());
            } catch (FFmpegException neither) {
                failure.addSuppressed(neither);
                throw failure;
            }
        }
    }

    private VideoSource(VideoReader reader, List<Path> files, String address, String name, double wishedRate)
            throws IOException {
        this.reader = reader;
        this.files = files;
        AVFrame first = reader.picture();
        AVStream stream = reader.stream();
        FrameSize coded = PictureLimits.check(first.width(), first.height(), name);
        Orientation orientation = DisplayMatrix.orientation(first, stream.codecpar());
        this.pictures = new Deinterlacer(reader);
        this.converter = new BgraConverter(pictures.picture(), coded, orientation);
        this.tickNanos = av_q2d(stream.time_base()) * 1e9;
        this.firstTick = reader.tick();
        boolean picture = isPicture(reader.context().iformat().name().getString());
        double rate = picture ? wishedRate : rate(wishedRate);
        SourceInfo counted = new SourceInfo(address, name, converter.size(), rate, reader.isLive(),
                picture ? 1 : frames(), detail(rate), 1, orientation.upright(pixels(first)));
        long nanos = picture || reader.isLive() ? SourceInfo.UNKNOWN : durationNanos();
        this.info = nanos > 0 ? counted.lasting(nanos) : counted;
        this.steady = isSteady(stream);
        this.lastNanos = -frameNanos();
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public List<Path> files() {
        return files;
    }

    @Override
    public long read(Frame target) throws IOException {
        if (!next()) {
            reader.damage().end(Math.max(0, lastNanos + frameNanos()), reader.missingSeconds());
            return END;
        }
        convert(target);
        long nanos = reader.isLive() ? pictures.moment() : presentationNanos();
        noteDamage(nanos);
        lastNanos = nanos;
        return nanos;
    }

    @Override
    public List<String> notes() {
        return reader.isLive() ? List.of() : reader.damage().lines(info.name());
    }

    @Override
    public @Nullable SoundFormat sound() {
        return reader.soundFormat();
    }

    @Override
    public @Nullable SoundBlock readSound(long beforeNanos) throws IOException {
        long origin = reader.isLive() ? 0 : Math.round(firstTick * tickNanos);
        try {
            boolean isUnlimited = beforeNanos > Long.MAX_VALUE - Math.abs(origin);
            SoundBlock next = reader.readSound(isUnlimited ? Long.MAX_VALUE : beforeNanos + origin);
            return next == null ? null : next.at(next.capturedNanos() - origin);
        } catch (FFmpegException failure) {
            throw broken(failure);
        }
    }

    @Override
    public void rewind() throws IOException {
        try {
            pictures.forget();
            reader.rewind();
        } catch (FFmpegException failure) {
            throw new IOException(info.name() + " cannot be played again from its start (" + failure.reason()
                    + "); open it anew", failure);
        }
        lastNanos = -frameNanos();
    }

    @Override
    public void seek(long nanos) throws IOException {
        if (nanos <= 0) {
            rewind();
            return;
        }
        try {
            pictures.forget();
            reader.seek(firstTick + (long) Math.floor((nanos + 0.5) / tickNanos));
        } catch (FFmpegException failure) {
            throw broken(failure);
        }
        lastNanos = -frameNanos();
    }

    @Override
    public void close() {
        converter.close();
        pictures.close();
        reader.close();
    }

    private void noteDamage(long nanos) {
        AVFrame picture = pictures.picture();
        boolean flawed = picture.decode_error_flags() != 0 || (picture.flags() & AV_FRAME_FLAG_CORRUPT) != 0;
        long lost = steady ? Math.round((nanos - lastNanos) / (double) frameNanos()) - 1 : 0;
        reader.damage().picture(lastNanos + frameNanos(), flawed, lost);
    }

    private boolean next() throws IOException {
        try {
            if (pictures.next()) {
                return true;
            }
        } catch (FFmpegException failure) {
            throw broken(failure);
        }
        if (reader.isLive()) {
            throw lost("it ended", null);
        }
        return false;
    }

    private void convert(Frame target) throws IOException {
        try {
            converter.convert(target);
        } catch (FFmpegException failure) {
            throw broken(failure);
        }
    }

    private IOException broken(FFmpegException failure) {
        if (reader.isLive()) {
            return lost(
                    failure.isTimeout() ? "nothing for " + VideoReader.PICTURE_SECONDS + " s" : failure.reason(),
                    failure);
        }
        return new IOException(String.format(Locale.ROOT, "%s is damaged after %.1f s (%s); use what comes before,"
                + " or a sound copy", info.name(), Math.max(0, lastNanos) / 1e9, failure.reason()), failure);
    }

    private IOException lost(String reason, @Nullable Throwable cause) {
        return new IOException(info.name() + " stopped sending pictures (" + reason + "); check that it is running"
                + " and connected", cause);
    }

    private long presentationNanos() {
        return Math.max(Math.max(0, lastNanos), Math.round((pictures.moment() - firstTick) * tickNanos));
    }

    private long frameNanos() {
        return Math.round(1e9 / info.framesPerSecond());
    }

    private PixelShape pixels(AVFrame first) {
        AVRational told = av_guess_sample_aspect_ratio(reader.context(), reader.stream(), first);
        return told.num() > 0 && told.den() > 0 ? new PixelShape(told.num(), told.den()) : PixelShape.SQUARE;
    }

    private double rate(double wished) {
        double promised = av_q2d(av_guess_frame_rate(reader.context(), reader.stream(), null));
        return promised > 0 && promised <= FASTEST ? promised : wished;
    }

    /** Whether every picture lasts equally long, as far as the container says. */
    private static boolean isSteady(AVStream stream) {
        double average = av_q2d(stream.avg_frame_rate());
        return average > 0 && Math.abs(av_q2d(stream.r_frame_rate()) / average - 1) < SAME_RATE;
    }

    private long frames() {
        if (reader.isLive()) {
            return SourceInfo.UNKNOWN;
        }
        long counted = reader.stream().nb_frames();
        return counted > 0 ? counted : SourceInfo.UNKNOWN;
    }

    /** Of the pictures, where their stream says it, otherwise of the container, which may hold longer sound. */
    private long durationNanos() {
        long ticks = reader.stream().duration();
        return ticks > 0 ? Math.round(ticks * tickNanos) : Math.max(0, reader.context().duration()) * NANOS_PER_MICRO;
    }

    /** FFmpeg reads a lone picture through a demuxer such as {@code webp_pipe}. */
    private static boolean isPicture(String demuxer) {
        return demuxer.equals("image2") || demuxer.endsWith("_pipe");
    }

    private String detail(double rate) {
        DecimalFormat twoPlaces = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return formatName() + " " + converter.size() + " @ " + twoPlaces.format(rate);
    }

    private String formatName() {
        int codec = reader.stream().codecpar().codec_id();
        String name = codec == AV_CODEC_ID_RAWVIDEO
                ? av_get_pix_fmt_name(reader.picture().format()).getString()
                : avcodec_get_name(codec).getString();
        return name.toUpperCase(Locale.ROOT);
    }
}
