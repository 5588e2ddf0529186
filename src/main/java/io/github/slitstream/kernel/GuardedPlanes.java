package io.github.slitstream.kernel;

import java.lang.foreign.MemorySegment;

/** As {@link GuardedKernels}, for rows of single channels. */
final class GuardedPlanes implements PlaneKernels {
    private final KernelGate<PlaneKernels> splitRow;
    private final KernelGate<PlaneKernels> lumaRow;
    private final KernelGate<PlaneKernels> correlateRow;
    private final KernelGate<PlaneKernels> magnitudeRow;
    private final KernelGate<PlaneKernels> joinRow;
    private final KernelGate<PlaneKernels> relightRow;

    GuardedPlanes(KernelGates gates) {
        this.splitRow = gates.add("splitRow", Kernels::planes);
        this.lumaRow = gates.add("lumaRow", Kernels::planes);
        this.correlateRow = gates.add("correlateRow", Kernels::planes);
        this.magnitudeRow = gates.add("magnitudeRow", Kernels::planes);
        this.joinRow = gates.add("joinRow", Kernels::planes);
        this.relightRow = gates.add("relightRow", Kernels::planes);
    }

    @Override
    public void splitRow(MemorySegment in, long inOffset, float[] planes, int at, int step, int pixels) {
        splitRow.begin().splitRow(in, inOffset, planes, at, step, pixels);
        splitRow.end(pixels);
    }

    @Override
    public void lumaRow(MemorySegment in, long inOffset, float[] luma, int at, int pixels) {
        lumaRow.begin().lumaRow(in, inOffset, luma, at, pixels);
        lumaRow.end(pixels);
    }

    @Override
    public void correlateRow(float[] in, int[] starts, float[] weights, int shift, float[] out, int outAt, int length) {
        correlateRow.begin().correlateRow(in, starts, weights, shift, out, outAt, length);
        correlateRow.end(length);
    }

    @Override
    public void magnitudeRow(float[] x, float[] y, int at, int length) {
        magnitudeRow.begin().magnitudeRow(x, y, at, length);
        magnitudeRow.end(length);
    }

    @Override
    public void joinRow(float[] planes, int at, int step, float scale, float lift, MemorySegment in, long inOffset,
            MemorySegment out, long outOffset, int pixels) {
        joinRow.begin().joinRow(planes, at, step, scale, lift, in, inOffset, out, outOffset, pixels);
        joinRow.end(pixels);
    }

    @Override
    public void relightRow(float[] target, int targetAt, float scale, float lift, float[] luma, int lumaAt,
            MemorySegment in, long inOffset, MemorySegment out, long outOffset, int pixels) {
        relightRow.begin().relightRow(target, targetAt, scale, lift, luma, lumaAt, in, inOffset, out, outOffset,
                pixels);
        relightRow.end(pixels);
    }
}
