package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.Kernels;
import java.lang.foreign.ValueLayout;

/** Pixels read along the flow in the two frames around their delays, over a row that was blended without flow. */
final class FlowRow {
    private static final ValueLayout.OfLong PAIR = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(PixelLanes.ORDER);

    private FlowRow() {}

    /**
     * @param chunk with the row begun; the frames have at least two columns and rows
     * @param out address of the row as it is without flow
     * @param pixels whole blocks
     */
    static void pixels(PixelChunk chunk, long out, int pixels) {
        for (int from = 0; from < pixels; from += PixelChunk.PIXELS) {
            chunk.moveTo(from, Math.min(PixelChunk.PIXELS, pixels - from), out + (long) from * PixelLanes.BYTES);
            if (chunk.narrowToMoving()) {
                chunk.keepCells();
                chunk.placeAlongFlow();
                fetch(chunk);
                chunk.blendAlongFlow();
            }
        }
    }

    private static void fetch(PixelChunk chunk) {
        long stride = chunk.size().stride();
        int count = chunk.count();
        for (int i = 0; i < count; i++) {
            if (chunk.isAlongFlow(i)) {
                int age = chunk.delay(i) >> Kernels.DELAY_BITS;
                point(chunk, false, i, chunk.frame(age), chunk.left(false, i), chunk.top(false, i), stride);
                point(chunk, true, i, chunk.frame(age + 1), chunk.left(true, i), chunk.top(true, i), stride);
            }
        }
    }

    /** Fetches the two by two pixels around a point. */
    static void point(PixelChunk chunk, boolean older, int i, long frame, int left, int top, long stride) {
        long at = frame + top * stride + (long) left * PixelLanes.BYTES;
        long above = NativeMemory.EVERYWHERE.get(PAIR, at);
        long below = NativeMemory.EVERYWHERE.get(PAIR, at + stride);
        chunk.keepPixels(older, i, (int) above, (int) (above >>> Integer.SIZE), (int) below,
                (int) (below >>> Integer.SIZE));
    }
}
