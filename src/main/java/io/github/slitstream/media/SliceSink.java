package io.github.slitstream.media;

import io.github.slitstream.file.DiskRoom;
import io.github.slitstream.file.PartialFile;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Keeping;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkProgress;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.Slice;
import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A PNG of one line of every picture. Lines go to a file beside it as they come, and from there into the picture when
 * the last is known, so that neither needs memory for its length.
 */
final class SliceSink implements Sink {
    /** What is turned at once of lines that stand upright. */
    private static final int BAND_BYTES = 1 << 24;
    private static final byte OPAQUE = (byte) 0xff;

    private final Path target;
    private final FrameSize size;
    private final Slice slice;
    private final String preset;
    private final PartialFile picture;
    private final PartialFile lines;
    private final FileChannel channel;
    private final @Nullable DiskRoom room;
    private final int pixels;
    private final ByteBuffer line;
    private int count;
    private boolean opaque = true;

    /**
     * @param slice of the pictures that the request is for
     * @throws IOException if nothing can be written there
     */
    SliceSink(Path target, Slice slice, SinkRequest request) throws IOException {
        this.target = target;
        this.size = request.size();
        this.slice = slice;
        this.preset = request.preset();
        this.pixels = slice.pixels(size);
        this.line = buffer(pixels * FrameSize.BYTES_PER_PIXEL);
        this.picture = new PartialFile(target);
        this.lines = new PartialFile(target);
        this.channel = FileChannel.open(lines.path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        this.room = request.keeping() == Keeping.WRITTEN ? new DiskRoom(lines.path(), true) : null;
    }

    @Override
    public void write(Frame whole, long nanos) throws IOException {
        if (!whole.size().equals(size)) {
            throw new IllegalArgumentException("picture of " + whole.size() + " for slices of " + size);
        }
        if (room != null) {
            room.check((long) count * line.capacity());
        }
        MemorySegment cut = MemorySegment.ofBuffer(line.clear());
        int at = slice.line(size);
        for (int i = 0; i < pixels; i++) {
            long from = slice.isOfRows()
                    ? (long) at * size.stride() + (long) i * FrameSize.BYTES_PER_PIXEL
                    : (long) i * size.stride() + (long) at * FrameSize.BYTES_PER_PIXEL;
            cut.setAtIndex(ValueLayout.JAVA_INT, i, whole.pixels().get(ValueLayout.JAVA_INT_UNALIGNED, from));
            opaque &= whole.pixels().get(ValueLayout.JAVA_BYTE, from + 3) == OPAQUE;
        }
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException failure) {
            throw failed(failure);
        }
        count++;
    }

    @Override
    public SinkProgress progress() {
        return room == null ? SinkProgress.UNWATCHED : new SinkProgress(room.bytes(), room.room());
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(target);
    }

    @Override
    public void finish() throws IOException {
        if (count == 0) {
            throw new IOException(target + " was not written: there was no picture");
        }
        try (PngWriter png = new PngWriter(picture.path(), slice.isOfRows() ? pixels : count,
                slice.isOfRows() ? count : pixels, !opaque, preset)) {
            if (slice.isOfRows()) {
                copyRows(png);
            } else {
                turnColumns(png);
            }
            png.finish();
        } catch (IOException failure) {
            throw failed(failure);
        }
        picture.moveIntoPlace();
    }

    private void copyRows(PngWriter png) throws IOException {
        for (int i = 0; i < count; i++) {
            read(line.clear(), (long) i * line.capacity());
            png.writeRow(MemorySegment.ofBuffer(line.clear()), 0);
        }
    }

    /** A band of rows at a time, as many as fit into memory, is gathered from all columns. */
    private void turnColumns(PngWriter png) throws IOException {
        int rows = Math.clamp(BAND_BYTES / FrameSize.BYTES_PER_PIXEL / count, 1, pixels);
        int[] band = new int[rows * count];
        ByteBuffer part = buffer(rows * FrameSize.BYTES_PER_PIXEL);
        for (int first = 0; first < pixels; first += rows) {
            int present = Math.min(rows, pixels - first);
            for (int column = 0; column < count; column++) {
                read(part.clear().limit(present * FrameSize.BYTES_PER_PIXEL),
                        (long) column * line.capacity() + (long) first * FrameSize.BYTES_PER_PIXEL);
                for (int row = 0; row < present; row++) {
                    band[row * count + column] = part.getInt(row * FrameSize.BYTES_PER_PIXEL);
                }
            }
            for (int row = 0; row < present; row++) {
                png.writeRow(MemorySegment.ofArray(band), (long) row * count * FrameSize.BYTES_PER_PIXEL);
            }
        }
    }

    private void read(ByteBuffer into, long from) throws IOException {
        int start = into.position();
        while (into.hasRemaining()) {
            if (channel.read(into, from + into.position() - start) < 0) {
                throw new EOFException("somebody cut off " + lines.path());
            }
        }
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    private IOException failed(IOException failure) {
        return new IOException(target + " cannot be written (" + failure.getMessage()
                + "); check the folder's permissions and the room on the disk", failure);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException lost) { // the lines go all the same
            System.getLogger(SliceSink.class.getName()).log(Level.DEBUG, "lines of a slice", lost);
        }
        lines.close();
        picture.close();
    }
}
