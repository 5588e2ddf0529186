package io.github.slitstream.array;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/**
 * An array in a {@code .npy} file, mapped: what is not read takes no memory, so it may be larger than all there is.
 * Elements are numbered in C order, whatever order the file has. Any thread may read while the arena lives that it was
 * opened in.
 */
public final class NpyArray {
    private final Path file;
    private final NpyHeader header;
    private final MemorySegment data;

    private NpyArray(Path file, NpyHeader header, MemorySegment data) {
        this.file = file;
        this.header = header;
        this.data = data;
    }

    /**
     * @param arena how long the array is to be read
     * @throws IOException if the file is not one array of plain numbers, whole and with nothing behind it; the message
     *     names the file and the way out
     */
    public static NpyArray open(Path file, Arena arena) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(file + " does not exist; check the path");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is not a file; name a .npy file");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            NpyHeader.Found found = NpyHeader.read(channel, file);
            long bytes = checkedBytes(file, found.header(), channel.size() - found.end());
            MemorySegment data = channel.map(FileChannel.MapMode.READ_ONLY, found.end(), bytes, arena);
            return new NpyArray(file, found.header(), data);
        }
    }

    /** Where it came from, for messages. */
    public Path file() {
        return file;
    }

    public Shape shape() {
        return header.shape();
    }

    public ElementType type() {
        return header.type();
    }

    /** The elements where they are, read-only, if they are in C order and in this machine's byte order. */
    public Optional<MemorySegment> inPlace() {
        boolean ordered = header.order() == ByteOrder.nativeOrder() || type().bytes() == 1;
        return ordered && isInOrder() ? Optional.of(data) : Optional.empty();
    }

    /**
     * Copies elements as they are, in C order and this machine's byte order.
     *
     * @param first number of the first one
     * @param out takes {@code type().bytes()} for each, from its beginning
     */
    public void read(long first, long count, MemorySegment out) {
        if (isInOrder()) {
            Objects.checkFromIndexSize(first, count, shape().count());
            type().copy(data, first * type().bytes(), header.order(), out, 0, count);
            return;
        }
        ColumnMajorIndex index = index(first, count);
        for (long i = 0; i < count; i++) {
            type().copy(data, index.next() * type().bytes(), header.order(), out, i * type().bytes(), 1);
        }
    }

    /**
     * Copies elements as doubles, in C order; integers beyond 2⁵³ are rounded to nearest. {@code out} takes eight bytes
     * for each.
     */
    public void readDoubles(long first, long count, MemorySegment out) {
        if (type() == ElementType.FLOAT64) {
            read(first, count, out);
            return;
        }
        each(first, count,
                (place, element) -> out.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, place * Double.BYTES, element));
    }

    /** Copies elements as floats, in C order, rounded to nearest. {@code out} takes four bytes for each. */
    public void readFloats(long first, long count, MemorySegment out) {
        if (type() == ElementType.FLOAT32) {
            read(first, count, out);
            return;
        }
        each(first, count,
                (place, element) -> out.set(ValueLayout.JAVA_FLOAT_UNALIGNED, place * Float.BYTES, (float) element));
    }

    /** Takes elements one by one, counted from the first that was asked for. */
    @FunctionalInterface
    private interface Taker {
        void take(long place, double element);
    }

    private void each(long first, long count, Taker taker) {
        ColumnMajorIndex index = index(first, count);
        for (long i = 0; i < count; i++) {
            long number = isInOrder() ? first + i : index.next();
            taker.take(i, type().get(data, number * type().bytes(), header.order()));
        }
    }

    /**
     * All elements as doubles, for small arrays.
     *
     * @throws ArithmeticException if there are more than 2³¹ − 1
     */
    public double[] toDoubles() {
        double[] all = new double[Math.toIntExact(shape().count())];
        readDoubles(0, all.length, MemorySegment.ofArray(all));
        return all;
    }

    private boolean isInOrder() {
        return !header.fortranOrder() || shape().dimensions() < 2;
    }

    private ColumnMajorIndex index(long first, long count) {
        Objects.checkFromIndexSize(first, count, shape().count());
        return new ColumnMajorIndex(shape(), first);
    }

    private static long checkedBytes(Path file, NpyHeader header, long there) throws IOException {
        String array = header.shape() + " of " + header.type().code();
        long promised = promised(header);
        if (there < promised) {
            throw new IOException(file + " is cut off: it has " + there + " of the " + promised + " bytes of its array "
                    + array + "; copy it again or save it anew with numpy.save");
        }
        if (there > promised) {
            throw new IOException(file + " goes on for " + (there - promised) + " bytes behind its array " + array
                    + "; save each array in a file of its own");
        }
        return promised;
    }

    private static long promised(NpyHeader header) {
        try {
            return header.dataBytes();
        } catch (ArithmeticException more) {
            return Long.MAX_VALUE; // more than any file has
        }
    }
}
