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

    /**
     * @param out address of the row to write
     * @param pixels a multiple of {@link PixelVectors#LANES}
     */
    static void blocks(MemorySegment memory, long[] ageOffsets, int[] delays, int firstDelay, long rowOffset, long out,
            int pixels) {
        long frames = NativeMemory.address(memory, 0, memory.byteSize());
        long end = DelayBlock.end(memory);
        int i = 0;
        while (i < pixels) {
            long at = (long) i * PixelVectors.BYTES;
            long offset = rowOffset + at;
            int index = firstDelay + i;
            int newest = DelayBlock.newestAtEnds(delays, index);
            int span = DelayBlock.oldestAtEnds(delays, index) - newest;
            IntVector behind = DelayBlock.behind(delays, index, newest);
            if (span > 1 || !DelayBlock.allWithin(behind, span)) {
                i += wideBlock(memory, ageOffsets, delays, index, offset, out + at, pixels - i);
                continue;
            }
            IntVector first = DelayBlock.load(frames, ageOffsets[newest] + offset, end);
            IntVector second = DelayBlock.load(frames, ageOffsets[newest + span] + offset, end);
            VectorMask<Integer> older = behind.compare(VectorOperators.GE, Kernels.ONE_FRAME);
            first.blend(second, older).intoMemorySegment(NativeMemory.EVERYWHERE, out + at, PixelVectors.ORDER);
            i += PixelVectors.LANES;
        }
    }

    /** The next block, whose delays reach over any number of frames, and perhaps more; returns the pixels done. */
    private static int wideBlock(MemorySegment memory, long[] ageOffsets, int[] delays, int index, long offset,
            long out, int pixels) {
        int newest = DelayBlock.newest(delays, index);
        int span = DelayBlock.oldest(delays, index) - newest;
        if (span > DelayBlock.WIDEST) {
            int jumpy = Math.min(DelayBlock.JUMPY, pixels);
            PLAIN.pickRow(memory, ageOffsets, delays, index, offset, NativeMemory.EVERYWHERE, out, jumpy);
            return jumpy;
        }
        long frames = NativeMemory.address(memory, 0, memory.byteSize());
        long end = DelayBlock.end(memory);
        IntVector behind = DelayBlock.behind(delays, index, newest);
        IntVector picked = DelayBlock.load(frames, ageOffsets[newest] + offset, end);
        for (int age = 1; age <= span; age++) {
            VectorMask<Integer> reached = behind.compare(VectorOperators.GE, age << Kernels.DELAY_BITS);
            picked = picked.blend(DelayBlock.load(frames, ageOffsets[newest + age] + offset, end), reached);
        }
        picked.intoMemorySegment(NativeMemory.EVERYWHERE, out, PixelVectors.ORDER);
        return PixelVectors.LANES;
    }
}
