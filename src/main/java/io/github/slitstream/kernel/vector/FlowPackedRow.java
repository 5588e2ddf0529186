package io.github.slitstream.kernel.vector;

import io.github.slitstream.frame.FlowGrid;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.FlowPoint;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.PackedFrames;
import java.lang.foreign.ValueLayout;

/** As {@link FlowRow}, of packed frames: lumas and chromas are blended, then unpacked where they lie. */
final class FlowPackedRow {
    private static final ValueLayout.OfShort CHROMA = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(PixelLanes.ORDER);

    private FlowPackedRow() {}

    /** As {@link FlowRow#pixels}. */
    static void pixels(PixelChunk chunk, long out, int pixels) {
        for (int from = 0; from < pixels; from += PixelChunk.PIXELS) {
            int count = Math.min(PixelChunk.PIXELS, pixels - from);
            long to = out + (long) from * PixelLanes.BYTES;
            chunk.moveTo(from, count, to);
            fetch(chunk);
            chunk.blend();
            PackedPixels.unpackInPlace(to, count);
        }
    }

    private static void fetch(PixelChunk chunk) {
        chunk.keepCells();
        fetchPixels(chunk);
        fetchPoints(chunk);
    }

    private static void fetchPixels(PixelChunk chunk) {
        FrameSize size = chunk.size();
        int count = chunk.count();
        for (int i = 0; i < count; i++) {
            if (!PixelChunk.isTrusted(chunk.cell(i))) {
                int age = chunk.delay(i) >> Kernels.DELAY_BITS;
                int column = chunk.column() + i;
                chunk.keepPixels(i, pixel(chunk.frame(age), size, chunk.row(), column),
                        pixel(chunk.frame(age + 1), size, chunk.row(), column));
            }
        }
    }

    private static void fetchPoints(PixelChunk chunk) {
        int width = chunk.size().width();
        int height = chunk.size().height();
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
                        FlowPoint.of(row, FlowGrid.forwardY(cell), weight, height));
                point(chunk, true, i, chunk.frame(age + 1), FlowPoint.of(column, FlowGrid.backwardX(cell), rest, width),
                        FlowPoint.of(row, FlowGrid.backwardY(cell), rest, height));
            }
        }
    }

    /** Fetches the two by two pixels around a point; x and y are those of {@link FlowPoint}. */
    static void point(PixelChunk chunk, boolean older, int i, long frame, int x, int y) {
        FrameSize size = chunk.size();
        int left = FlowPoint.whole(x, size.width());
        int top = FlowPoint.whole(y, size.height());
        chunk.keepPoint(older, i, pixel(frame, size, top, left), pixel(frame, size, top, left + 1),
                pixel(frame, size, top + 1, left), pixel(frame, size, top + 1, left + 1), FlowPoint.fraction(x, left),
                FlowPoint.fraction(y, top));
    }

    /** Luma in the lowest byte, then the chromas that it shares. */
    private static int pixel(long frame, FrameSize size, int row, int column) {
        long luma = frame + PackedFrames.luma(size, row) + column;
        long chroma = frame + PackedFrames.chroma(size, row) + (column & ~1);
        return (NativeMemory.EVERYWHERE.get(ValueLayout.JAVA_BYTE, luma) & 0xff)
                | (NativeMemory.EVERYWHERE.get(CHROMA, chroma) & 0xffff) << 8;
    }
}
