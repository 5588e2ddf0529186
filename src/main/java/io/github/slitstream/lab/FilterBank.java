package io.github.slitstream.lab;

import io.github.slitstream.kernel.PlaneKernels;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.IntStream;

/**
 * Filters over images in float32: what the matrix of patches times the filters gives, without ever writing that matrix
 * down. A weight of a filter meets, along one line of the result, elements of the image that lie {@code stride} apart;
 * so the image is kept with its columns sorted by their rest modulo the stride, where they lie side by side, and a line
 * of the result is a sum of shifted lines of the image.
 *
 * <p>
 * That is a correlation, as in every library for neural networks: filters are not turned around. Sums are made in
 * floats, in the order of channel, row and column. Different images need filter banks of their own.
 */
public final class FilterBank {
    private final Patches patches;
    private final PlaneKernels kernels;
    /** Of each filter. */
    private final float[][] weights;
    /** Columns of one rest. */
    private final int columns;
    private final int line;
    private final float[] padded;

    /** @param filters (filters, C, height, width) */
    public FilterBank(Patches patches, MemorySegment filters, PlaneKernels kernels) {
        this.patches = patches;
        this.kernels = kernels;
        this.weights = new float[Math.toIntExact(filters.byteSize() / Float.BYTES / patches.patchElements())][];
        for (int i = 0; i < weights.length; i++) {
            long bytes = (long) patches.patchElements() * Float.BYTES;
            weights[i] = filters.asSlice(i * bytes, bytes).toArray(ValueLayout.JAVA_FLOAT_UNALIGNED);
        }
        this.columns = Math.ceilDiv(patches.imageWidth() + 2 * patches.pad(), patches.stride());
        this.line = Math.multiplyExact(columns, patches.stride());
        this.padded = new float[Math.multiplyExact(patches.channels(), Math.multiplyExact(paddedHeight(), line))];
    }

    public int filters() {
        return weights.length;
    }

    /**
     * Convolves one image, on all processors.
     *
     * @param image (C, H, W)
     * @param out takes (filters, out_h, out_w)
     */
    public void apply(MemorySegment image, MemorySegment out) {
        IntStream.range(0, patches.channels() * patches.imageHeight()).parallel().forEach(row -> load(image, row));
        IntStream.range(0, patches.outHeight()).parallel().forEach(y -> line(y, out));
    }

    private void load(MemorySegment image, int row) {
        int channel = row / patches.imageHeight();
        int y = row % patches.imageHeight() + patches.pad();
        int at = (channel * paddedHeight() + y) * line;
        long from = (long) row * patches.imageWidth();
        if (patches.stride() == 1) {
            MemorySegment.copy(image, ValueLayout.JAVA_FLOAT_UNALIGNED, from * Float.BYTES, padded, at + patches.pad(),
                    patches.imageWidth());
            return;
        }
        for (int x = 0; x < patches.imageWidth(); x++) {
            padded[at + place(x + patches.pad())] = image.get(ValueLayout.JAVA_FLOAT_UNALIGNED,
                    (from + x) * Float.BYTES);
        }
    }

    private void line(int y, MemorySegment out) {
        int[] starts = new int[patches.patchElements()];
        for (int i = 0; i < starts.length; i++) {
            int row = i / patches.width();
            int channel = row / patches.height();
            starts[i] = (channel * paddedHeight() + y * patches.stride() + row % patches.height()) * line
                    + place(i % patches.width());
        }
        float[] sums = new float[patches.outWidth()];
        for (int filter = 0; filter < weights.length; filter++) {
            kernels.correlateRow(padded, starts, weights[filter], 0, sums, 0, sums.length);
            long at = ((long) filter * patches.outHeight() + y) * sums.length;
            MemorySegment.copy(sums, 0, out, ValueLayout.JAVA_FLOAT_UNALIGNED, at * Float.BYTES, sums.length);
        }
    }

    /** Where a column lies in its line. */
    private int place(int column) {
        return column % patches.stride() * columns + column / patches.stride();
    }

    private int paddedHeight() {
        return patches.imageHeight() + 2 * patches.pad();
    }
}
