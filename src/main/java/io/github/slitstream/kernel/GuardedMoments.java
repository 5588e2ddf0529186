package io.github.slitstream.kernel;

import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;

/** As {@link GuardedKernels}, for moments of many frames. */
final class GuardedMoments implements MomentKernels {
    private final KernelGate<MomentKernels> cubicRow;
    private final KernelGate<MomentKernels> cubicPackedRow;
    private final KernelGate<MomentKernels> placedRow;
    private final KernelGate<MomentKernels> placedPackedRow;
    private final KernelGate<MomentKernels> meanRow;
    private final KernelGate<MomentKernels> mergeRow;
    private final KernelGate<MomentKernels> lightenRow;
    private final KernelGate<MomentKernels> darkenRow;
    private final KernelGate<MomentKernels> screenRow;

    GuardedMoments(KernelGates gates) {
        this.cubicRow = gates.add("cubicRow", Kernels::moments);
        this.cubicPackedRow = gates.add("cubicPackedRow", Kernels::moments);
        this.placedRow = gates.add("placedRow", Kernels::moments);
        this.placedPackedRow = gates.add("placedPackedRow", Kernels::moments);
        this.meanRow = gates.add("meanRow", Kernels::moments);
        this.mergeRow = gates.add("mergeRow", Kernels::moments);
        this.lightenRow = gates.add("lightenRow", Kernels::moments);
        this.darkenRow = gates.add("darkenRow", Kernels::moments);
        this.screenRow = gates.add("screenRow", Kernels::moments);
    }

    @Override
    public void cubicRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, FrameSize size,
            MemorySegment out, long outOffset) {
        cubicRow.begin().cubicRow(memory, ageOffsets, delays, row, size, out, outOffset);
        cubicRow.end(size.width());
    }

    @Override
    public void cubicPackedRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, FrameSize size,
            MemorySegment out, long outOffset) {
        cubicPackedRow.begin().cubicPackedRow(memory, ageOffsets, delays, row, size, out, outOffset);
        cubicPackedRow.end(size.width());
    }

    @Override
    public void placedRow(MemorySegment memory, long[] ageOffsets, Delays delays, PixelPlaces places, int row,
            FrameSize size, MemorySegment out, long outOffset) {
        placedRow.begin().placedRow(memory, ageOffsets, delays, places, row, size, out, outOffset);
        placedRow.end(size.width());
    }

    @Override
    public void placedPackedRow(MemorySegment memory, long[] ageOffsets, Delays delays, PixelPlaces places, int row,
            FrameSize size, MemorySegment out, long outOffset) {
        placedPackedRow.begin().placedPackedRow(memory, ageOffsets, delays, places, row, size, out, outOffset);
        placedPackedRow.end(size.width());
    }

    @Override
    public void meanRow(MemorySegment in, long inOffset, long step, int rows, MemorySegment out, long outOffset,
            int pixels) {
        meanRow.begin().meanRow(in, inOffset, step, rows, out, outOffset, pixels);
        meanRow.end(pixels);
    }

    @Override
    public void mergeRow(MemorySegment in, long inOffset, long step, MemorySegment out, long outOffset, int pixels) {
        mergeRow.begin().mergeRow(in, inOffset, step, out, outOffset, pixels);
        mergeRow.end(pixels);
    }

    @Override
    public void lightenRow(MemorySegment below, long belowOffset, MemorySegment above, long aboveOffset, int weight,
            MemorySegment out, long outOffset, int pixels) {
        lightenRow.begin().lightenRow(below, belowOffset, above, aboveOffset, weight, out, outOffset, pixels);
        lightenRow.end(pixels);
    }

    @Override
    public void darkenRow(MemorySegment below, long belowOffset, MemorySegment above, long aboveOffset, int weight,
            MemorySegment out, long outOffset, int pixels) {
        darkenRow.begin().darkenRow(below, belowOffset, above, aboveOffset, weight, out, outOffset, pixels);
        darkenRow.end(pixels);
    }

    @Override
    public void screenRow(MemorySegment below, long belowOffset, MemorySegment above, long aboveOffset, int weight,
            MemorySegment out, long outOffset, int pixels) {
        screenRow.begin().screenRow(below, belowOffset, above, aboveOffset, weight, out, outOffset, pixels);
        screenRow.end(pixels);
    }
}
