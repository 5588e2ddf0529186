package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.ScalarKernels;
import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Every pixel taken from the frame of its delay; blocks are treated as in {@link DisplaceRow}, with one frame fewer. */
final class PickRow {
    private static final ScalarKernels PLAIN = new ScalarKernels();

    private PickRow() {}

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
            IntVector second = PixelVectors.load(memory, ageOffsets[newest + span] + rowOffset + at);
            VectorMask<Integer> older = behind.compare(VectorOperators.GE, Kernels.ONE_FRAME);
            PixelVectors.store(first.blend(second, older), out, outOffset + at);
        }
    }

    /** A block whose delays reach over any number of frames. */
    private static void wideBlock(MemorySegment memory, long[] ageOffsets, int[] delays, int index, long rowOffset,
            MemorySegment out, long outOffset) {
        int newest = DelayBlock.newest(delays, index);
        int span = DelayBlock.oldest(delays, index) - newest;
        if (span > DelayBlock.WIDEST) {
            PLAIN.pickRow(memory, ageOffsets, delays, index, rowOffset, out, outOffset, PixelVectors.LANES);
            return;
        }
        IntVector behind = DelayBlock.behind(delays, index, newest);
        IntVector picked = PixelVectors.load(memory, ageOffsets[newest] + rowOffset);
        for (int age = 1; age <= span; age++) {
            VectorMask<Integer> reached = behind.compare(VectorOperators.GE, age << Kernels.DELAY_BITS);
            picked = picked.blend(PixelVectors.load(memory, ageOffsets[newest + age] + rowOffset), reached);
        }
        PixelVectors.store(picked, out, outOffset);
    }
}
