package io.github.slitstream.kernel;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.RowReader;
import java.lang.foreign.MemorySegment;

/** Makes rows of moments between frames, in a picture or anywhere else. */
public interface MomentRows extends RowReader {
    /**
     * Makes a row of frames as they came; parameters as in {@link Kernels#flowRow}.
     *
     * @param size of the frames
     */
    void fill(MemorySegment memory, long[] starts, FrameFlows flows, int row, FrameSize size, MemorySegment out,
            long outOffset);

    /** Makes a row of packed frames. */
    void fillPacked(MemorySegment memory, long[] starts, FrameFlows flows, int row, FrameSize size, MemorySegment out,
            long outOffset);

    @Override
    default void readRow(MemorySegment memory, long[] starts, FrameFlows flows, int row, Frame output) {
        FrameSize size = output.size();
        fill(memory, starts, flows, row, size, output.pixels(), (long) row * size.stride());
    }

    @Override
    default void readPackedRow(MemorySegment memory, long[] starts, FrameFlows flows, int row, Frame output) {
        FrameSize size = output.size();
        fillPacked(memory, starts, flows, row, size, output.pixels(), (long) row * size.stride());
    }
}
