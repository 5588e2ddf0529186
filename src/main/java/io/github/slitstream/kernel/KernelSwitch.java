package io.github.slitstream.kernel;

import java.lang.foreign.MemorySegment;

/**
 * Kernels that give way, while they are at work, to others that agree bit for bit: plain ones, fast from their first
 * row, until wide ones are compiled. What is asked for once and kept comes from the next kernels at once.
 */
public final class KernelSwitch implements Kernels {
    private final Kernels next;
    private volatile Kernels current;

    public KernelSwitch(Kernels first, Kernels next) {
        this.next = next;
        this.current = first;
    }

    /** Has the next kernels do all rows from now on. Any thread. */
    public void turn() {
        current = next;
    }

    @Override
    public String description() {
        return next.description();
    }

    @Override
    public PlaneKernels planes() {
        return next.planes();
    }

    @Override
    public void blendRow(MemorySegment a, long aOffset, MemorySegment b, long bOffset, int weight, MemorySegment out,
            long outOffset, int pixels) {
        current.blendRow(a, aOffset, b, bOffset, weight, out, outOffset, pixels);
    }

    @Override
    public void displaceRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, long rowOffset,
            MemorySegment out, long outOffset) {
        current.displaceRow(memory, ageOffsets, delays, row, rowOffset, out, outOffset);
    }

    @Override
    public void pickRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, long rowOffset,
            MemorySegment out, long outOffset) {
        current.pickRow(memory, ageOffsets, delays, row, rowOffset, out, outOffset);
    }

    @Override
    public void rotateRow(MemorySegment in, long inOffset, ChannelRotation rotation, MemorySegment out, long outOffset,
            int pixels) {
        current.rotateRow(in, inOffset, rotation, out, outOffset, pixels);
    }

    @Override
    public void colourRow(MemorySegment in, long inOffset, int[] matrix, MemorySegment out, long outOffset,
            int pixels) {
        current.colourRow(in, inOffset, matrix, out, outOffset, pixels);
    }

    @Override
    public void reverseRow(MemorySegment in, long inOffset, MemorySegment out, long outOffset, int pixels) {
        current.reverseRow(in, inOffset, out, outOffset, pixels);
    }

    @Override
    public void packRows(MemorySegment in, long topOffset, long bottomOffset, MemorySegment out, long topLuma,
            long bottomLuma, long chroma, int pixels) {
        current.packRows(in, topOffset, bottomOffset, out, topLuma, bottomLuma, chroma, pixels);
    }

    @Override
    public void unpackRow(MemorySegment in, long luma, long chroma, MemorySegment out, long outOffset, int pixels) {
        current.unpackRow(in, luma, chroma, out, outOffset, pixels);
    }

    @Override
    public void displacePackedRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, long lumaOffset,
            long chromaOffset, MemorySegment out, long outOffset) {
        current.displacePackedRow(memory, ageOffsets, delays, row, lumaOffset, chromaOffset, out, outOffset);
    }

    @Override
    public int sourceRow(Projection projection, int column, int row, int[] sources, int first, int pixels) {
        return current.sourceRow(projection, column, row, sources, first, pixels);
    }

    @Override
    public int blendedSourceRow(Projection projection, int column, int row, int[] sources, int[] fractions, int first,
            int pixels) {
        return current.blendedSourceRow(projection, column, row, sources, fractions, first, pixels);
    }

    @Override
    public void gatherRow(MemorySegment in, long inOffset, int[] sources, int first, int fill, MemorySegment out,
            long outOffset, int pixels) {
        current.gatherRow(in, inOffset, sources, first, fill, out, outOffset, pixels);
    }

    @Override
    public void gatherLinearRow(MemorySegment in, long inOffset, int width, int height, int[] sources, int[] fractions,
            int first, int fill, MemorySegment out, long outOffset, int pixels) {
        current.gatherLinearRow(in, inOffset, width, height, sources, fractions, first, fill, out, outOffset, pixels);
    }

    @Override
    public void gatherCubicRow(MemorySegment in, long inOffset, int width, int height, int[] sources, int[] fractions,
            int first, int fill, MemorySegment out, long outOffset, int pixels) {
        current.gatherCubicRow(in, inOffset, width, height, sources, fractions, first, fill, out, outOffset, pixels);
    }
}
