package io.github.slitstream.kernel;

import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;

/**
 * Rows of pictures each pixel of which comes from a curve through four frames.
 *
 * @param delays which; the row's must be summarised before it is read
 */
public record CubicRows(MomentKernels kernels, Delays delays) implements MomentRows {
    @Override
    public void fill(MemorySegment memory, long[] starts, FrameFlows flows, int row, FrameSize size, MemorySegment out,
            long outOffset) {
        kernels.cubicRow(memory, starts, delays, row, size, out, outOffset);
    }

    @Override
    public void fillPacked(MemorySegment memory, long[] starts, FrameFlows flows, int row, FrameSize size,
            MemorySegment out, long outOffset) {
        kernels.cubicPackedRow(memory, starts, delays, row, size, out, outOffset);
    }
}
