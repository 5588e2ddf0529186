/**
 * What the window does with a picture, to be timed without a window. Receives frames, hands on
 * {@link io.github.slitstream.bench.peer.Implementation}s. Beside {@code view} the only package that may use
 * {@code javafx}.
 */
@NullMarked
package io.github.slitstream.bench.view;

import org.jspecify.annotations.NullMarked;
