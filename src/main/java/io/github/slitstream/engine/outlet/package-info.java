/**
 * Where pictures go: the window and any number of recordings. Receives finished pictures on the render thread, which
 * never waits for them; each outlet hands on, on a thread of its own, from a bounded queue, counts what it had to drop
 * and fails alone. Knows only {@code frame} and {@code fault}.
 */
@NullMarked
package io.github.slitstream.engine.outlet;

import org.jspecify.annotations.NullMarked;
