package io.github.slitstream.media;

import io.github.slitstream.frame.FrameSize;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of one line of every picture, one behind the other, of which a PNG is made when the last is known; neither
 * needs memory for its length. What is needed for that stands before the first line, so that a file which was left can
 * be made a picture as well. One thread.
 */
final class SliceLines implements AutoCloseable {
    /** {@code SLITLINE}. */
    private static final long MAGIC = 0x534c49544c494e45L;
    private static final int FIXED_BYTES = Long.BYTES + 3 * Integer.BYTES;
    private static final int LONGEST_LINE = 1 << 20;
    private static final int LONGEST_PRESET = 1 << 24;
    /** What is turned at once of lines that stand upright. */
    private static final int BAND_BYTES = 1 << 24;
    private static final byte OPAQUE = (byte) 0xff;

    private final Path path;
    private final FileChannel channel;
    private final boolean isOfRows;
    private final int pixels;
    private final String preset;
    private final long begin;
    private final ByteBuffer line;
    private int count;

    private SliceLines(Path path, FileChannel channel, boolean isOfRows, int pixels, String preset) {
        this.path = path;
        this.channel = channel;
        this.isOfRows = isOfRows;
        this.pixels = pixels;
        this.preset = preset;
        this.begin = (long) FIXED_BYTES + preset.getBytes(StandardCharsets.UTF_8).length;
        this.line = buffer(pixels * FrameSize.BYTES_PER_PIXEL);
    }

    /**
     * An empty one.
     *
     * @param path a file without a byte, or none
     * @param isOfRows whether lines lie below each other; otherwise they stand side by side
     * @param pixels of a line
     * @param preset text to be carried; empty for none
     */
    static SliceLines create(Path path, boolean isOfRows, int pixels, String preset) throws IOException {
        byte[] text = preset.getBytes(StandardCharsets.UTF_8);
        ByteBuffer header = ByteBuffer.allocate(FIXED_BYTES + text.length).putLong(MAGIC).putInt(isOfRows ? 1 : 0)
                .putInt(pixels).putInt(text.length).put(text).flip();
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        SliceLines made = new SliceLines(path, channel, isOfRows, pixels, preset);
        try {
            made.append(header);
            return made;
        } catch (IOException | RuntimeException refused) {
            made.close();
            throw refused;
        }
    }

    /**
     * One that was left, perhaps cut off in the midst of a line.
     *
     * @throws IOException if it is none
     */
    static SliceLines open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            ByteBuffer header = ByteBuffer.allocate(FIXED_BYTES);
            read(channel, header, 0, path);
            header.flip();
            boolean isLines = header.getLong() == MAGIC;
            boolean isOfRows = header.getInt() != 0;
            int pixels = header.getInt();
            int length = header.getInt();
            if (!isLines || pixels < 1 || pixels > LONGEST_LINE || length < 0 || length > LONGEST_PRESET) {
                throw new EOFException();
            }
            ByteBuffer text = ByteBuffer.allocate(length);
            read(channel, text, FIXED_BYTES, path);
            SliceLines found = new SliceLines(path, channel, isOfRows, pixels,
                    StandardCharsets.UTF_8.decode(text.flip()).toString());
            found.count = Math.toIntExact((channel.size() - found.begin) / found.line.capacity());
            return found;
        } catch (EOFException | ArithmeticException none) {
            channel.close();
            throw new IOException(path + " is no photo finish that was left, so nothing can be made of it; delete it",
                    none);
        }
    }

    int count() {
        return count;
    }

    /** How many bytes there are. */
    long bytes() {
        return begin + (long) count * line.capacity();
    }

    /** For the pixels of the next line, packed; {@link #write} takes them. */
    MemorySegment next() {
        return MemorySegment.ofBuffer(line.clear());
    }

    /** Writes what {@link #next} was filled with. */
    void write() throws IOException {
        append(line.clear());
        count++;
    }

    private void append(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Writes all lines as one PNG, with alpha if there is any. */
    void writePng(Path to) throws IOException {
        try (PngWriter png = new PngWriter(to, isOfRows ? pixels : count, isOfRows ? count : pixels, !isOpaque(),
                preset, PngWriter.Effort.SMALL)) {
            if (isOfRows) {
                copyRows(png);
            } else {
                turnColumns(png);
            }
            png.finish();
        }
    }

    private boolean isOpaque() throws IOException {
        for (int i = 0; i < count; i++) {
            MemorySegment present = readLine(i);
            for (long alpha = FrameSize.BYTES_PER_PIXEL - 1; alpha < present
                    .byteSize(); alpha += FrameSize.BYTES_PER_PIXEL) {
                if (present.get(ValueLayout.JAVA_BYTE, alpha) != OPAQUE) {
                    return false;
                }
            }
        }
        return true;
    }

    private void copyRows(PngWriter png) throws IOException {
        for (int i = 0; i < count; i++) {
            png.writeRow(readLine(i), 0);
        }
    }

    private MemorySegment readLine(int number) throws IOException {
        read(line.clear(), (long) number * line.capacity());
        return MemorySegment.ofBuffer(line.clear());
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

    /** @param from behind the beginning of the first line */
    private void read(ByteBuffer into, long from) throws IOException {
        read(channel, into, begin + from, path);
    }

    private static void read(FileChannel channel, ByteBuffer into, long from, Path path) throws IOException {
        int start = into.position();
        while (into.hasRemaining()) {
            if (channel.read(into, from + into.position() - start) < 0) {
                throw new EOFException("somebody cut off " + path);
            }
        }
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
