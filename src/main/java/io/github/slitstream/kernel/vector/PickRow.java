package io.github.slitstream.kernel.vector;

import static jdk.incubator.vector.VectorOperators.GE;

import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.Kernels;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/**
 * Every pixel taken from the frame of its delay; blocks are treated as in {@link DisplaceRow}, with one frame fewer.
 */
final class PickRow {
    private PickRow() {}

    /**
     * @param frames address of the row in the first frame; the row of each age is within checked memory
     * @param out address of the row to write
     * @param blocks how many whole blocks to do
     */
    static void blocks(long frames, long[] ageOffsets, Delays delays, int row, long out, int blocks) {
        int[] ofPixels = delays.ofPixels();
        int[] ofBlocks = delays.ofBlocks();
        int firstBlock = delays.firstBlock(row);
        for (int i = 0; i < blocks;) {
            int newest = Delays.newest(ofBlocks[firstBlock + i]);
            int span = Delays.span(ofBlocks[firstBlock + i]);
            int pixel = delays.firstPixel(row) + i * Delays.BLOCK;
            long at = (long) i * Delays.BLOCK * PixelLanes.BYTES;
            if (span > DisplaceRow.WIDEST) {
                int run = ScatteredPixels.run(ofBlocks, firstBlock + i, blocks - i);
                ScatteredPixels.pick(frames + at, ageOffsets, ofPixels, pixel, out + at, run * Delays.BLOCK);
                i += run;
                continue;
            }
            Lanes.block(frames + at, ageOffsets, newest, span, ofPixels, pixel, out + at);
            i++;
        }
    }

    /** What is compiled into the loops above. */
    private static final class Lanes {
        private Lanes() {}

        static void block(long frames, long[] ageOffsets, int newest, int span, int[] delays, int pixel,
                long out) {
            for (int lane = 0; lane < Delays.BLOCK; lane += PixelLanes.LANES) {
                long at = (long) lane * PixelLanes.BYTES;
                IntVector behind = PixelLanes.behind(delays, pixel + lane, newest);
                IntVector picked = PixelLanes.load(frames + at + ageOffsets[newest]);
                for (int age = 1; age <= span; age++) {
                    VectorMask<Integer> reached = behind.compare(GE, age << Kernels.DELAY_BITS);
                    picked = picked.blend(PixelLanes.load(frames + at + ageOffsets[newest + age]), reached);
                }
                picked.intoMemorySegment(NativeMemory.EVERYWHERE, out + at, PixelLanes.ORDER);
            }
        }
    }
}
