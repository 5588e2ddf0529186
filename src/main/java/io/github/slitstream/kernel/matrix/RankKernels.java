package io.github.slitstream.kernel.matrix;

import java.lang.foreign.MemorySegment;

/**
 * The rank of 2×2 blocks, measured by their singular values s and a threshold ε. Blocks are row-major doubles in this
 * machine's byte order, one after the other, and finite; offsets are in bytes; outputs never overlap inputs.
 * Implementations keep no state, allocate nothing for ordinary blocks and agree bit for bit.
 */
public interface RankKernels {
    /** Those of the kind that {@link io.github.slitstream.kernel.KernelChoice} says. */
    static RankKernels get() {
        return MatrixChoice.RANKS;
    }

    /**
     * The soft rank Σ s²/(s² + ε²), 0 … 2; NaN for blocks that are not finite.
     *
     * @param out takes one double for each block
     */
    void soft(MemorySegment in, long inOffset, RankThreshold threshold, MemorySegment out, long outOffset, int blocks);

    /**
     * The gradient of {@link #soft} with respect to each entry.
     *
     * @param out takes a block for each block
     */
    void gradients(MemorySegment in, long inOffset, RankThreshold threshold, MemorySegment out, long outOffset,
            int blocks);

    /**
     * How many singular values are at least ε, exactly.
     *
     * @param out takes one byte for each block
     * @throws NumberFormatException if a block is not finite
     */
    void hard(MemorySegment in, long inOffset, RankThreshold threshold, MemorySegment out, long outOffset, int blocks);
}
