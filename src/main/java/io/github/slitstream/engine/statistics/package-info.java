/**
 * What is counted and timed while playing. Receives events, each kind from one thread; hands on numbers to any thread.
 * Knows only {@code frame}.
 */
@NullMarked
package io.github.slitstream.engine.statistics;

import org.jspecify.annotations.NullMarked;
