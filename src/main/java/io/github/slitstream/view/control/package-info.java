/**
 * Controls generated from the declarations in {@code param}: one row per parameter with label, control, unit, error
 * line, tooltip and a name for screen readers. Receives values to show, hands on what was tuned.
 */
@NullMarked
package io.github.slitstream.view.control;

import org.jspecify.annotations.NullMarked;
