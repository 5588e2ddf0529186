package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.FlowPoint;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.PixelPlaces;

/** Every pixel read at another place of the two frames around its delay. */
final class PlacedRow {
    private PlacedRow() {}

    /**
     * @param chunk with the row begun; the frames have at least two columns and rows
     * @param out address of the row to write
     * @param pixels a multiple of the pixels of a register
     */
    static void pixels(PixelChunk chunk, PixelPlaces places, long out, int pixels) {
        for (int from = 0; from < pixels; from += PixelChunk.PIXELS) {
            chunk.moveTo(from, Math.min(PixelChunk.PIXELS, pixels - from), out + (long) from * PixelLanes.BYTES);
            fetch(chunk, places);
            chunk.blendPoints();
        }
    }

    /** As {@link #pixels}, of packed frames: lumas and chromas are blended, then unpacked where they lie. */
    static void packedPixels(PixelChunk chunk, PixelPlaces places, long out, int pixels) {
        for (int from = 0; from < pixels; from += PixelChunk.PIXELS) {
            int count = Math.min(PixelChunk.PIXELS, pixels - from);
            long to = out + (long) from * PixelLanes.BYTES;
            chunk.moveTo(from, count, to);
            fetchPacked(chunk, places);
            chunk.blendPoints();
            PackedPixels.unpackInPlace(to, count);
        }
    }

    private static void fetch(PixelChunk chunk, PixelPlaces places) {
        long stride = chunk.size().stride();
        int row = chunk.row();
        int count = chunk.count();
        for (int i = 0; i < count; i++) {
            int column = chunk.column() + i;
            int x = FlowPoint.of(places.x(column, row));
            int y = FlowPoint.of(places.y(column, row));
            int left = FlowPoint.whole(x, chunk.size().width());
            int top = FlowPoint.whole(y, chunk.size().height());
            int delay = chunk.delay(i);
            int age = delay >> Kernels.DELAY_BITS;
            int weight = delay & (Kernels.ONE_FRAME - 1);
            chunk.keepWeight(i, weight);
            FlowRow.point(chunk, false, i, chunk.frame(age), left, top, stride);
            chunk.keepFractions(false, i, FlowPoint.fraction(x, left), FlowPoint.fraction(y, top));
            if (weight != 0) {
                FlowRow.point(chunk, true, i, chunk.frame(age + 1), left, top, stride);
                chunk.keepFractions(true, i, FlowPoint.fraction(x, left), FlowPoint.fraction(y, top));
            }
        }
    }

    private static void fetchPacked(PixelChunk chunk, PixelPlaces places) {
        int row = chunk.row();
        int count = chunk.count();
        for (int i = 0; i < count; i++) {
            int column = chunk.column() + i;
            int x = FlowPoint.of(places.x(column, row));
            int y = FlowPoint.of(places.y(column, row));
            int left = FlowPoint.whole(x, chunk.size().width());
            int top = FlowPoint.whole(y, chunk.size().height());
            int delay = chunk.delay(i);
            int age = delay >> Kernels.DELAY_BITS;
            int weight = delay & (Kernels.ONE_FRAME - 1);
            chunk.keepWeight(i, weight);
            FlowPackedRow.point(chunk, false, i, chunk.frame(age), left, top);
            chunk.keepFractions(false, i, FlowPoint.fraction(x, left), FlowPoint.fraction(y, top));
            if (weight != 0) {
                FlowPackedRow.point(chunk, true, i, chunk.frame(age + 1), left, top);
                chunk.keepFractions(true, i, FlowPoint.fraction(x, left), FlowPoint.fraction(y, top));
            }
        }
    }
}
