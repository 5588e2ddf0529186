package io.github.slitstream.kernel;

import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;

/** {@link Kernels#flowRow} or {@link Kernels#flowPackedRow}, or what stands in for one of them. */
@FunctionalInterface
interface FlowKernel {
    /** Parameters as in {@link Kernels#flowRow}. */
    void fill(MemorySegment memory, long[] ageOffsets, FrameFlows flows, Delays delays, int row, FrameSize size,
            MemorySegment out, long outOffset);
}
