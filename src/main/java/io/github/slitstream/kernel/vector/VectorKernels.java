package io.github.slitstream.kernel.vector;

import io.github.slitstream.frame.FlowGrid;
import io.github.slitstream.frame.FrameFlows;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.PackedFrames;
import io.github.slitstream.kernel.RotationTable;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.MomentKernels;
import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.kernel.Projection;
import io.github.slitstream.kernel.ScalarKernels;
import java.lang.foreign.MemorySegment;

/**
 * Every kernel in the widest registers of this machine. The few pixels behind the last whole block go the scalar way,
 * and so does what lies in an array.
 */
public final class VectorKernels implements Kernels {
    private final ScalarKernels scalar = new ScalarKernels();
    private final PlaneKernels planes = new VectorPlanes();
    private final MomentKernels moments = new VectorMoments();

    @Override
    public String description() {
        return "vector " + PixelLanes.SPECIES.vectorBitSize() + " bit";
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
        int done = a.isNative() && b.isNative() && out.isNative() ? wholeBlocks(pixels) : 0;
        long rest = bytes(done);
        if (done > 0) {
            BlendRow.blocks(NativeMemory.address(a, aOffset, rest), NativeMemory.address(b, bOffset, rest), weight,
                    NativeMemory.writableAddress(out, outOffset, rest), done);
        }
        if (done < pixels) {
            scalar.blendRow(a, aOffset + rest, b, bOffset + rest, weight, out, outOffset + rest, pixels - done);
        }
    }

