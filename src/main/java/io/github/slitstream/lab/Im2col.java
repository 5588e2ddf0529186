package io.github.slitstream.lab;

import io.github.slitstream.array.Progress;
import io.github.slitstream.array.ElementType;
import io.github.slitstream.array.NpyArray;
import io.github.slitstream.array.NpyWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Images as a matrix with a patch in every row, so that a convolution becomes a product of two matrices. Rows go
 * through the images, then down, then to the right; columns through the channels, then down, then to the right.
 * Elements are copied as they are, whatever their type.
 */
public final class Im2col {
    private static final long OUTSIDE = -1;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    /** What is held in memory at once, in bytes, beside one image. */
    private static final long PIECE = 32L << 20;
    /** Bytes of rows of the matrix that are made together. */
    private static final long TILE = 16L << 10;

    private Im2col() {}

    /**
     * Writes the matrix of an array of images into a file, piece by piece.
     *
     * @param progress counts rows of the matrix
     * @throws IOException if the file cannot be written or the thread is interrupted; what was there before stays
     */
    public static void write(NpyArray images, Patches patches, Path out, Progress progress) throws IOException {
        int bytes = images.type().bytes();
        long line = (long) patches.outWidth() * patches.patchElements();
        int lines = Math.clamp(PIECE / Math.max(1, line * bytes), 1, patches.outHeight());
        try (Arena arena = Arena.ofShared(); NpyWriter writer = new NpyWriter(out, images.type(), patches.matrix())) {
            MemorySegment image = arena.allocate(patches.imageElements() * bytes, Long.BYTES);
            MemorySegment piece = arena.allocate(lines * line * bytes, Long.BYTES);
            for (long number = 0; number < patches.images().size(0); number++) {
                images.read(number * patches.imageElements(), patches.imageElements(), image);
                for (int y = 0; y < patches.outHeight(); y += lines) {
                    int end = Math.min(y + lines, patches.outHeight());
                    lines(image, patches, images.type(), y, end, piece);
                    writer.write(piece.asSlice(0, (end - y) * line * bytes));
                    progress.done((number * patches.outHeight() + end) * patches.outWidth(), patches.matrix().size(0));
                    checkInterrupt(out);
                }
            }
            writer.finish();
        }
    }

