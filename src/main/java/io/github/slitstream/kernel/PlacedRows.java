package io.github.slitstream.kernel;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.RowReader;
import java.lang.foreign.MemorySegment;

/**
 * Rows of pictures each pixel of which comes from between two frames and from another place in them. Places have eight
 * bits behind the point, and four pixels are blended, across, then down; then both frames.
 */
public record PlacedRows(Delays delays, PixelPlaces places) implements RowReader {
    private static final double ONE_PIXEL = 1 << FlowPoint.BITS;

    @Override
    public void readRow(MemorySegment memory, long[] starts, FrameFlows flows, int row, Frame output) {
        read(FramePixels.AS_THEY_CAME, memory, starts, row, output);
    }

    @Override
    public void readPackedRow(MemorySegment memory, long[] starts, FrameFlows flows, int row, Frame output) {
        read(FramePixels.PACKED, memory, starts, row, output);
    }

    private void read(FramePixels form, MemorySegment memory, long[] starts, int row, Frame output) {
        FrameSize size = output.size();
        int first = delays.firstPixel(row);
        long at = (long) row * size.stride();
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
            output.pixels().set(FramePixels.PIXEL, at + (long) column * FramePixels.BYTES,
                    form.opaque(SpreadPixel.joined(pixel)));
        }
    }
}
