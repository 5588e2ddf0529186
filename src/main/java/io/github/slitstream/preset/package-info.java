/**
 * A preset: the settings of ring and sizes and the ordered list of effects, as immutable values; how it is kept in YAML
 * files, and undo of its changes. May know {@code effect}, {@code pattern}, {@code param}, {@code file} and
 * {@code frame}.
 */
@NullMarked
package io.github.slitstream.preset;

import org.jspecify.annotations.NullMarked;
