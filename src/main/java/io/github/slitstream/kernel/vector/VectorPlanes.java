package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.kernel.ScalarPlanes;
import java.lang.foreign.MemorySegment;

/**
 * The kernels on planes in the widest registers of this machine; what is left behind the last whole block goes the
 * scalar way.
 */
final class VectorPlanes implements PlaneKernels {
    private final ScalarPlanes scalar = new ScalarPlanes();

    @Override
    public void splitRow(MemorySegment in, long inOffset, float[] planes, int at, int step, int pixels) {
        int done = in.isNative() ? wholeBlocks(pixels) : 0;
        if (done > 0) {
            SplitRow.channels(NativeMemory.address(in, inOffset, bytes(done)), planes, at, step, done);
        }
        scalar.splitRow(in, inOffset + bytes(done), planes, at + done, step, pixels - done);
    }

    @Override
    public void lumaRow(MemorySegment in, long inOffset, float[] luma, int at, int pixels) {
        int done = in.isNative() ? wholeBlocks(pixels) : 0;
        if (done > 0) {
            SplitRow.luma(NativeMemory.address(in, inOffset, bytes(done)), luma, at, done);
        }
        scalar.lumaRow(in, inOffset + bytes(done), luma, at + done, pixels - done);
    }

    @Override
    public void correlateRow(float[] in, int[] starts, float[] weights, int shift, float[] out, int outAt, int length) {
        if (length < PixelLanes.LANES) {
            scalar.correlateRow(in, starts, weights, shift, out, outAt, length);
        } else {
            CorrelateRow.blocks(in, starts, weights, shift, out, outAt, length);
        }
    }

    @Override
    public void magnitudeRow(float[] x, float[] y, int at, int length) {
        int done = wholeBlocks(length);
        CorrelateRow.magnitudes(x, y, at, done);
        scalar.magnitudeRow(x, y, at + done, length - done);
    }

    @Override
    public void joinRow(float[] planes, int at, int step, float scale, float lift, MemorySegment in, long inOffset,
            MemorySegment out, long outOffset, int pixels) {
        int done = in.isNative() && out.isNative() ? wholeBlocks(pixels) : 0;
        long rest = bytes(done);
        if (done > 0) {
            JoinRow.channels(planes, at, step, scale, lift, NativeMemory.address(in, inOffset, rest),
                    NativeMemory.writableAddress(out, outOffset, rest), done);
        }
        scalar.joinRow(planes, at + done, step, scale, lift, in, inOffset + rest, out, outOffset + rest, pixels - done);
    }

    @Override
    public void relightRow(float[] target, int targetAt, float scale, float lift, float[] luma, int lumaAt,
            MemorySegment in, long inOffset, MemorySegment out, long outOffset, int pixels) {
        int done = in.isNative() && out.isNative() ? wholeBlocks(pixels) : 0;
        long rest = bytes(done);
        if (done > 0) {
            JoinRow.relit(target, targetAt, scale, lift, luma, lumaAt, NativeMemory.address(in, inOffset, rest),
                    NativeMemory.writableAddress(out, outOffset, rest), done);
        }
        scalar.relightRow(target, targetAt + done, scale, lift, luma, lumaAt + done, in, inOffset + rest, out,
                outOffset + rest, pixels - done);
    }

    private static int wholeBlocks(int pixels) {
        return PixelLanes.SPECIES.loopBound(pixels);
    }

    private static long bytes(int pixels) {
        return (long) pixels * PixelLanes.BYTES;
    }
}
