package io.github.slitstream.kernel.vector;

import io.github.slitstream.kernel.Kernels;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** What the delays of one block of pixels have in common. Ages are whole frames. */
final class DelayBlock {
    /** Ages a block may span before reading it pixel by pixel is faster than reading a block of each age. */
    static final int WIDEST = PixelVectors.LANES / 2;
    /** Pixels that go one by one where a block spans more: several blocks, since jumpy delays seldom come alone. */
    static final int JUMPY = 8 * PixelVectors.LANES;

    private DelayBlock() {}

    /** The smaller age of the block's first and last pixel: the block's smallest where delays rise or fall steadily. */
    static int newestAtEnds(int[] delays, int index) {
        return Math.min(delays[index], delays[index + PixelVectors.LANES - 1]) >> Kernels.DELAY_BITS;
    }

    /** The larger age of the block's first and last pixel. */
    static int oldestAtEnds(int[] delays, int index) {
        return Math.max(delays[index], delays[index + PixelVectors.LANES - 1]) >> Kernels.DELAY_BITS;
    }

    static int newest(int[] delays, int index) {
        return load(delays, index).reduceLanes(VectorOperators.MIN) >> Kernels.DELAY_BITS;
    }

    static int oldest(int[] delays, int index) {
        return load(delays, index).reduceLanes(VectorOperators.MAX) >> Kernels.DELAY_BITS;
    }

    /** Each delay less an age: negative where a pixel is newer. */
    static IntVector behind(int[] delays, int index, int age) {
        return load(delays, index).sub(age << Kernels.DELAY_BITS);
    }

    /** @param span 0 or 1: whether every whole part is 0, or 0 or 1 */
    static boolean allWithin(IntVector behind, int span) {
        return behind.lanewise(VectorOperators.LSHR, Kernels.DELAY_BITS + span).compare(VectorOperators.EQ, 0)
                .allTrue();
    }

    /** Where in some memory a block starts at the latest, plus one. */
    static long end(MemorySegment memory) {
        return memory.byteSize() - PixelVectors.BLOCK + 1;
    }

    /** A block of a frame; all frames are read through their common memory, whose address and {@link #end} are given. */
    static IntVector load(long memory, long offset, long end) {
        return PixelVectors.load(memory + Objects.checkIndex(offset, end));
    }

    private static IntVector load(int[] delays, int index) {
        return IntVector.fromArray(PixelVectors.SPECIES, delays, index);
    }
}
