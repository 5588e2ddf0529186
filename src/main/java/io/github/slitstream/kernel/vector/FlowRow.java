package io.github.slitstream.kernel.vector;

import io.github.slitstream.frame.FlowGrid;
import io.github.slitstream.kernel.FlowPoint;
import io.github.slitstream.kernel.Kernels;
import java.lang.foreign.ValueLayout;

/** Every pixel read along the flow in the two frames around its delay. */
final class FlowRow {
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(PixelLanes.ORDER);
    private static final ValueLayout.OfLong PAIR = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(PixelLanes.ORDER);

    private FlowRow() {}

    /**
     * @param chunk with the row begun; the frames have at least two columns and rows
     * @param out address of the row to write
     * @param pixels a multiple of the pixels of a register
     */
    static void pixels(PixelChunk chunk, long out, int pixels) {
        for (int from = 0; from < pixels; from += PixelChunk.PIXELS) {
            chunk.moveTo(from, Math.min(PixelChunk.PIXELS, pixels - from), out + (long) from * PixelLanes.BYTES);
            fetch(chunk);
            chunk.blend();
        }
    }

    private static void fetch(PixelChunk chunk) {
        chunk.keepCells();
        fetchPixels(chunk);
        fetchPoints(chunk);
    }

    /** Where the flow is not to be trusted entirely. */
    private static void fetchPixels(PixelChunk chunk) {
        long at = (long) chunk.row() * chunk.size().stride() + (long) chunk.column() * PixelLanes.BYTES;
        int count = chunk.count();
        for (int i = 0; i < count; i++) {
            if (!PixelChunk.isTrusted(chunk.cell(i))) {
                int age = chunk.delay(i) >> Kernels.DELAY_BITS;
                long place = at + (long) i * PixelLanes.BYTES;
                chunk.keepPixels(i, NativeMemory.EVERYWHERE.get(PIXEL, chunk.frame(age) + place),
                        NativeMemory.EVERYWHERE.get(PIXEL, chunk.frame(age + 1) + place));
            }
        }
    }

    /** Where there is flow. */
    private static void fetchPoints(PixelChunk chunk) {
        int width = chunk.size().width();
        int height = chunk.size().height();
        long stride = chunk.size().stride();
        int row = chunk.row();
        int count = chunk.count();
        for (int i = 0; i < count; i++) {
            long cell = chunk.cell(i);
            if (cell != 0) {
                int column = chunk.column() + i;
                int delay = chunk.delay(i);
                int age = delay >> Kernels.DELAY_BITS;
                int weight = delay & (Kernels.ONE_FRAME - 1);
                int rest = Kernels.ONE_FRAME - weight;
                point(chunk, false, i, chunk.frame(age), FlowPoint.of(column, FlowGrid.forwardX(cell), weight, width),
                        FlowPoint.of(row, FlowGrid.forwardY(cell), weight, height), stride);
                point(chunk, true, i, chunk.frame(age + 1), FlowPoint.of(column, FlowGrid.backwardX(cell), rest, width),
                        FlowPoint.of(row, FlowGrid.backwardY(cell), rest, height), stride);
            }
        }
    }

    /** Fetches the two by two pixels around a point; x and y are those of {@link FlowPoint}. */
    static void point(PixelChunk chunk, boolean older, int i, long frame, int x, int y, long stride) {
        int left = FlowPoint.whole(x, chunk.size().width());
        int top = FlowPoint.whole(y, chunk.size().height());
        long at = frame + top * stride + (long) left * PixelLanes.BYTES;
        long above = NativeMemory.EVERYWHERE.get(PAIR, at);
        long below = NativeMemory.EVERYWHERE.get(PAIR, at + stride);
        chunk.keepPoint(older, i, (int) above, (int) (above >>> Integer.SIZE), (int) below,
                (int) (below >>> Integer.SIZE), FlowPoint.fraction(x, left), FlowPoint.fraction(y, top));
    }
}
