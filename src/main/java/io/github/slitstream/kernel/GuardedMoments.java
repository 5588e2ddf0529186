package io.github.slitstream.kernel;

import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** As {@link GuardedKernels}, for moments of many frames. */
final class GuardedMoments implements MomentKernels {
    private final List<KernelGate<MomentKernels>> gates = new ArrayList<>();
    private final KernelGate<MomentKernels> cubicRow;
    private final KernelGate<MomentKernels> cubicPackedRow;
    private final KernelGate<MomentKernels> meanRow;
    private final KernelGate<MomentKernels> mergeRow;
    private final KernelGate<MomentKernels> lightenRow;
    private final KernelGate<MomentKernels> darkenRow;
    private final KernelGate<MomentKernels> screenRow;

    GuardedMoments(Kernels scalar, Kernels vector, long patienceNanos, KernelGate.Listener listener) {
        this.cubicRow = gate("cubicRow", scalar, vector, patienceNanos, listener);
        this.cubicPackedRow = gate("cubicPackedRow", scalar, vector, patienceNanos, listener);
        this.meanRow = gate("meanRow", scalar, vector, patienceNanos, listener);
        this.mergeRow = gate("mergeRow", scalar, vector, patienceNanos, listener);
        this.lightenRow = gate("lightenRow", scalar, vector, patienceNanos, listener);
        this.darkenRow = gate("darkenRow", scalar, vector, patienceNanos, listener);
        this.screenRow = gate("screenRow", scalar, vector, patienceNanos, listener);
    }

    private KernelGate<MomentKernels> gate(String name, Kernels scalar, Kernels vector, long patienceNanos,
            KernelGate.Listener listener) {
        KernelGate<MomentKernels> gate = new KernelGate<>(name, Kernels::moments, scalar, vector, patienceNanos,
                listener);
        gates.add(gate);
        return gate;
    }

    /** As {@link GuardedKernels#check}. */
    void check() {
        gates.forEach(KernelGate::check);
    }

    /** As {@link GuardedKernels#checkAgain}. */
    void checkAgain() {
        gates.forEach(KernelGate::checkAgain);
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
