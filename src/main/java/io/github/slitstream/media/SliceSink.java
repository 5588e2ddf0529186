package io.github.slitstream.media;

import io.github.slitstream.file.DiskRoom;
import io.github.slitstream.file.OutputPlace;
import io.github.slitstream.file.PartialFile;
import io.github.slitstream.file.UnfinishedFile;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Keeping;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkProgress;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.Slice;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PNG of one line of every picture. Lines go to a file beside it as they come, see {@link SliceLines}. */
final class SliceSink implements Sink {
    private final Path target;
    private final FrameSize size;
    private final Slice slice;
    private final OutputPlace place;
    private final SliceLines lines;
    private final @Nullable DiskRoom room;
    private final int pixels;
    private volatile Path file;

    private SliceSink(Path target, Slice slice, SinkRequest request, OutputPlace place) throws IOException {
        this.target = target;
        this.size = request.size();
        this.slice = slice;
        this.place = place;
        this.pixels = slice.pixels(size);
        this.file = place.path();
        this.lines = SliceLines.create(place.path(), slice.isOfRows(), pixels, request.preset());
        this.room = place instanceof UnfinishedFile ? new DiskRoom(place.path(), true) : null;
    }

    /**
     * @param slice of the pictures that the request is for
     * @throws IOException if nothing can be written there
     */
    static SliceSink open(Path target, Slice slice, SinkRequest request) throws IOException {
        OutputPlace place = request.keeping() == Keeping.WRITTEN
                ? UnfinishedFile.create(target)
                : new PartialFile(target);
        try {
            return new SliceSink(target, slice, request, place);
        } catch (IOException refused) {
            end(place, true);
            throw refused;
        }
    }

    /**
     * Makes a picture of lines that were left.
     *
     * @return the picture; the lines are gone
     * @throws IOException if there is none among them; the file stays as it is
     */
    static Path recover(Path unfinished) throws IOException {
        try (UnfinishedFile place = UnfinishedFile.adopt(unfinished);
                SliceLines lines = SliceLines.open(place.path())) {
            return complete(lines, place);
        }
    }

    @Override
    public void write(Frame whole, long nanos) throws IOException {
        if (!whole.size().equals(size)) {
            throw new IllegalArgumentException("picture of " + whole.size() + " for slices of " + size);
        }
        if (room != null) {
            room.check(lines.bytes());
        }
        MemorySegment cut = lines.next();
        int at = slice.line(size);
        for (int i = 0; i < pixels; i++) {
            long from = slice.isOfRows()
                    ? (long) at * size.stride() + (long) i * FrameSize.BYTES_PER_PIXEL
                    : (long) i * size.stride() + (long) at * FrameSize.BYTES_PER_PIXEL;
            cut.setAtIndex(ValueLayout.JAVA_INT, i, whole.pixels().get(ValueLayout.JAVA_INT_UNALIGNED, from));
        }
        try {
            lines.write();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    @Override
    public SinkProgress progress() {
        return room == null ? SinkProgress.UNWATCHED : new SinkProgress(room.bytes(), room.room());
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(file);
    }

    @Override
    public void finish() throws IOException {
        if (lines.count() == 0) {
            throw new IOException(target + " was not written: there was no picture");
        }
        switch (place) {
            case PartialFile _ -> finishWhole();
            case UnfinishedFile kept -> {
                kept.restore();
                file = complete(lines, kept);
            }
        }
    }

    private void finishWhole() throws IOException {
        try (PartialFile picture = new PartialFile(target)) {
            lines.writePng(picture.path());
            file = picture.moveIntoPlace();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private static Path complete(SliceLines lines, UnfinishedFile place) throws IOException {
        if (lines.count() == 0) {
            throw new IOException(place.path() + " holds no whole line, so nothing can be made of it; delete it");
        }
        try (PartialFile picture = new PartialFile(place.target())) {
            lines.writePng(picture.path());
            return place.replaceBy(picture.path());
        } catch (IOException failure) {
            throw new IOException(place.path() + " cannot be completed (" + failure.getMessage()
                    + "); it stays as it is: make room, then run slitstream recover '" + place.path() + "'", failure);
        }
    }

    private IOException failed(IOException failure) {
        return new IOException(target + " cannot be written (" + failure.getMessage()
                + "); check the folder's permissions and the room on the disk", failure);
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException lost) { // what was written stays or goes all the same
            System.getLogger(SliceSink.class.getName()).log(Level.DEBUG, "lines of a slice", lost);
        }
        end(place, lines.count() == 0);
    }

    private static void end(OutputPlace place, boolean isEmpty) {
        if (isEmpty && place instanceof UnfinishedFile kept) {
            kept.discard();
        }
        place.close();
    }
}
