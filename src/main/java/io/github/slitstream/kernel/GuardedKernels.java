package io.github.slitstream.kernel;

import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;
import java.util.function.Function;

/**
 * Kernels in two forms that agree bit for bit, each behind a {@link KernelGate}: scalar ones, fast from their first
 * row, until the vector ones were compiled and have shown that they were compiled well. Only those along the flow are
 * slow in their scalar form too: until then both frames are blended, as {@link Kernels#displaceRow} does.
 */
public final class GuardedKernels implements Kernels {
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final String description;
    private final KernelGates gates;
    private final GuardedPlanes planes;
    private final GuardedMoments moments;
    private final KernelGate<Kernels> blendRow;
    private final KernelGate<Kernels> displaceRow;
    private final KernelGate<Kernels> pickRow;
    private final KernelGate<FlowKernel> flowRow;
    private final KernelGate<FlowKernel> flowPackedRow;
    private final KernelGate<Kernels> packRows;
    private final KernelGate<Kernels> unpackRow;
    private final KernelGate<Kernels> displacePackedRow;
    private final KernelGate<Kernels> rotateRow;
    private final KernelGate<Kernels> colourRow;
    private final KernelGate<Kernels> reverseRow;
    private final KernelGate<Kernels> sourceRow;
    private final KernelGate<Kernels> blendedSourceRow;
    private final KernelGate<Kernels> gatherRow;
    private final KernelGate<Kernels> gatherLinearRow;
    private final KernelGate<Kernels> gatherCubicRow;

    /** @param listener hears of vector kernels that fail */
    public GuardedKernels(Kernels scalar, Kernels vector, KernelGate.Listener listener) {
        this(scalar, vector, PATIENCE_NANOS, listener);
    }

    /** @param patienceNanos how long a vector kernel may take to be compiled */
    GuardedKernels(Kernels scalar, Kernels vector, long patienceNanos, KernelGate.Listener listener) {
        this.description = vector.description();
        this.gates = new KernelGates(scalar, vector, patienceNanos, listener);
        this.planes = new GuardedPlanes(gates);
        this.moments = new GuardedMoments(gates);
        this.blendRow = gates.add("blendRow", Function.identity());
        this.displaceRow = gates.add("displaceRow", Function.identity());
        this.pickRow = gates.add("pickRow", Function.identity());
        this.flowRow = gates.add("flowRow", form -> form::flowRow, this::blendRows);
        this.flowPackedRow = gates.add("flowPackedRow", form -> form::flowPackedRow, this::blendPackedRows);
        this.packRows = gates.add("packRows", Function.identity());
        this.unpackRow = gates.add("unpackRow", Function.identity());
        this.displacePackedRow = gates.add("displacePackedRow", Function.identity());
        this.rotateRow = gates.add("rotateRow", Function.identity());
        this.colourRow = gates.add("colourRow", Function.identity());
        this.reverseRow = gates.add("reverseRow", Function.identity());
        this.sourceRow = gates.add("sourceRow", Function.identity());
        this.blendedSourceRow = gates.add("blendedSourceRow", Function.identity());
        this.gatherRow = gates.add("gatherRow", Function.identity());
        this.gatherLinearRow = gates.add("gatherLinearRow", Function.identity());
        this.gatherCubicRow = gates.add("gatherCubicRow", Function.identity());
    }

    /** Whether rows are made along the flow, not blended. Any thread. */
    public boolean followsFlow() {
        return flowRow.isOpen() || flowPackedRow.isOpen();
    }

    /** How many trials a vector kernel along the flow has failed. Any thread. */
    public int flowFailures() {
        return Math.max(flowRow.failures(), flowPackedRow.failures());
    }

    /** Puts every vector kernel on trial, from its next row on; the scalar ones do the rows until then. Any thread. */
    public void check() {
        gates.check();
    }

    /** Puts every vector kernel that does rows on trial while it goes on doing them. Any thread. */
    public void checkAgain() {
        gates.checkAgain();
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public PlaneKernels planes() {
        return planes;
    }

    @Override
    public MomentKernels moments() {
        return moments;
    }

    @Override
    public void blendRow(MemorySegment a, long aOffset, MemorySegment b, long bOffset, int weight, MemorySegment out,
            long outOffset, int pixels) {
        blendRow.begin().blendRow(a, aOffset, b, bOffset, weight, out, outOffset, pixels);
        blendRow.end(pixels);
    }

    @Override
    public void displaceRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, long rowOffset,
            MemorySegment out, long outOffset) {
        displaceRow.begin().displaceRow(memory, ageOffsets, delays, row, rowOffset, out, outOffset);
        displaceRow.end(delays.width());
    }