    @Override
    public void displaceRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, long rowOffset,
            MemorySegment out, long outOffset) {
        int blocks = memory.isNative() && out.isNative() ? delays.width() / Delays.BLOCK : 0;
        int done = blocks * Delays.BLOCK;
        if (blocks > 0) {
            DisplaceRow.blocks(NativeMemory.rows(memory, ageOffsets, rowOffset, bytes(done)), ageOffsets, delays, row,
                    NativeMemory.writableAddress(out, outOffset, bytes(done)), blocks);
        }
        scalar.displacePixels(memory, ageOffsets, delays, row, rowOffset, out, outOffset, done);
    }

    @Override
    public void pickRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, long rowOffset,
            MemorySegment out, long outOffset) {
        int blocks = memory.isNative() && out.isNative() ? delays.width() / Delays.BLOCK : 0;
        int done = blocks * Delays.BLOCK;
        if (blocks > 0) {
            PickRow.blocks(NativeMemory.rows(memory, ageOffsets, rowOffset, bytes(done)), ageOffsets, delays, row,
                    NativeMemory.writableAddress(out, outOffset, bytes(done)), blocks);
        }
        scalar.pickPixels(memory, ageOffsets, delays, row, rowOffset, out, outOffset, done);
    }

    @Override
    public void flowRow(MemorySegment memory, long[] ageOffsets, FrameFlows flows, Delays delays, int row,
            FrameSize size, MemorySegment out, long outOffset) {
        if (flows.last() == FrameFlows.NONE) {
            displaceRow(memory, ageOffsets, delays, row, (long) row * size.stride(), out, outOffset);
            return;
        }
        boolean suits = memory.isNative() && out.isNative() && hasNeighbours(size);
        int blocks = suits ? size.width() / Delays.BLOCK : 0;
        int done = blocks * Delays.BLOCK;
        if (blocks > 0) {
            long to = NativeMemory.writableAddress(out, outOffset, bytes(done));
            long frames = NativeMemory.rows(memory, ageOffsets, 0, size.bytes());
            DisplaceRow.blocks(frames + (long) row * size.stride(), ageOffsets, delays, row, to, blocks);
            PixelChunk chunk = PixelChunk.ofThisThread();
            chunk.begin(frames, ageOffsets, delays, row, size);
            chunk.follow(cells(flows, size), flows);
            FlowRow.pixels(chunk, to, done);
        }
        scalar.flowPixels(memory, ageOffsets, flows, delays, row, size, out, outOffset, done);
    }

    @Override
    public void flowPackedRow(MemorySegment memory, long[] ageOffsets, FrameFlows flows, Delays delays, int row,
            FrameSize size, MemorySegment out, long outOffset) {
        if (flows.last() == FrameFlows.NONE) {
            displacePackedRow(memory, ageOffsets, delays, row, PackedFrames.luma(size, row),
                    PackedFrames.chroma(size, row), out, outOffset);
            return;
        }
        boolean suits = PackedPixels.AVAILABLE && memory.isNative() && out.isNative() && hasNeighbours(size);
        int blocks = suits ? size.width() / Delays.BLOCK : 0;
        int done = blocks * Delays.BLOCK;
        if (blocks > 0) {
            long to = NativeMemory.writableAddress(out, outOffset, bytes(done));
            long frames = NativeMemory.rows(memory, ageOffsets, 0, PackedFrames.bytesOf(size));
            DisplacePackedRow.packedBlocks(frames + PackedFrames.luma(size, row),
                    frames + PackedFrames.chroma(size, row), ageOffsets, delays, row, to, blocks);
            PixelChunk chunk = PixelChunk.ofThisThread();
            chunk.begin(frames, ageOffsets, delays, row, size);
            chunk.follow(cells(flows, size), flows);
            FlowPackedRow.pixels(chunk, to, done);
        }
        scalar.flowPackedPixels(memory, ageOffsets, flows, delays, row, size, out, outOffset, done);
    }

    /** Whether every pixel of such frames has another beside it and another above or below it. */
    static boolean hasNeighbours(FrameSize size) {
        return size.width() > 1 && size.height() > 1;
    }

    /** The address to which the starts of flows are added; of those that were found, all cells are within memory. */
    private static long cells(FrameFlows flows, FrameSize size) {
        long last = flows.last();
        return NativeMemory.address(flows.memory(), last, FlowGrid.keptBytes(size)) - last;
    }

    @Override
    public void packRows(MemorySegment in, long topOffset, long bottomOffset, MemorySegment out, long topLuma,
            long bottomLuma, long chroma, int pixels) {
        int done = PackedPixels.AVAILABLE && in.isNative() && out.isNative() ? wholeBlocks(pixels) : 0;
        long rest = bytes(done);
        if (done > 0) {
            long top = NativeMemory.address(in, topOffset, rest);
            long bottom = NativeMemory.address(in, bottomOffset, rest);
            PackedPixels.packLumas(top, NativeMemory.writableAddress(out, topLuma, done), done);
            PackedPixels.packLumas(bottom, NativeMemory.writableAddress(out, bottomLuma, done), done);
            PackedPixels.packChromas(top, bottom, NativeMemory.writableAddress(out, chroma, done), done);
        }
        scalar.packRows(in, topOffset + rest, bottomOffset + rest, out, topLuma + done, bottomLuma + done,
                chroma + done,
                pixels - done);
    }

    @Override
    public void unpackRow(MemorySegment in, long luma, long chroma, MemorySegment out, long outOffset, int pixels) {
        int done = PackedPixels.AVAILABLE && in.isNative() && out.isNative() ? wholeBlocks(pixels) : 0;
        long rest = bytes(done);
        if (done > 0) {
            PackedPixels.unpackRow(NativeMemory.address(in, luma, done), NativeMemory.address(in, chroma, done),
                    NativeMemory.writableAddress(out, outOffset, rest), done);
        }
        scalar.unpackRow(in, luma + done, chroma + done, out, outOffset + rest, pixels - done);
    }

    @Override
    public void displacePackedRow(MemorySegment memory, long[] ageOffsets, Delays delays, int row, long lumaOffset,
            long chromaOffset, MemorySegment out, long outOffset) {
        boolean wide = PackedPixels.AVAILABLE && memory.isNative() && out.isNative();
        int blocks = wide ? delays.width() / Delays.BLOCK : 0;
        int done = blocks * Delays.BLOCK;
        if (blocks > 0) {
            DisplacePackedRow.blocks(NativeMemory.rows(memory, ageOffsets, lumaOffset, done),
                    NativeMemory.rows(memory, ageOffsets, chromaOffset, done), ageOffsets, delays, row,
                    NativeMemory.writableAddress(out, outOffset, bytes(done)), blocks);
        }
        scalar.displacePackedPixels(memory, ageOffsets, delays, row, lumaOffset, chromaOffset, out, outOffset, done);
    }

    @Override
    public void rotateRow(MemorySegment in, long inOffset, RotationTable rotation, MemorySegment out, long outOffset,
            int pixels) {
        int done = in.isNative() && out.isNative() ? wholeBlocks(pixels) : 0;
        long rest = bytes(done);
        if (done > 0) {
            RotateRow.blocks(NativeMemory.address(in, inOffset, rest), rotation,
                    NativeMemory.writableAddress(out, outOffset, rest), done);
        }
        if (done < pixels) {
            scalar.rotateRow(in, inOffset + rest, rotation, out, outOffset + rest, pixels - done);
        }
    }

    @Override
    public void colourRow(MemorySegment in, long inOffset, int[] matrix, MemorySegment out, long outOffset,
            int pixels) {
        int done = in.isNative() && out.isNative() ? wholeBlocks(pixels) : 0;
        long rest = bytes(done);
        if (done > 0) {
            ColourRow.blocks(NativeMemory.address(in, inOffset, rest), matrix,
                    NativeMemory.writableAddress(out, outOffset, rest), done);
        }
        if (done < pixels) {
            scalar.colourRow(in, inOffset + rest, matrix, out, outOffset + rest, pixels - done);
        }
    }

    @Override
    public void reverseRow(MemorySegment in, long inOffset, MemorySegment out, long outOffset, int pixels) {
        int done = in.isNative() && out.isNative() ? wholeBlocks(pixels) : 0;
        long rest = bytes(done);
        int left = pixels - done;
        if (done > 0) {
            ReverseRow.blocks(NativeMemory.address(in, inOffset, rest),
                    NativeMemory.writableAddress(out, outOffset + bytes(left), rest), done);
        }
        if (left > 0) {
            scalar.reverseRow(in, inOffset + rest, out, outOffset, left);
        }
    }

    @Override
    public int sourceRow(Projection projection, int column, int row, int[] sources, int first, int pixels) {
        return SourceRow.nearest(projection, column, row, sources, first, pixels);
    }

    @Override
    public int blendedSourceRow(Projection projection, int column, int row, int[] sources, int[] fractions, int first,
            int pixels) {
        return SourceRow.blended(projection, column, row, sources, fractions, first, pixels);
    }

    @Override
    public void gatherRow(MemorySegment in, long inOffset, int[] sources, int first, int fill, MemorySegment out,
            long outOffset, int pixels) {
        if (!in.isNative() || !out.isNative()) {
            scalar.gatherRow(in, inOffset, sources, first, fill, out, outOffset, pixels);
            return;
        }
        long canvas = in.byteSize() - inOffset;
        GatherRow.nearest(NativeMemory.address(in, inOffset, canvas), (int) (canvas / PixelLanes.BYTES), sources,
                first, fill, NativeMemory.writableAddress(out, outOffset, bytes(pixels)), pixels);
    }

    @Override
    public void gatherLinearRow(MemorySegment in, long inOffset, int width, int height, int[] sources, int[] fractions,
            int first, int fill, MemorySegment out, long outOffset, int pixels) {
        boolean hasNeighbours = width > 1 && height > 1;
        int done = in.isNative() && out.isNative() && hasNeighbours ? GatherRow.wholeBlocks(pixels) : 0;
        long rest = bytes(done);
        if (done > 0) {
            GatherRow.linear(NativeMemory.address(in, inOffset, bytes(width) * height), width, height, sources,
                    fractions, first, fill, NativeMemory.writableAddress(out, outOffset, rest), done);
        }
        if (done < pixels) {
            scalar.gatherLinearRow(in, inOffset, width, height, sources, fractions, first + done, fill, out,
                    outOffset + rest, pixels - done);
        }
    }

    @Override
    public void gatherCubicRow(MemorySegment in, long inOffset, int width, int height, int[] sources, int[] fractions,
            int first, int fill, MemorySegment out, long outOffset, int pixels) {
        int done = in.isNative() && out.isNative() ? GatherCubicRow.wholeBlocks(pixels) : 0;
        long rest = bytes(done);
        if (done > 0) {
            GatherCubicRow.blend(NativeMemory.address(in, inOffset, bytes(width) * height), width, height, sources,
                    fractions, first, fill, NativeMemory.writableAddress(out, outOffset, rest), done);
        }
        if (done < pixels) {
            scalar.gatherCubicRow(in, inOffset, width, height, sources, fractions, first + done, fill, out,
                    outOffset + rest, pixels - done);
        }
    }

    private static int wholeBlocks(int pixels) {
        return PixelLanes.SPECIES.loopBound(pixels);
    }

    private static long bytes(int pixels) {
        return (long) pixels * PixelLanes.BYTES;
    }
}
