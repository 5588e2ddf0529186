package io.github.slitstream.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_free;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SoundBlock;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Encodes pictures, and sound if there is any, and writes them into a container, through FFmpeg. One thread at a time.
 * A render gives the same bytes on every run: no dates, no version, a fixed number of threads.
 */
final class VideoWriter implements AutoCloseable {
    private final PictureTrack pictures;
    private final VideoFile file;
    private final PacketTarget target;
    private boolean isClosed;

    private VideoWriter(PictureTrack pictures, VideoFile file) {
        this.pictures = pictures;
        this.file = file;
        this.target = file::write;
    }

    /** @param request for what; its address is not looked at */
    static VideoWriter open(Path path, Muxer muxer, EncoderChoice choice, SinkRequest request, boolean isTranslucent)
            throws FFmpegException {
        PictureTrack pictures = new PictureTrack(muxer, choice, request, isTranslucent);
        try {
            AVCodecParameters parameters = pictures.parameters();
            try {
                return new VideoWriter(pictures, VideoFile.create(path, muxer, request, parameters));
            } finally {
                avcodec_parameters_free(parameters);
            }
        } catch (FFmpegException | RuntimeException failure) {
            pictures.close();
            throw failure;
        }
    }

    EncoderChoice choice() {
        return pictures.choice();
    }

    /** @param nanos when to show it; what is not later than the picture before comes one tick after it */
    void write(Frame frame, long nanos) throws FFmpegException {
        pictures.write(frame, nanos, target);
    }

    /** As {@link PictureTrack#repeat}. */
    void repeat(Frame last, long nanos) throws FFmpegException {
        pictures.repeat(last, nanos, target);
    }

    /** Whether a decoded picture is of the very form that the encoder gets. */
    boolean takes(AVFrame picture) {
        return pictures.takes(picture);
    }

    /**
     * Writes a picture as it was decoded.
     *
     * @param picture that {@link #takes} says yes to; stays the caller's
     * @param nanos as for frames
     */
    void write(AVFrame picture, long nanos) throws FFmpegException {
        pictures.write(picture, nanos, target);
    }

    /** As {@link io.github.slitstream.frame.Sink#showLastUntil}. */
    void showLastUntil(long nanos) {
        pictures.showLastUntil(nanos);
    }

    /** @param nanos when to hear it, from the origin of the pictures; the first of them was written before */
    void write(SoundBlock block, long nanos) throws IOException {
        file.write(block, nanos - pictures.firstNanos());
    }

    /** As {@link PictureTrack#expectedBytes}. */
    long expectedBytes() {
        return pictures.expectedBytes();
    }

    /** As {@link PictureTrack#stepDown}. */
    boolean stepDown() throws FFmpegException {
        return pictures.stepDown(target);
    }

    /** Writes what the encoders still hold, and the end of the file. */
    void finish() throws FFmpegException {
        pictures.finish(target);
        file.finish();
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            pictures.close();
            file.close();
        }
    }
}