    @Override
    public void pickRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, long rowOffset,
            MemorySegment out, long outOffset) {
        pickRow.begin().pickRow(memory, ageOffsets, delays, row, rowOffset, out, outOffset);
        pickRow.end(delays.width());
    }

    @Override
    public void flowRow(MemorySegment memory, long[] ageOffsets, FrameFlows flows, Delays delays, int row,
            FrameSize size, MemorySegment out, long outOffset) {
        if (!flows.hasFlowIn(row, size)) { // which would say nothing of a kernel on trial
            blendRows(memory, ageOffsets, flows, delays, row, size, out, outOffset);
            return;
        }
        flowRow.begin().fill(memory, ageOffsets, flows, delays, row, size, out, outOffset);
        flowRow.end(delays.width());
    }

    @Override
    public void flowPackedRow(MemorySegment memory, long[] ageOffsets, FrameFlows flows, Delays delays, int row,
            FrameSize size, MemorySegment out, long outOffset) {
        if (!flows.hasFlowIn(row, size)) {
            blendPackedRows(memory, ageOffsets, flows, delays, row, size, out, outOffset);
            return;
        }
        flowPackedRow.begin().fill(memory, ageOffsets, flows, delays, row, size, out, outOffset);
        flowPackedRow.end(delays.width());
    }

    private void blendRows(MemorySegment memory, long[] ageOffsets, FrameFlows flows, Delays delays, int row,
            FrameSize size, MemorySegment out, long outOffset) {
        displaceRow(memory, ageOffsets, delays, row, (long) row * size.stride(), out, outOffset);
    }

    private void blendPackedRows(MemorySegment memory, long[] ageOffsets, FrameFlows flows, Delays delays, int row,
            FrameSize size, MemorySegment out, long outOffset) {
        displacePackedRow(memory, ageOffsets, delays, row, PackedFrames.luma(size, row),
                PackedFrames.chroma(size, row), out, outOffset);
    }

    @Override
    public void packRows(MemorySegment in, long topOffset, long bottomOffset, MemorySegment out, long topLuma,
            long bottomLuma, long chroma, int pixels) {
        packRows.begin().packRows(in, topOffset, bottomOffset, out, topLuma, bottomLuma, chroma, pixels);
        packRows.end(pixels);
    }

    @Override
    public void unpackRow(MemorySegment in, long luma, long chroma, MemorySegment out, long outOffset, int pixels) {
        unpackRow.begin().unpackRow(in, luma, chroma, out, outOffset, pixels);
        unpackRow.end(pixels);
    }

    @Override
    public void displacePackedRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, long lumaOffset,
            long chromaOffset, MemorySegment out, long outOffset) {
        displacePackedRow.begin().displacePackedRow(memory, ageOffsets, delays, row, lumaOffset, chromaOffset, out,
                outOffset);
        displacePackedRow.end(delays.width());
    }

    @Override
    public void rotateRow(MemorySegment in, long inOffset, RotationTable rotation, MemorySegment out, long outOffset,
            int pixels) {
        rotateRow.begin().rotateRow(in, inOffset, rotation, out, outOffset, pixels);
        rotateRow.end(pixels);
    }

    @Override
    public void colourRow(MemorySegment in, long inOffset, int[] matrix, MemorySegment out, long outOffset,
            int pixels) {
        colourRow.begin().colourRow(in, inOffset, matrix, out, outOffset, pixels);
        colourRow.end(pixels);
    }

    @Override
    public void reverseRow(MemorySegment in, long inOffset, MemorySegment out, long outOffset, int pixels) {
        reverseRow.begin().reverseRow(in, inOffset, out, outOffset, pixels);
        reverseRow.end(pixels);
    }

    @Override
    public int sourceRow(Projection projection, int column, int row, int[] sources, int first, int pixels) {
        int answer = sourceRow.begin().sourceRow(projection, column, row, sources, first, pixels);
        sourceRow.end(pixels);
        return answer;
    }

    @Override
    public int blendedSourceRow(Projection projection, int column, int row, int[] sources, int[] fractions, int first,
            int pixels) {
        int answer = blendedSourceRow.begin().blendedSourceRow(projection, column, row, sources, fractions, first,
                pixels);
        blendedSourceRow.end(pixels);
        return answer;
    }

    @Override
    public void gatherRow(MemorySegment in, long inOffset, int[] sources, int first, int fill, MemorySegment out,
            long outOffset, int pixels) {
        gatherRow.begin().gatherRow(in, inOffset, sources, first, fill, out, outOffset, pixels);
        gatherRow.end(pixels);
    }

    @Override
    public void gatherLinearRow(MemorySegment in, long inOffset, int width, int height, int[] sources, int[] fractions,
            int first, int fill, MemorySegment out, long outOffset, int pixels) {
        gatherLinearRow.begin().gatherLinearRow(in, inOffset, width, height, sources, fractions, first, fill, out,
                outOffset, pixels);
        gatherLinearRow.end(pixels);
    }

    @Override
    public void gatherCubicRow(MemorySegment in, long inOffset, int width, int height, int[] sources, int[] fractions,
            int first, int fill, MemorySegment out, long outOffset, int pixels) {
        gatherCubicRow.begin().gatherCubicRow(in, inOffset, width, height, sources, fractions, first, fill, out,
                outOffset, pixels);
        gatherCubicRow.end(pixels);
    }
}
