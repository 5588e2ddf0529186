package io.github.slitstream.kernel.vector;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.MomentKernels;
import io.github.slitstream.kernel.PackedFrames;
import io.github.slitstream.kernel.PixelPlaces;
import io.github.slitstream.kernel.ScalarMoments;
import java.lang.foreign.MemorySegment;

/**
 * The kernels for moments of many frames in the widest registers of this machine; what is left behind the last whole
 * block goes the scalar way, and so does what lies in an array.
 */
final class VectorMoments implements MomentKernels {
    private final ScalarMoments scalar = new ScalarMoments();

    @Override
    public void cubicRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, FrameSize size,
            MemorySegment out, long outOffset) {
        int done = memory.isNative() && out.isNative() ? wholeBlocks(size.width()) : 0;
        if (done > 0) {
            long at = (long) row * size.stride();
            CubicRow.pixels(NativeMemory.rows(memory, ageOffsets, at, bytes(done)), ageOffsets, delays, row,
                    NativeMemory.writableAddress(out, outOffset, bytes(done)), done);
        }
        scalar.cubicPixels(memory, ageOffsets, delays, row, size, out, outOffset, done);
    }

    @Override
    public void cubicPackedRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, FrameSize size,
            MemorySegment out, long outOffset) {
        boolean suits = PackedPixels.AVAILABLE && memory.isNative() && out.isNative();
        int done = suits ? wholeBlocks(size.width()) : 0;
        if (done > 0) {
            CubicRow.packedPixels(NativeMemory.rows(memory, ageOffsets, PackedFrames.luma(size, row), done),
                    NativeMemory.rows(memory, ageOffsets, PackedFrames.chroma(size, row), done), ageOffsets, delays,
                    row, NativeMemory.writableAddress(out, outOffset, bytes(done)), done);
        }
        scalar.cubicPackedPixels(memory, ageOffsets, delays, row, size, out, outOffset, done);
    }

    @Override
    public void placedRow(MemorySegment memory, long[] ageOffsets, Delays delays, PixelPlaces places, int row,
            FrameSize size, MemorySegment out, long outOffset) {
        boolean suits = memory.isNative() && out.isNative() && VectorKernels.hasNeighbours(size);
        int done = suits ? wholeBlocks(size.width()) : 0;
        if (done > 0) {
            PixelChunk chunk = PixelChunk.ofThisThread();
            chunk.begin(NativeMemory.rows(memory, ageOffsets, 0, size.bytes()), ageOffsets, delays, row, size);
            PlacedRow.pixels(chunk, places, NativeMemory.writableAddress(out, outOffset, bytes(done)), done);
        }
        scalar.placedPixels(memory, ageOffsets, delays, places, row, size, out, outOffset, done);
    }

    @Override
    public void placedPackedRow(MemorySegment memory, long[] ageOffsets, Delays delays, PixelPlaces places, int row,
            FrameSize size, MemorySegment out, long outOffset) {
        boolean suits = PackedPixels.AVAILABLE && memory.isNative() && out.isNative()
                && VectorKernels.hasNeighbours(size);
        int done = suits ? wholeBlocks(size.width()) : 0;
        if (done > 0) {
            PixelChunk chunk = PixelChunk.ofThisThread();
            chunk.begin(NativeMemory.rows(memory, ageOffsets, 0, PackedFrames.bytesOf(size)), ageOffsets, delays, row,
                    size);
            PlacedRow.packedPixels(chunk, places, NativeMemory.writableAddress(out, outOffset, bytes(done)), done);
        }
        scalar.placedPackedPixels(memory, ageOffsets, delays, places, row, size, out, outOffset, done);
    }

    @Override
    public void meanRow(MemorySegment in, long inOffset, long step, int rows, MemorySegment out, long outOffset,
            int pixels) {
        int done = in.isNative() && out.isNative() ? wholeBlocks(pixels) : 0;
        long rest = bytes(done);
        if (done > 0) {
            MeanRow.blocks(NativeMemory.address(in, inOffset, (rows - 1) * step + rest), step, rows,
                    NativeMemory.writableAddress(out, outOffset, rest), done);
        }
        if (done < pixels) {
            scalar.meanRow(in, inOffset + rest, step, rows, out, outOffset + rest, pixels - done);
        }
    }

    @Override
    public void mergeRow(MemorySegment in, long inOffset, long step, MemorySegment out, long outOffset, int pixels) {
        int done = in.isNative() && out.isNative() ? wholeBlocks(pixels) : 0;
        long rest = bytes(done);
        if (done > 0) {
            MeanRow.merged(NativeMemory.address(in, inOffset, 2 * step + rest), step,
                    NativeMemory.writableAddress(out, outOffset, rest), done);
        }
        if (done < pixels) {
            scalar.mergeRow(in, inOffset + rest, step, out, outOffset + rest, pixels - done);
        }
    }

    @Override
    public void lightenRow(MemorySegment below, long belowOffset, MemorySegment above, long aboveOffset, int weight,
            MemorySegment out, long outOffset, int pixels) {
        int done = below.isNative() && above.isNative() && out.isNative() ? wholeBlocks(pixels) : 0;
        long rest = bytes(done);
        if (done > 0) {
            OverlayRow.lighter(NativeMemory.address(below, belowOffset, rest),
                    NativeMemory.address(above, aboveOffset, rest), weight,
                    NativeMemory.writableAddress(out, outOffset, rest), done);
        }
        if (done < pixels) {
            scalar.lightenRow(below, belowOffset + rest, above, aboveOffset + rest, weight, out, outOffset + rest,
                    pixels - done);
        }
    }

    @Override
    public void darkenRow(MemorySegment below, long belowOffset, MemorySegment above, long aboveOffset, int weight,
            MemorySegment out, long outOffset, int pixels) {
        int done = below.isNative() && above.isNative() && out.isNative() ? wholeBlocks(pixels) : 0;
        long rest = bytes(done);
        if (done > 0) {
            OverlayRow.darker(NativeMemory.address(below, belowOffset, rest),
                    NativeMemory.address(above, aboveOffset, rest), weight,
                    NativeMemory.writableAddress(out, outOffset, rest), done);
        }
        if (done < pixels) {
            scalar.darkenRow(below, belowOffset + rest, above, aboveOffset + rest, weight, out, outOffset + rest,
                    pixels - done);
        }
    }

    @Override
    public void screenRow(MemorySegment below, long belowOffset, MemorySegment above, long aboveOffset, int weight,
            MemorySegment out, long outOffset, int pixels) {
        int done = below.isNative() && above.isNative() && out.isNative() ? wholeBlocks(pixels) : 0;
        long rest = bytes(done);
        if (done > 0) {
            OverlayRow.screened(NativeMemory.address(below, belowOffset, rest),
                    NativeMemory.address(above, aboveOffset, rest), weight,
                    NativeMemory.writableAddress(out, outOffset, rest), done);
        }
        if (done < pixels) {
            scalar.screenRow(below, belowOffset + rest, above, aboveOffset + rest, weight, out, outOffset + rest,
                    pixels - done);
        }
    }

    private static int wholeBlocks(int pixels) {
        return PixelLanes.SPECIES.loopBound(pixels);
    }

    private static long bytes(int pixels) {
        return (long) pixels * PixelLanes.BYTES;
    }
}
