package io.github.slitstream.kernel;

import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;

/**
 * Rows of pictures each pixel of which comes from between two frames and from another place in them. Places have eight
 * bits behind the point, and four pixels are blended, across, then down; then both frames.
 */
public record PlacedRows(Delays delays, PixelPlaces places) implements MomentRows {
    private static final double ONE_PIXEL = 1 << FlowPoint.BITS;

    @Override
    public void fill(MemorySegment memory, long[] starts, FrameFlows flows, int row, FrameSize size, MemorySegment out,
            long outOffset) {
        read(FramePixels.AS_THEY_CAME, memory, starts, row, size, out, outOffset);
    }

    @Override
    public void fillPacked(MemorySegment memory, long[] starts, FrameFlows flows, int row, FrameSize size,
            MemorySegment out, long outOffset) {
        read(FramePixels.PACKED, memory, starts, row, size, out, outOffset);
    }

    private void read(FramePixels form, MemorySegment memory, long[] starts, int row, FrameSize size,
            MemorySegment out, long outOffset) {
        int first = delays.firstPixel(row);
        for (int column = 0; column < size.width(); column++) {
            int delay = delays.ofPixels()[first + column];
            int age = delay >> Kernels.DELAY_BITS;
            int weight = delay & (Kernels.ONE_FRAME - 1);
            int x = (int) (places.x(column, row) * ONE_PIXEL + 0.5);
            int y = (int) (places.y(column, row) * ONE_PIXEL + 0.5);
            long pixel = form.between(memory, starts[age], size, x, y);
            if (weight != 0) {
                pixel = SpreadPixel.blend(pixel, form.between(memory, starts[age + 1], size, x, y), weight);
            }
            out.set(FramePixels.PIXEL, outOffset + (long) column * FramePixels.BYTES,
                    form.opaque(SpreadPixel.joined(pixel)));
        }
    }
}
