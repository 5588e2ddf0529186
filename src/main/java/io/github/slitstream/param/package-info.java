/**
 * What can be tuned: typed declarations, each the one place that knows a parameter's range, default, unit and words,
 * and immutable sets of values. Controls, presets, command line and documentation derive from them. Knows nothing else
 * of Slitstream.
 */
@NullMarked
package io.github.slitstream.param;

import org.jspecify.annotations.NullMarked;
