package io.github.slitstream.kernel.vector;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.PackedFrames;
import java.lang.foreign.ValueLayout;

/** As {@link FlowRow}, of packed frames: lumas and chromas are blended, then unpacked where they lie. */
final class FlowPackedRow {
    private static final ValueLayout.OfShort CHROMA = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(PixelLanes.ORDER);

    private FlowPackedRow() {}

    /**
     * @param chunk with the row begun; the frames have at least two columns and rows
     * @param out address of the row as it is without flow, packed
     * @param pixels whole blocks
     */
    static void pixels(PixelChunk chunk, long out, int pixels) {
        for (int from = 0; from < pixels; from += PixelChunk.PIXELS) {
            int count = Math.min(PixelChunk.PIXELS, pixels - from);
            long to = out + (long) from * PixelLanes.BYTES;
            chunk.moveTo(from, count, to);
            if (chunk.narrowToMoving()) {
                chunk.keepCells();
                chunk.placeAlongFlow();
                fetch(chunk);
                chunk.blendAlongFlow();
            }
            PackedPixels.unpackInPlace(to, count);
        }
    }

    private static void fetch(PixelChunk chunk) {
        int count = chunk.count();
        for (int i = 0; i < count; i++) {
            if (chunk.isAlongFlow(i)) {
                int age = chunk.delay(i) >> Kernels.DELAY_BITS;
                point(chunk, false, i, chunk.frame(age), chunk.left(false, i), chunk.top(false, i));
                point(chunk, true, i, chunk.frame(age + 1), chunk.left(true, i), chunk.top(true, i));
            }
        }
    }

    /** Fetches the two by two pixels around a point. */
    static void point(PixelChunk chunk, boolean older, int i, long frame, int left, int top) {
        FrameSize size = chunk.size();
        chunk.keepPixels(older, i, pixel(frame, size, top, left), pixel(frame, size, top, left + 1),
                pixel(frame, size, top + 1, left), pixel(frame, size, top + 1, left + 1));
    }

    /** Luma in the lowest byte, then the chromas that it shares. */
    private static int pixel(long frame, FrameSize size, int row, int column) {
        long luma = frame + PackedFrames.luma(size, row) + column;
        long chroma = frame + PackedFrames.chroma(size, row) + (column & ~1);
        return (NativeMemory.EVERYWHERE.get(ValueLayout.JAVA_BYTE, luma) & 0xff)
                | (NativeMemory.EVERYWHERE.get(CHROMA, chroma) & 0xffff) << 8;
    }
}
