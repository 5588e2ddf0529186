package io.github.slitstream.kernel;

import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;

/**
 * Rows of pictures each pixel of which comes from between two frames, read along the flow from one to the other where
 * that was found; elsewhere both are blended.
 *
 * @param delays which; the row's must be summarised before it is read
 */
public record FlowRows(Kernels kernels, Delays delays) implements MomentRows {
    @Override
    public void fill(MemorySegment memory, long[] starts, FrameFlows flows, int row, FrameSize size, MemorySegment out,
            long outOffset) {
        if (isOfOneFrame(row)) {
            int age = delays.ofPixels()[delays.firstPixel(row)] >> Kernels.DELAY_BITS;
            MemorySegment.copy(memory, starts[age] + (long) row * size.stride(), out, outOffset, size.stride());
        } else {
            kernels.flowRow(memory, starts, flows, delays, row, size, out, outOffset);
        }
    }

    private boolean isOfOneFrame(int row) {
        int first = delays.ofPixels()[delays.firstPixel(row)];
        return delays.isUniform(row) && (first & (Kernels.ONE_FRAME - 1)) == 0;
    }

    @Override
    public void fillPacked(MemorySegment memory, long[] starts, FrameFlows flows, int row, FrameSize size,
            MemorySegment out, long outOffset) {
        kernels.flowPackedRow(memory, starts, flows, delays, row, size, out, outOffset);
    }
}
