/**
 * Painting of delay maps: a model without a scene (tools, strokes, symmetry, undo), and what shows it over the picture.
 * Receives the preset model and where the picture lies. May know {@code model} and {@code control}.
 */
@NullMarked
package io.github.slitstream.view.paint;

import org.jspecify.annotations.NullMarked;
