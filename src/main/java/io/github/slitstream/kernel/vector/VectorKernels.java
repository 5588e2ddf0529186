package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.ChannelRotation;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.ScalarKernels;
import java.lang.foreign.MemorySegment;

/** Every kernel in the widest registers of this machine; the few pixels behind the last whole block go the plain way. */
public final class VectorKernels implements Kernels {
    private final ScalarKernels plain = new ScalarKernels();

    @Override
    public String description() {
        return "vector " + PixelVectors.SPECIES.vectorBitSize() + " bit";
    }

    @Override
    public void blendRow(MemorySegment a, long aOffset, MemorySegment b, long bOffset, int weight, MemorySegment out,
            long outOffset, int pixels) {
        int done = PixelVectors.SPECIES.loopBound(pixels);
        BlendRow.blocks(a, aOffset, b, bOffset, weight, out, outOffset, done);
        if (done < pixels) {
            long rest = bytes(done);
            plain.blendRow(a, aOffset + rest, b, bOffset + rest, weight, out, outOffset + rest, pixels - done);
        }
    }

    @Override
    public void displaceRow(MemorySegment memory, long[] ageOffsets, int[] delays, int firstDelay, long rowOffset,
            MemorySegment out, long outOffset, int pixels) {
        int done = PixelVectors.SPECIES.loopBound(pixels);
        DisplaceRow.blocks(memory, ageOffsets, delays, firstDelay, rowOffset, out, outOffset, done);
        if (done < pixels) {
            long rest = bytes(done);
            plain.displaceRow(memory, ageOffsets, delays, firstDelay + done, rowOffset + rest, out, outOffset + rest,
                    pixels - done);
        }
    }

    @Override
    public void pickRow(MemorySegment memory, long[] ageOffsets, int[] delays, int firstDelay, long rowOffset,
            MemorySegment out, long outOffset, int pixels) {
        int done = PixelVectors.SPECIES.loopBound(pixels);
        PickRow.blocks(memory, ageOffsets, delays, firstDelay, rowOffset, out, outOffset, done);
        if (done < pixels) {
            long rest = bytes(done);
            plain.pickRow(memory, ageOffsets, delays, firstDelay + done, rowOffset + rest, out, outOffset + rest,
                    pixels - done);
        }
    }

    @Override
    public void rotateRow(MemorySegment in, long inOffset, ChannelRotation rotation, MemorySegment out, long outOffset,
            int pixels) {
        int done = PixelVectors.SPECIES.loopBound(pixels);
        RotateRow.blocks(in, inOffset, rotation, out, outOffset, done);
        if (done < pixels) {
            long rest = bytes(done);
            plain.rotateRow(in, inOffset + rest, rotation, out, outOffset + rest, pixels - done);
        }
    }

    @Override
    public void colourRow(MemorySegment in, long inOffset, int[] matrix, MemorySegment out, long outOffset,
            int pixels) {
        int done = PixelVectors.SPECIES.loopBound(pixels);
        ColourRow.blocks(in, inOffset, matrix, out, outOffset, done);
        if (done < pixels) {
            long rest = bytes(done);
            plain.colourRow(in, inOffset + rest, matrix, out, outOffset + rest, pixels - done);
        }
    }

    @Override
    public void reverseRow(MemorySegment in, long inOffset, MemorySegment out, long outOffset, int pixels) {
        int done = PixelVectors.SPECIES.loopBound(pixels);
        int left = pixels - done;
        ReverseRow.blocks(in, inOffset, out, outOffset + bytes(left), done);
        if (left > 0) {
            plain.reverseRow(in, inOffset + bytes(done), out, outOffset, left);
        }
    }

    private static long bytes(int pixels) {
        return (long) pixels * PixelVectors.BYTES;
    }
}
