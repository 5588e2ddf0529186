/**
 * Finds the flow between the frames of rings: live on a thread of its own, at a size that the machine keeps up with;
 * elsewhere at once. Receives rings that keep flow; hands on nothing but what it puts there. Knows {@code frame},
 * {@code param}, {@code fault}, {@code kernel} and {@code engine.ring}.
 */
@NullMarked
package io.github.slitstream.engine.flow;

import org.jspecify.annotations.NullMarked;
