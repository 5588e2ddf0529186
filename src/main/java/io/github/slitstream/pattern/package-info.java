/**
 * Where in time each pixel looks: one file per pattern, the shaping that all share, and the delay map that they fill.
 * Receives a size and values, hands on delays in frames. May know {@code frame}, {@code param} and {@code kernel}; grey
 * pictures are decoded by {@code javax.imageio}.
 */
@NullMarked
package io.github.slitstream.pattern;

import org.jspecify.annotations.NullMarked;
