package io.github.slitstream.kernel;

import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;

/** Rows of pictures each pixel of which comes from between two frames and from another place in them. */
public record PlacedRows(MomentKernels kernels, Delays delays, PixelPlaces places) implements MomentRows {
    @Override
    public void fill(MemorySegment memory, long[] starts, FrameFlows flows, int row, FrameSize size, MemorySegment out,
            long outOffset) {
        kernels.placedRow(memory, starts, delays, places, row, size, out, outOffset);
    }

    @Override
    public void fillPacked(MemorySegment memory, long[] starts, FrameFlows flows, int row, FrameSize size,
            MemorySegment out, long outOffset) {
        kernels.placedPackedRow(memory, starts, delays, places, row, size, out, outOffset);
    }
}
