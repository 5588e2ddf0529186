package io.github.slitstream.kernel.matrix;

import io.github.slitstream.kernel.KernelChoice;

/** The kernels on matrices that this machine uses. */
final class MatrixChoice {
    static final RankKernels RANKS = KernelChoice.of(RankKernels.class, ScalarRanks::new, "VectorRanks");
    static final FundamentalKernels FUNDAMENTALS = KernelChoice.of(FundamentalKernels.class, ScalarFundamentals::new,
            "VectorFundamentals");

    private MatrixChoice() {}
}
