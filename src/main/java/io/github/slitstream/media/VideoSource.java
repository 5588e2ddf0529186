package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import io.github.slitstream.frame.DecodedPictures;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SourceInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * A video that FFmpeg decodes: a file, a stream from the net, a camera. Frames of a file bear their presentation times,
 * the first being 0, are deinterlaced where they say that they are interlaced, and set upright as the file says; live
 * frames bear the moment they came in.
 */
final class VideoSource implements FrameSource, DecodedPictures {
    private final VideoReader reader;
    private final List<Path> files;
    private final Deinterlacer pictures;
    private final BgraConverter converter;
    private final SourceInfo info;
    private final boolean upright;
    private final boolean steady;
    private final double tickNanos;
    private final long firstTick;
    private long lastNanos;
    private long shownUntil = END;
    private boolean ended;

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
        VideoProperties properties = new VideoProperties(reader, wishedRate);
        this.info = properties.info(address, name, converter.size(), orientation);
        this.upright = orientation.equals(Orientation.UPRIGHT);
        this.steady = properties.isSteady();
        this.lastNanos = -frameNanos();
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public boolean isPaced() {
        return reader.isLive();
    }

    @Override
    public List<Path> files() {
        return files;
    }

    @Override
    public long read(Frame target) throws IOException {
        long nanos = readDecoded();
        if (nanos != END) {
            copyTo(target);
        }
        return nanos;
    }

    @Override
    public @Nullable DecodedPictures decoded() {
        return upright && !reader.isLive() ? this : null;
    }

    @Override
    public long readDecoded() throws IOException {
        ended = !next();
        if (ended) {
            reader.damage().end(Math.max(0, lastNanos + frameNanos()), reader.missingSeconds());
            return END;
        }
        long nanos = reader.isLive() ? pictures.moment() : presentationNanos();
        noteDamage(nanos);
        lastNanos = nanos;
        long ticks = pictures.picture().duration();
        shownUntil = ticks > 0 ? nanos + Math.round(ticks * tickNanos) : END;
        return nanos;
    }

    @Override
    public void copyTo(Frame target) throws IOException {
        try {
            converter.convert(target);
        } catch (FFmpegException failure) {
            throw broken(failure);
        }
    }

    /** The picture decoded last, or, before the first was read, that one. */
    AVFrame picture() {
        AVFrame read = pictures.picture();
        return read.width() > 0 ? read : reader.picture();
    }

    @Override
    public long shownUntil() {
        return shownUntil;
    }

    @Override
    public List<String> notes() {
        List<String> ofSound = reader.sound().lines(info.name(), originNanos(), ended);
        return reader.isLive()
                ? ofSound
                : Stream.concat(reader.damage().lines(info.name()).stream(), ofSound.stream()).toList();
    }

    @Override
    public @Nullable SoundFormat sound() {
        return reader.sound().format();
    }

    @Override
    public @Nullable SoundBlock readSound(long beforeNanos) {
        long origin = reader.isLive() ? 0 : originNanos();
        boolean isUnlimited = beforeNanos > Long.MAX_VALUE - Math.abs(origin);
        SoundBlock next = reader.sound().read(isUnlimited ? Long.MAX_VALUE : beforeNanos + origin);
        return next == null ? null : next.at(next.capturedNanos() - origin);
    }

    private long originNanos() {
        return Math.round(firstTick * tickNanos);
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

    private IOException broken(FFmpegException failure) {
        if (failure.isTimeout()) {
            return lost("nothing for " + reader.container().pictureSeconds() + " s", failure);
        }
        if (reader.isLive()) {
            return lost(failure.reason(), failure);
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
}
