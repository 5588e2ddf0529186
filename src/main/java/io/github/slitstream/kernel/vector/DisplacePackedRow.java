package io.github.slitstream.kernel.vector;

import static jdk.incubator.vector.VectorOperators.GE;

import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.Kernels;
import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.IntVector;

/**
 * {@link DisplaceRow} over packed frames: the same choice of frames and the same blend, of lumas and chromas instead of
 * colours. A cache line holds the lumas of four blocks, so reading all frames of a block pays for even wider spans.
 *
 * <p>
 * A run of blocks is first fetched, newer pixels into the output and older ones beside it, then blended, and the row is
 * unpacked where it lies: all at once would be more than the compiler keeps in registers.
 */
final class DisplacePackedRow {
    private DisplacePackedRow() {}

    /**
     * @param lumas address of the row's lumas in the first frame; those of each age are within checked memory
     * @param chromas likewise
     * @param out address of the row to write
     * @param blocks how many whole blocks to do
     */
    static void blocks(long lumas, long chromas, long[] ageOffsets, Delays delays, int row, long out, int blocks) {
        packedBlocks(lumas, chromas, ageOffsets, delays, row, out, blocks);
        PackedPixels.unpackInPlace(out, blocks * Delays.BLOCK);
    }

    /** As {@link #blocks}, but the output stays packed. */
    static void packedBlocks(long lumas, long chromas, long[] ageOffsets, Delays delays, int row, long out,
            int blocks) {
        MemorySegment scratch = RunScratch.ofThisThread();
        for (int from = 0; from < blocks; from += RunScratch.BLOCKS) {
            int column = from * Delays.BLOCK;
            int run = Math.min(RunScratch.BLOCKS, blocks - from);
            long to = out + (long) column * PixelLanes.BYTES;
            int block = delays.firstBlock(row) + from;
            int pixel = delays.firstPixel(row) + column;
            fetch(lumas + column, chromas + column, ageOffsets, delays, block, pixel, run, to, scratch.address());
            ScatteredPixels.blend(to, scratch.address(), delays.ofPixels(), pixel, run * Delays.BLOCK);
        }
    }

    /**
     * Reads the frames of each block from the newest to the one behind the oldest: a lane takes, as its newer pixel,
     * the last that it has reached, and as its older one the next. One loop with one place that loads: more, and the
     * compiler leaves vectors in memory.
     */
    private static void fetch(long lumas, long chromas, long[] ageOffsets, Delays delays, int firstBlock,
            int firstPixel,
            int blocks, long newer, long older) {
        for (int lane = 0; lane < blocks * Delays.BLOCK; lane += PixelLanes.LANES) {
            int block = delays.ofBlocks()[firstBlock + lane / Delays.BLOCK];
            int newest = Delays.newest(block);
            IntVector behind = PixelLanes.behind(delays.ofPixels(), firstPixel + lane, newest);
            IntVector a = behind;
            IntVector b = behind;
            for (int age = 0; age <= Delays.span(block) + 1; age++) {
                long at = lane + ageOffsets[newest + age];
                IntVector frame = PackedLanes.load(lumas + at, chromas + at);
                int reached = age << Kernels.DELAY_BITS;
                a = a.blend(frame, behind.compare(GE, reached));
                b = b.blend(frame, behind.compare(GE, reached - Kernels.ONE_FRAME));
            }
            long to = (long) lane * PixelLanes.BYTES;
            a.intoMemorySegment(NativeMemory.EVERYWHERE, newer + to, PixelLanes.ORDER);
            b.intoMemorySegment(NativeMemory.EVERYWHERE, older + to, PixelLanes.ORDER);
        }
    }
}
