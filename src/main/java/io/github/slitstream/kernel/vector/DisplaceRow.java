package io.github.slitstream.kernel.vector;

import static jdk.incubator.vector.VectorOperators.GE;

import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.Kernels;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/**
 * Every pixel blended between the two frames around its delay.
 *
 * <p>
 * Where delays change slowly, the delays of a block differ by less than a few frames, and each of these frames can be
 * read as a whole block: a lane then chooses its two frames by mask. Two neighbouring pairs, three frames, are the
 * common case and go without a branch on which of the pairs occur, since that would be hard to foresee. Up to
 * {@link #WIDEST} frames, reading them all in order is still faster than reading pixels here and there; beyond that,
 * {@link ScatteredPixels} does it.
 */
final class DisplaceRow {
    /** Whole frames between the newest and the oldest pixel of a block that is still read as blocks. */
    static final int WIDEST = 40;

    private DisplaceRow() {}

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
            if (span > WIDEST) {
                int run = ScatteredPixels.run(ofBlocks, firstBlock + i, blocks - i);
                ScatteredPixels.displace(frames + at, ageOffsets, ofPixels, pixel, out + at, run * Delays.BLOCK);
                i += run;
                continue;
            }
            if (span > 1) {
                wideBlock(frames + at, ageOffsets, newest, span, ofPixels, pixel, out + at);
            } else {
                Lanes.narrowBlock(frames + at + ageOffsets[newest], frames + at + ageOffsets[newest + 1],
                        frames + at + ageOffsets[newest + span + 1], newest, ofPixels, pixel, out + at);
            }
            i++;
        }
    }

    private static void wideBlock(long frames, long[] ageOffsets, int newest, int span, int[] delays, int pixel,
            long out) {
        for (int lane = 0; lane < Delays.BLOCK; lane += PixelLanes.LANES) {
            long at = (long) lane * PixelLanes.BYTES;
            IntVector behind = PixelLanes.behind(delays, pixel + lane, newest);
            IntVector newer = PixelLanes.load(frames + at + ageOffsets[newest]);
            IntVector frame = PixelLanes.load(frames + at + ageOffsets[newest + 1]);
            IntVector older = frame;
            for (int age = 1; age <= span; age++) {
                VectorMask<Integer> reached = behind.compare(GE, age << Kernels.DELAY_BITS);
                newer = newer.blend(frame, reached);
                frame = PixelLanes.load(frames + at + ageOffsets[newest + age + 1]);
                older = older.blend(frame, reached);
            }
            PixelLanes.blend(newer, older, PixelLanes.weightsOf(behind))
                    .intoMemorySegment(NativeMemory.EVERYWHERE, out + at, PixelLanes.ORDER);
        }
    }

    /** What is compiled into the loops above. */
    private static final class Lanes {
        private Lanes() {}

        static void narrowBlock(long first, long second, long third, int newest, int[] delays, int pixel,
                long out) {
            for (int lane = 0; lane < Delays.BLOCK; lane += PixelLanes.LANES) {
                long at = (long) lane * PixelLanes.BYTES;
                IntVector behind = PixelLanes.behind(delays, pixel + lane, newest);
                VectorMask<Integer> older = behind.compare(GE, Kernels.ONE_FRAME);
                IntVector middle = PixelLanes.load(second + at);
                IntVector a = PixelLanes.load(first + at).blend(middle, older);
                IntVector b = middle.blend(PixelLanes.load(third + at), older);
                PixelLanes.blend(a, b, PixelLanes.weightsOf(behind))
                        .intoMemorySegment(NativeMemory.EVERYWHERE, out + at, PixelLanes.ORDER);
            }
        }
    }
}
