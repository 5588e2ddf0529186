/**
 * Row-shaped pixel arithmetic: what effects do to a row, told once in plain Java ({@code ScalarKernels}, the reference)
 * and once for vector registers ({@code kernel.vector}), which agree bit for bit. May know {@code frame}.
 */
@NullMarked
package io.github.slitstream.kernel;

import org.jspecify.annotations.NullMarked;
