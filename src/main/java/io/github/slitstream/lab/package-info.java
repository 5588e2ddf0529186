/**
 * Tools on arrays that have no picture: patches as a matrix (im2col), the convolution that is its product with filters,
 * the rank of 2×2 blocks, and homographies on any number of channels. Receives and hands on elements in C order. May
 * know {@code param}, {@code file}, {@code kernel} and {@code array}.
 */
@NullMarked
package io.github.slitstream.lab;

import org.jspecify.annotations.NullMarked;
