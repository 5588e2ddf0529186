package io.github.slitstream.media;

import io.github.slitstream.file.DiskRoom;
import io.github.slitstream.file.OutputPlace;
import io.github.slitstream.file.PartialFile;
import io.github.slitstream.frame.DecodedPictures;
import io.github.slitstream.file.UnfinishedFile;
import io.github.slitstream.frame.Alpha;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.Keeping;
import io.github.slitstream.frame.OutputFormat;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkProgress;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SoundBlock;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * A file of moving pictures. Each is shown at its own time, to a sixty-thousandth of a second, the first at 0, so that
 * a varying rate stays as it was. The first picture decides whether alpha is kept, where the format holds any; what is
 * exact keeps it always. A render of the same pictures and times gives the same bytes.
 */
final class VideoSink implements Sink {
    private final OutputFormat format;
    private final SinkRequest request;
    private final OutputPlace place;
    private final @Nullable DiskRoom room;
    private volatile EncoderChoice choice;
    private @Nullable VideoWriter writer;
    private long lastNanos;
    private volatile Path file;
    /** Whether somebody was told that a picture or sound could not be written. */
    private boolean isBroken;
    /** For decoded pictures of another form than the first. */
    private @Nullable Frame converted;

    private VideoSink(OutputFormat format, SinkRequest request, EncoderChoice choice, OutputPlace place)
            throws IOException {
        this.format = format;
        this.request = request;
        this.choice = choice;
        this.place = place;
        this.file = place.path();
        this.room = place instanceof UnfinishedFile
                ? new DiskRoom(place.path(), Muxer.of(format).isFragmented())
                : null;
    }

    /** @throws IOException if it cannot be written there or at this size */
    static VideoSink open(Path target, OutputFormat format, SinkRequest request) throws IOException {
        EncoderChoice choice = EncoderChoice.of(format, request, false);
        OutputPlace place = request.keeping() == Keeping.WRITTEN
                ? UnfinishedFile.create(target)
                : new PartialFile(target);
        try {
            return new VideoSink(format, request, choice, place);
        } catch (IOException refused) {
            end(place, true);
            throw refused;
        }
    }

    @Override
    public void write(Frame picture, long nanos) throws IOException {
        if (!picture.size().equals(request.size())) {
            throw new IllegalArgumentException("picture of " + picture.size() + " for a video of " + request.size());
        }
        checkRoom();
        try {
            writerFor(picture).write(picture, nanos);
            lastNanos = nanos;
        } catch (FFmpegException failure) {
            throw failed(failure);
        }
    }

    @Override
    public void repeat(Frame last, long nanos) throws IOException {
        checkRoom();
        try {
            Objects.requireNonNull(writer, "a repeat before the first picture").repeat(last, nanos);
            lastNanos = nanos;
        } catch (FFmpegException failure) {
            throw failed(failure);
        }
    }

    @Override
    public boolean takes(DecodedPictures source) {
        return source instanceof VideoSource video && takes(video.picture());
    }

    private boolean takes(AVFrame picture) {
        VideoWriter present = writer;
        return present == null
                ? !format.holds().isExact() && VideoStream.takes(choice, request, picture)
                : present.takes(picture);
    }

    @Override
    public void write(DecodedPictures source, long nanos) throws IOException {
        if (source instanceof VideoSource video && takes(video.picture())) {
            checkRoom();
            try {
                writer(false).write(video.picture(), nanos);
                lastNanos = nanos;
            } catch (FFmpegException failure) {
                throw failed(failure);
            }
        } else {
            Frame frame = converted == null ? Frame.allocate(request.size(), Arena.ofAuto()) : converted;
            converted = frame;
            source.copyTo(frame);
            write(frame, nanos);
        }
    }

    @Override
    public void showLastUntil(long nanos) {
        if (writer != null) {
            writer.showLastUntil(nanos);
        }
    }

    @Override
    public long endNanos() {
        return lastNanos + request.pictureNanos();
    }

    @Override
    public boolean hasSound() {
        return request.sound() != null && format.holds().sound() == OutputFormat.Sound.INSIDE;
    }

    @Override
    public void write(SoundBlock sound, long nanos) throws IOException {
        try {
            Objects.requireNonNull(writer, "sound before the first picture").write(sound, nanos);
        } catch (FFmpegException failure) {
            throw failed(failure);
        }
    }

    @Override
    public boolean stepDown() throws IOException {
        VideoWriter present = writer;
        if (present == null) {
            return false;
        }
        boolean stepped = present.stepDown();
        choice = present.choice();
        return stepped;
    }

    @Override
    public void finish() throws IOException {
        VideoWriter ending = writer;
        if (ending == null) {
            throw new IOException(request.address() + " was not written: there was no picture");
        }
        switch (place) {
            case PartialFile whole -> {
                end(ending);
                file = whole.moveIntoPlace();
            }
            case UnfinishedFile kept -> finish(ending, kept);
        }
    }

    /** What cannot be ended as it should is completed as if the program had ended there. */
    private void finish(VideoWriter ending, UnfinishedFile kept) throws IOException {
        Muxer muxer = Muxer.of(format);
        boolean isKnown = isBroken;
        try {
            end(ending);
        } catch (IOException notEnded) {
            ending.close();
            kept.restore();
            kept.lock();
            file = VideoRecovery.complete(kept, muxer);
            if (isKnown) {
                return;
            }
            throw new IOException(notEnded.getMessage() + "; what was written before is in " + file, notEnded);
        }
        file = VideoRecovery.finish(kept, muxer);
    }

    private void end(VideoWriter ending) throws IOException {
        try {
            ending.finish();
        } catch (FFmpegException failure) {
            throw failed(failure);
        }
        if (format == OutputFormat.WEBP) {
            RiffFile.replaceEach(place.path());
        }
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(file);
    }

    @Override
    public SinkProgress progress() {
        return room == null ? SinkProgress.UNWATCHED : new SinkProgress(room.bytes(), room.room());
    }

    @Override
    public String encoder() {
        return choice.text();
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
        end(place, writer == null);
    }

    private static void end(OutputPlace place, boolean isEmpty) {
        if (isEmpty && place instanceof UnfinishedFile kept) {
            kept.discard();
        }
        place.close();
    }

    private VideoWriter writerFor(Frame first) throws IOException {
        return writer(writer == null && format.holds().alpha()
                && (format.holds().isExact() || !Alpha.isOpaque(first)));
    }

    /** @param isTranslucent whether alpha is kept, which is settled by the first picture */
    private VideoWriter writer(boolean isTranslucent) throws IOException {
        VideoWriter present = writer;
        if (present == null) {
            if (isTranslucent) {
                choice = EncoderChoice.of(format, request, true);
            }
            present = VideoWriter.open(place.path(), Muxer.of(format), choice, request, isTranslucent);
            writer = present;
        }
        return present;
    }

    private void checkRoom() throws IOException {
        if (room != null) {
            room.check(writer == null ? 0 : writer.expectedBytes());
        }
    }

    private IOException failed(FFmpegException failure) {
        isBroken = true;
        return new IOException(request.address() + " cannot be written (" + failure.reason()
                + "); check the folder's permissions and the room on the disk, or take another encoder", failure);
    }
}
