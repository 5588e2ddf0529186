package io.github.slitstream.lab;

import io.github.slitstream.array.Progress;
import io.github.slitstream.array.ElementType;
import io.github.slitstream.array.NpyArray;
import io.github.slitstream.array.NpyWriter;
import io.github.slitstream.array.Shape;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.BadValue;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/** Images of one file, convolved with the filters of another, image by image into a third. */
public final class ConvolvedFile {
    private ConvolvedFile() {}

    /**
     * Elements of any type are taken as float32, and so is the result, (N, filters, out_h, out_w).
     *
     * @param progress counts images
     * @throws BadValue if filters and images do not fit each other
     * @throws IOException if the file cannot be written or the thread is interrupted; what was there before stays
     */
    public static void write(NpyArray images, NpyArray filters, int stride, int pad, Path out, Progress progress)
            throws IOException {
        Patches patches = patches(images, filters, stride, pad);
        Shape convolved = patches.convolved(filters.shape().size(0));
        try (Arena arena = Arena.ofShared(); NpyWriter writer = new NpyWriter(out, ElementType.FLOAT32, convolved)) {
            MemorySegment weights = floats(filters, 0, filters.shape().count(), arena);
            FilterBank bank = new FilterBank(patches, weights, Kernels.get().planes());
            MemorySegment image = arena.allocate(patches.imageElements() * Float.BYTES, Float.BYTES);
            MemorySegment result = arena.allocate(
                    convolved.size(1) * convolved.size(2) * convolved.size(3) * Float.BYTES, Float.BYTES);
            long count = images.shape().size(0);
            for (long number = 0; number < count; number++) {
                images.readFloats(number * patches.imageElements(), patches.imageElements(), image);
                bank.apply(image, result);
                writer.write(result);
                progress.done(number + 1, count);
                Im2col.checkInterrupt(out);
            }
            writer.finish();
        }
    }

    private static Patches patches(NpyArray images, NpyArray filters, int stride, int pad) {
        Shape shape = filters.shape();
        if (shape.dimensions() != 4 || shape.count() == 0 || shape.size(2) > Integer.MAX_VALUE
                || shape.size(3) > Integer.MAX_VALUE) {
            throw new BadValue("an array of shape " + shape
                    + " is no bank of filters: it takes four dimensions, (filters, C, rows, columns)");
        }
        Patches patches = new Patches(images.shape(), (int) shape.size(2), (int) shape.size(3), stride, pad);
        if (shape.size(1) != patches.channels()) {
            throw new BadValue("filters for " + shape.size(1) + " channels do not fit images of " + patches.channels()
                    + ": it takes filters of shape (filters, " + patches.channels() + ", rows, columns)");
        }
        return patches;
    }

    private static MemorySegment floats(NpyArray array, long first, long count, Arena arena) {
        MemorySegment floats = arena.allocate(count * Float.BYTES, Float.BYTES);
        array.readFloats(first, count, floats);
        return floats;
    }
}