    static void checkInterrupt(Path out) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("stopped before it was done; " + out + " was not written");
        }
    }

    /**
     * The patches of some lines of one image, on all processors.
     *
     * @param image its elements in C order
     * @param fromY first line of patches, as counted in the result
     * @param toY behind the last one
     * @param out takes the rows of the matrix from its beginning
     */
    public static void lines(MemorySegment image, Patches patches, ElementType type, int fromY, int toY,
            MemorySegment out) {
        int bytes = type.bytes();
        long lineBytes = (long) patches.outWidth() * patches.patchElements() * bytes;
        IntStream.range(fromY, toY).parallel()
                .forEach(y -> line(image, patches, bytes, y, out, (y - fromY) * lineBytes));
    }

    /** A run is what a patch takes from one line of one channel. */
    private static void line(MemorySegment image, Patches patches, int bytes, int outY, MemorySegment out, long at) {
        long[] lines = linesOfRuns(patches, bytes, outY);
        long rowBytes = (long) patches.patchElements() * bytes;
        int most = Math.clamp(TILE / rowBytes, 1, patches.outWidth());
        int inside = Math.min(Math.ceilDiv(patches.pad(), patches.stride()), patches.outWidth());
        int lastX = patches.imageWidth() - patches.width() + patches.pad();
        int outside = Math.clamp(lastX < 0 ? 0 : lastX / patches.stride() + 1L, inside, patches.outWidth());
        border(image, lines, patches, bytes, 0, inside, out, at);
        for (int outX = inside; outX < outside; outX += most) {
            tile(image, lines, patches, bytes, outX, Math.min(most, outside - outX), out, at + outX * rowBytes);
        }
        border(image, lines, patches, bytes, outside, patches.outWidth(), out, at);
    }

    /** Patches that may reach beyond the left or the right edge. */
    private static void border(MemorySegment image, long[] lines, Patches patches, int bytes, int fromX, int toX,
            MemorySegment out, long at) {
        long runBytes = (long) patches.width() * bytes;
        for (int outX = fromX; outX < toX; outX++) {
            long row = at + (long) outX * lines.length * runBytes;
            for (int run = 0; run < lines.length; run++) {
                partOfRun(image, lines[run], patches, bytes, outX * patches.stride() - patches.pad(), out,
                        row + run * runBytes);
            }
        }
    }

    /** Patches that do not. What is written stays in the nearest cache until all runs are. */
    private static void tile(MemorySegment image, long[] lines, Patches patches, int bytes, int outX, int count,
            MemorySegment out, long at) {
        long runBytes = (long) patches.width() * bytes;
        long rowBytes = lines.length * runBytes;
        long first = ((long) outX * patches.stride() - patches.pad()) * bytes;
        long step = (long) patches.stride() * bytes;
        for (int run = 0; run < lines.length; run++) {
            long to = at + run * runBytes;
            if (lines[run] == OUTSIDE) {
                for (int i = 0; i < count; i++) {
                    out.asSlice(to + i * rowBytes, runBytes).fill((byte) 0);
                }
            } else {
                copyRuns(image, lines[run] + first, step, out, to, rowBytes, runBytes, count);
            }
        }
    }

    /**
     * Copies a run for each of some patches, word by word and each word of all of them in one loop: that takes one read
     * and one write, and no branch. The last word ends with the run, and may lie partly on the one before.
     */
    private static void copyRuns(MemorySegment from, long fromAt, long step, MemorySegment to, long toAt,
            long rowBytes, long runBytes, int count) {
        int word = runBytes >= Long.BYTES ? Long.BYTES : runBytes >= Integer.BYTES ? Integer.BYTES : Byte.BYTES;
        long last = runBytes - word;
        for (long at = 0; at < last; at += word) {
            copyWords(from, fromAt + at, step, to, toAt + at, rowBytes, word, count);
        }
        copyWords(from, fromAt + last, step, to, toAt + last, rowBytes, word, count);
    }

    private static void copyWords(MemorySegment from, long fromAt, long step, MemorySegment to, long toAt,
            long rowBytes, int word, int count) {
        switch (word) {
            case Long.BYTES -> {
                for (int i = 0; i < count; i++) {
                    to.set(LONG, toAt + i * rowBytes, from.get(LONG, fromAt + i * step));
                }
            }
            case Integer.BYTES -> {
                for (int i = 0; i < count; i++) {
                    to.set(INT, toAt + i * rowBytes, from.get(INT, fromAt + i * step));
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    to.set(ValueLayout.JAVA_BYTE, toAt + i * rowBytes,
                            from.get(ValueLayout.JAVA_BYTE, fromAt + i * step));
                }
            }
        }
    }

    /** Where the line of each run begins in the image, or {@link #OUTSIDE}. */
    private static long[] linesOfRuns(Patches patches, int bytes, int outY) {
        long[] lines = new long[patches.channels() * patches.height()];
        for (int run = 0; run < lines.length; run++) {
            int y = outY * patches.stride() + run % patches.height() - patches.pad();
            int channel = run / patches.height();
            lines[run] = y < 0 || y >= patches.imageHeight()
                    ? OUTSIDE
                    : ((long) channel * patches.imageHeight() + y) * patches.imageWidth() * bytes;
        }
        return lines;
    }

    /** A run that may lie in the border, at least in part. */
    private static void partOfRun(MemorySegment image, long line, Patches patches, int bytes, int x, MemorySegment out,
            long to) {
        out.asSlice(to, (long) patches.width() * bytes).fill((byte) 0);
        int first = Math.max(0, -x);
        int end = Math.min(patches.width(), patches.imageWidth() - x);
        if (line != OUTSIDE && first < end) {
            MemorySegment.copy(image, line + (long) (x + first) * bytes, out, to + (long) first * bytes,
                    (long) (end - first) * bytes);
        }
    }
}
