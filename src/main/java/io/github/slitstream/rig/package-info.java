/**
 * Camera rigs: projection matrices and the files they come in, the fundamental matrices of all pairs, epipolar lines.
 * Receives files and points, hands on values, {@code .npy} files and the pictures of a rig as one source. May know
 * {@code frame}, {@code kernel}, {@code array} and {@code param}.
 */
@NullMarked
package io.github.slitstream.rig;

import org.jspecify.annotations.NullMarked;
