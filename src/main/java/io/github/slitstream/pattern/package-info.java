/**
 * Where in time each pixel looks: one file per pattern, the shaping that all share, and the delay map that they fill.
 * May know {@code frame}, {@code param} and {@code kernel}.
 */
@NullMarked
package io.github.slitstream.pattern;

import org.jspecify.annotations.NullMarked;
