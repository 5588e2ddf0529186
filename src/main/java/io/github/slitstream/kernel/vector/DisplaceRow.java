package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.ScalarKernels;
import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Every pixel blended between the two frames around its delay.
 *
 * <p>
 * Where delays change slowly, the delays of a block differ by less than a few frames, and each of these frames can be read as
 * a whole block: a lane then chooses its two frames by mask. Two neighbouring pairs, three frames, are the common case and go
 * without a branch on which of the pairs occur, since that would be hard to foresee. Where delays jump about, the plain kernel
 * reads pixel by pixel.
 */
final class DisplaceRow {
    private static final ScalarKernels PLAIN = new ScalarKernels();
    private static final int WEIGHT = Kernels.ONE_FRAME - 1;

    private DisplaceRow() {}

    /** @param pixels a multiple of {@link PixelVectors#LANES} */
    static void blocks(MemorySegment memory, long[] ageOffsets, int[] delays, int firstDelay, long rowOffset,
            MemorySegment out, long outOffset, int pixels) {
        for (int i = 0; i < pixels; i += PixelVectors.LANES) {
            long at = (long) i * PixelVectors.BYTES;
            int index = firstDelay + i;
            int newest = DelayBlock.newestAtEnds(delays, index);
            int span = DelayBlock.oldestAtEnds(delays, index) - newest;
            IntVector behind = DelayBlock.behind(delays, index, newest);
            if (span > 1 || !DelayBlock.allWithin(behind, span)) {
                wideBlock(memory, ageOffsets, delays, index, rowOffset + at, out, outOffset + at);
                continue;
            }
            IntVector first = PixelVectors.load(memory, ageOffsets[newest] + rowOffset + at);
            IntVector second = PixelVectors.load(memory, ageOffsets[newest + 1] + rowOffset + at);
            IntVector third = PixelVectors.load(memory, ageOffsets[newest + span + 1] + rowOffset + at);
            VectorMask<Integer> older = behind.compare(VectorOperators.GE, Kernels.ONE_FRAME);
            IntVector blended = PixelVectors.blend(first.blend(second, older), second.blend(third, older),
                    PixelVectors.weights(behind.and(WEIGHT)));
            PixelVectors.store(blended, out, outOffset + at);
        }
    }

    /** A block whose delays reach over any number of frames. */
    private static void wideBlock(MemorySegment memory, long[] ageOffsets, int[] delays, int index, long rowOffset,
            MemorySegment out, long outOffset) {
        int newest = DelayBlock.newest(delays, index);
        int span = DelayBlock.oldest(delays, index) - newest;
        if (span > DelayBlock.WIDEST) {
            PLAIN.displaceRow(memory, ageOffsets, delays, index, rowOffset, out, outOffset, PixelVectors.LANES);
            return;
        }
        IntVector behind = DelayBlock.behind(delays, index, newest);
        IntVector frame = PixelVectors.load(memory, ageOffsets[newest + 1] + rowOffset);
        IntVector newer = PixelVectors.load(memory, ageOffsets[newest] + rowOffset);
        IntVector older = frame;
        for (int age = 1; age <= span; age++) {
            VectorMask<Integer> reached = behind.compare(VectorOperators.GE, age << Kernels.DELAY_BITS);
            newer = newer.blend(frame, reached);
            frame = PixelVectors.load(memory, ageOffsets[newest + age + 1] + rowOffset);
            older = older.blend(frame, reached);
        }
        IntVector blended = PixelVectors.blend(newer, older, PixelVectors.weights(behind.and(WEIGHT)));
        PixelVectors.store(blended, out, outOffset);
    }
}
