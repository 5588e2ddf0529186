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
        int width = chunk.size().width();
        int height = chunk.size().height();
        int row = chunk.row();
        int count = chunk.count();
        for (int i = 0; i < count; i++) {
            int column = chunk.column() + i;
            int delay = chunk.delay(i);
            long newer = chunk.frame(delay >> Kernels.DELAY_BITS);
            long older = chunk.frame((delay >> Kernels.DELAY_BITS) + 1);
            long cell = chunk.cell(i, delay);
            chunk.keep(i, delay, cell);
            if (!PixelChunk.isTrusted(cell)) {
                chunk.keepPixels(i, pixel(newer, chunk.size(), row, column), pixel(older, chunk.size(), row, column));
            }
            if (cell != 0) {
                int weight = delay & (Kernels.ONE_FRAME - 1);
                int rest = Kernels.ONE_FRAME - weight;
                point(chunk, false, i, newer, FlowPoint.of(column, FlowGrid.forwardX(cell), weight, width),
                        FlowPoint.of(row, FlowGrid.forwardY(cell), weight, height));
                point(chunk, true, i, older, FlowPoint.of(column, FlowGrid.backwardX(cell), rest, width),
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
