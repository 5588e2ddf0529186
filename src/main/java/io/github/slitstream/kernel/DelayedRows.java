package io.github.slitstream.kernel;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.RowReader;
import java.lang.foreign.MemorySegment;

/**
 * Rows of pictures each pixel of which comes from its own frame, or from between two.
 *
 * @param delays which; the row's must be summarised before it is read
 * @param blend whether pixels between two frames are blended of both; otherwise delays are whole
 */
public record DelayedRows(Kernels kernels, Delays delays, boolean blend) implements RowReader {
    @Override
    public void readRow(MemorySegment memory, long[] starts, FrameFlows flows, int row, Frame output) {
        long at = (long) row * output.size().stride();
        if (delays.isUniform(row)) {
            readUniformRow(memory, starts, delays.ofPixels()[delays.firstPixel(row)], output, at);
        } else if (blend) {
            kernels.displaceRow(memory, starts, delays, row, at, output.pixels(), at);
        } else {
            kernels.pickRow(memory, starts, delays, row, at, output.pixels(), at);
        }
    }

    private void readUniformRow(MemorySegment memory, long[] starts, int delay, Frame output, long at) {
        FrameSize size = output.size();
        int age = delay >> Kernels.DELAY_BITS;
        int weight = delay & (Kernels.ONE_FRAME - 1);
        if (weight == 0) {
            MemorySegment.copy(memory, starts[age] + at, output.pixels(), at, size.stride());
        } else {
            kernels.blendRow(memory, starts[age] + at, memory, starts[age + 1] + at, weight, output.pixels(), at,
                    size.width());
        }
    }

    @Override
    public void readPackedRow(MemorySegment memory, long[] starts, FrameFlows flows, int row, Frame output) {
        FrameSize size = output.size();
        kernels.displacePackedRow(memory, starts, delays, row, PackedFrames.luma(size, row),
                PackedFrames.chroma(size, row), output.pixels(), (long) row * size.stride());
    }
}
