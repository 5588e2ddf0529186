package io.github.slitstream.kernel.matrix;

import java.lang.foreign.MemorySegment;

/**
 * Fundamental matrices of pairs of cameras. Implementations keep no state, allocate nothing and agree bit for bit, so
 * any thread may use the one instance of {@link #get}.
 */
public interface FundamentalKernels {
    /** Those of the kind that {@link io.github.slitstream.kernel.KernelChoice} says. */
    static FundamentalKernels get() {
        return MatrixChoice.FUNDAMENTALS;
    }

    /**
     * Fundamental matrices of one camera with several that follow one another: {@code F(camera, first)},
     * {@code F(camera, first + 1)}, …, each nine little-endian doubles, row-major, as {@link CameraMinors} defines
     * them. F(a, b) is bit for bit the transpose of F(b, a).
     *
     * @param count how many matrices, 72 bytes each
     * @param outOffset in bytes
     */
    void row(CameraMinors cameras, int camera, int first, int count, MemorySegment out, long outOffset);
}
