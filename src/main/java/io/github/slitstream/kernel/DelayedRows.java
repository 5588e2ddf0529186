package io.github.slitstream.kernel;

import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;

/**
 * Rows of pictures each pixel of which comes from its own frame, or from between two.
 *
 * @param delays which; the row's must be summarised before it is read
 * @param blend whether pixels between two frames are blended of both; otherwise those of the newer are taken
 */
public record DelayedRows(Kernels kernels, Delays delays, boolean blend) implements MomentRows {
    @Override
    public void fill(MemorySegment memory, long[] starts, FrameFlows flows, int row, FrameSize size, MemorySegment out,
            long outOffset) {
        long at = (long) row * size.stride();
        if (delays.isUniform(row)) {
            fillUniform(memory, starts, delays.ofPixels()[delays.firstPixel(row)], at, size, out, outOffset);
        } else if (blend) {
            kernels.displaceRow(memory, starts, delays, row, at, out, outOffset);
        } else {
            kernels.pickRow(memory, starts, delays, row, at, out, outOffset);
        }
    }

    private void fillUniform(MemorySegment memory, long[] starts, int delay, long at, FrameSize size,
            MemorySegment out, long outOffset) {
        int age = delay >> Kernels.DELAY_BITS;
        int weight = delay & (Kernels.ONE_FRAME - 1);
        if (weight == 0 || !blend) {
            MemorySegment.copy(memory, starts[age] + at, out, outOffset, size.stride());
        } else {
            kernels.blendRow(memory, starts[age] + at, memory, starts[age + 1] + at, weight, out, outOffset,
                    size.width());
        }
    }

    @Override
    public void fillPacked(MemorySegment memory, long[] starts, FrameFlows flows, int row, FrameSize size,
            MemorySegment out, long outOffset) {
        kernels.displacePackedRow(memory, starts, delays, row, PackedFrames.luma(size, row),
                PackedFrames.chroma(size, row), out, outOffset);
    }
}
