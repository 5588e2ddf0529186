package io.github.slitstream.array;

import io.github.slitstream.file.DiskSpace;
import io.github.slitstream.file.PartialFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes an array into a {@code .npy} file part by part, so that it may be larger than the memory. The file takes its
 * place when it is finished; until then, and after a failure, whatever was there before stays and nothing else is left
 * behind.
 *
 * <p>
 * Elements are in C order and this machine's byte order. Any number of threads may write different parts with
 * {@link #writeAt}; the other methods are one thread's.
 */
public final class NpyWriter implements AutoCloseable {
    /** What is handed to the system at once, in bytes. */
    private static final long PIECE = 1 << 24;

    private final Path target;
    private final PartialFile partial;
    private final FileChannel channel;
    private final NpyHeader header;
    private final long start;
    private final AtomicLong written = new AtomicLong();
    private long end;

    /** @throws IOException if nothing can be written there, or not so much; the message says why */
    public NpyWriter(Path target, ElementType type, Shape shape) throws IOException {
        this.target = target;
        this.header = new NpyHeader(type, ByteOrder.nativeOrder(), false, shape);
        byte[] beginning = header.toBytes();
        this.start = beginning.length;
        this.partial = new PartialFile(target);
        DiskSpace.check(List.of(need(target, type, shape)));
        try {
            this.channel = FileChannel.open(partial.path(), StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        } catch (IOException failure) {
            throw failed(failure);
        }
        try {
            put(ByteBuffer.wrap(beginning), 0);
        } catch (IOException failure) {
            close();
            throw failure;
        }
    }

    /**
     * The room that a file takes.
     *
     * @throws IOException if it would have more than 2⁶³ − 1 bytes
     */
    public static DiskSpace.Need need(Path target, ElementType type, Shape shape) throws IOException {
        NpyHeader header = new NpyHeader(type, ByteOrder.nativeOrder(), false, shape);
        try {
            return new DiskSpace.Need(target, Math.addExact(header.toBytes().length, header.dataBytes()));
        } catch (ArithmeticException tooMany) {
            throw new IOException(
                    target + " would hold an array of shape " + shape + ", more than any disk has; ask for less",
                    tooMany);
        }
    }

    /**
     * Writes the next elements.
     *
     * @param elements as many whole elements as its size gives
     */
    public void write(MemorySegment elements) throws IOException {
        writeAt(end, elements);
        end += elements.byteSize() / header.type().bytes();
    }

    /**
     * Writes elements at their place; each place once.
     *
     * @param first number of the first one in C order
     * @param elements as many whole elements as its size gives
     */
    public void writeAt(long first, MemorySegment elements) throws IOException {
        long from = first * header.type().bytes();
        if (from < 0 || elements.byteSize() % header.type().bytes() != 0
                || elements.byteSize() > header.dataBytes() - from) {
            throw new IndexOutOfBoundsException(
                    elements.byteSize() + " bytes from element " + first + " do not fit " + header.shape());
        }
        for (long done = 0; done < elements.byteSize(); done += PIECE) {
            putPiece(elements.asSlice(done, Math.min(PIECE, elements.byteSize() - done)), start + from + done);
        }
        written.addAndGet(elements.byteSize());
    }

    /**
     * Puts the complete file in its place.
     *
     * @throws IllegalStateException if elements are missing
     */
    public void finish() throws IOException {
        if (written.get() != header.dataBytes()) {
            throw new IllegalStateException(
                    written + " of " + header.dataBytes() + " bytes of " + target + " have been written");
        }
        channel.close();
        partial.moveIntoPlace();
    }

    /** Removes what was not finished. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException lost) { // the partial file goes anyway
        } finally {
            partial.close();
        }
    }

    /** Only native memory goes out as it is. */
    private void putPiece(MemorySegment piece, long at) throws IOException {
        if (piece.isNative()) {
            put(piece.asByteBuffer(), at);
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            put(arena.allocate(piece.byteSize()).copyFrom(piece).asByteBuffer(), at);
        }
    }

    private void put(ByteBuffer bytes, long at) throws IOException {
        try {
            long next = at;
            while (bytes.hasRemaining()) {
                next += channel.write(bytes, next);
            }
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private IOException failed(IOException failure) {
        if (failure instanceof ClosedChannelException) {
            return new InterruptedIOException("stopped before it was done; " + target + " was not written");
        }
        return new IOException(target + " cannot be written (" + failure.getMessage()
                + "); check the folder's permissions and the room on the disk", failure);
    }
}
