package io.github.slitstream.media;

import io.github.slitstream.file.PartialFile;
import io.github.slitstream.frame.DecodedPictures;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SoundBlock;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A video file. Each picture is shown at its own time, to a sixty-thousandth of a second, the first at 0, so that a
 * varying rate stays as it was. The same pictures and times give the same bytes. Video has even sides: a picture with
 * an odd one gets its last column or row once more.
 */
final class VideoSink implements Sink {
    private final Path target;
    private final FrameSize size;
    private final PartialFile partial;
    private final VideoWriter writer;
    /** For decoded pictures of another form than the first. */
    private @Nullable Frame converted;

    private VideoSink(Path target, FrameSize size, PartialFile partial, VideoWriter writer) {
        this.target = target;
        this.size = size;
        this.partial = partial;
        this.writer = writer;
    }

    /**
     * @param container FFmpeg's name of the file format
     * @throws IOException if it cannot be written there or at this size
     */
    static VideoSink open(Path target, String container, SinkRequest request) throws IOException {
        FrameSize size = request.size();
        VideoEncoder encoder = VideoEncoder.pick(size, target.toString());
        PartialFile partial = new PartialFile(target);
        try {
            return new VideoSink(target, size, partial,
                    VideoWriter.open(partial.path(), container,
                            encoder, request));
        } catch (FFmpegException failure) {
            partial.close();
            throw failed(target, failure);
        }
    }

    @Override
    public void write(Frame picture, long nanos) throws IOException {
        if (!picture.size().equals(size)) {
            throw new IllegalArgumentException("picture of " + picture.size() + " for a video of " + size);
        }
        try {
            writer.write(picture, nanos);
        } catch (FFmpegException failure) {
            throw failed(target, failure);
        }
    }

    @Override
    public boolean takes(DecodedPictures source) {
        return source instanceof VideoSource video && writer.takes(video.picture());
    }

    @Override
    public void write(DecodedPictures source, long nanos) throws IOException {
        if (source instanceof VideoSource video && writer.takes(video.picture())) {
            try {
                writer.write(video.picture(), nanos);
            } catch (FFmpegException failure) {
                throw failed(target, failure);
            }
        } else {
            Frame frame = converted == null ? Frame.allocate(size, Arena.ofAuto()) : converted;
            converted = frame;
            source.copyTo(frame);
            write(frame, nanos);
        }
    }

    @Override
    public void showLastUntil(long nanos) {
        writer.showLastUntil(nanos);
    }

    @Override
    public boolean hasSound() {
        return writer.hasSound();
    }

    @Override
    public void write(SoundBlock sound, long nanos) throws IOException {
        try {
            writer.write(sound, nanos);
        } catch (FFmpegException failure) {
            throw failed(target, failure);
        }
    }

    @Override
    public void finish() throws IOException {
        if (writer.isEmpty()) {
            throw new IOException(target + " was not written: there was no picture");
        }
        try {
            writer.finish();
        } catch (FFmpegException failure) {
            throw failed(target, failure);
        }
        partial.moveIntoPlace();
    }

    @Override
    public void close() {
        writer.close();
        partial.close();
    }

    private static IOException failed(Path target, FFmpegException failure) {
        return new IOException(target + " cannot be written (" + failure.reason()
                + "); check the folder's permissions and the room on the disk", failure);
    }
}
