/**
 * Camera rigs: projection matrices and the files they come in, the fundamental matrices of all pairs, epipolar lines. Receives files and
 * points, hands on values and {@code .npy} files. May know {@code kernel}, {@code array} and {@code param}.
 */
@NullMarked
package io.github.slitstream.rig;

import org.jspecify.annotations.NullMarked;
