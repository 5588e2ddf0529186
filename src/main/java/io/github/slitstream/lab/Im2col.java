package io.github.slitstream.lab;

import io.github.slitstream.array.ElementType;
import io.github.slitstream.array.NpyArray;
import io.github.slitstream.array.NpyWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Images as a matrix with a patch in every row, so that a convolution becomes a product of two matrices. Rows go through the
 * images, then down, then to the right; columns through the channels, then down, then to the right. Elements are copied as they are, whatever their type.
 */
public final class Im2col {
    /** What is held in memory at once, in bytes, beside one image. */
    private static final long PIECE = 32L << 20;

    private Im2col() {}

    /**
     * Writes the matrix of an array of images into a file, piece by piece.
     *
     * @param progress told how many rows are done
     * @throws IOException if the file cannot be written or the thread is interrupted; what was there before stays
     */
    public static void write(NpyArray images, Patches patches, Path out, LongConsumer progress) throws IOException {
        int bytes = images.type().bytes();
        int line = patches.outWidth() * patches.patchElements();
        int lines = Math.clamp(PIECE / Math.max(1, (long) line * bytes), 1, patches.outHeight());
        try (Arena arena = Arena.ofShared(); NpyWriter writer = new NpyWriter(out, images.type(), patches.matrix())) {
            MemorySegment image = arena.allocate(patches.imageElements() * bytes, Long.BYTES);
            MemorySegment piece = arena.allocate((long) lines * line * bytes, Long.BYTES);
            for (long number = 0; number < patches.images().size(0); number++) {
                images.read(number * patches.imageElements(), patches.imageElements(), image);
                for (int y = 0; y < patches.outHeight(); y += lines) {
                    int end = Math.min(y + lines, patches.outHeight());
                    lines(image, patches, images.type(), y, end, piece);
                    writer.write(piece.asSlice(0, (long) (end - y) * line * bytes));
                    progress.accept((number * patches.outHeight() + end) * patches.outWidth());
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

    private static void line(MemorySegment image, Patches patches, int bytes, int outY, MemorySegment out, long at) {
        long planeBytes = (long) patches.imageHeight() * patches.imageWidth() * bytes;
        int runs = patches.channels() * patches.height();
        long runBytes = (long) patches.width() * bytes;
        for (int run = 0; run < runs; run++) {
            int y = outY * patches.stride() + run % patches.height() - patches.pad();
            long plane = run / patches.height() * planeBytes;
            long to = at + run * runBytes;
            if (y < 0 || y >= patches.imageHeight()) {
                zeros(patches, out, to, runs * runBytes, runBytes);
            } else {
                runs(image, plane + (long) y * patches.imageWidth() * bytes, patches, bytes, out, to, runs * runBytes);
            }
        }
    }

    /** One run of each patch of a line, from the same line of one channel. */
    private static void runs(MemorySegment image, long lineAt, Patches patches, int bytes, MemorySegment out, long at,
            long step) {
        for (int outX = 0; outX < patches.outWidth(); outX++) {
            int x = outX * patches.stride() - patches.pad();
            int first = Math.max(0, -x);
            int end = Math.min(patches.width(), patches.imageWidth() - x);
            long to = at + outX * step;
            if (first == 0 && end == patches.width()) {
                MemorySegment.copy(image, lineAt + (long) x * bytes, out, to, (long) end * bytes);
            } else {
                out.asSlice(to, (long) patches.width() * bytes).fill((byte) 0);
                if (first < end) {
                    MemorySegment.copy(image, lineAt + (long) (x + first) * bytes, out, to + (long) first * bytes,
                            (long) (end - first) * bytes);
                }
            }
        }
    }

    private static void zeros(Patches patches, MemorySegment out, long at, long step, long runBytes) {
        for (int outX = 0; outX < patches.outWidth(); outX++) {
            out.asSlice(at + outX * step, runBytes).fill((byte) 0);
        }
    }
}
