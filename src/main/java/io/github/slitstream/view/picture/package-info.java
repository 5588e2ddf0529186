/**
 * Pictures from the engine on the screen, without a copy. Receives exchanges and frames, hands on images. May know
 * {@code engine} and {@code frame}.
 */
@NullMarked
package io.github.slitstream.view.picture;

import org.jspecify.annotations.NullMarked;
