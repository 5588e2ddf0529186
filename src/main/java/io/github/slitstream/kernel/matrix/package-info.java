/**
 * Arithmetic on small matrices of doubles, for the tools on arrays and on rigs of cameras: ranks of 2×2 blocks and
 * fundamental matrices, in plain Java (the reference) and, in {@code kernel.vector}, for vector registers. Kernels of
 * pictures do not know it. May know {@code kernel} for the choice between the two.
 */
@NullMarked
package io.github.slitstream.kernel.matrix;

import org.jspecify.annotations.NullMarked;
