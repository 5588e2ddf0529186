/**
 * The kernels in vector registers: one file per kernel, each bit for bit equal to {@code ScalarKernels}. The only
 * package that touches {@code jdk.incubator.vector}; loaded by name, so that Slitstream runs without that module. May
 * know {@code kernel}.
 */
@NullMarked
package io.github.slitstream.kernel.vector;

import org.jspecify.annotations.NullMarked;
