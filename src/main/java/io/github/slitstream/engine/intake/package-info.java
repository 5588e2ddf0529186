/**
 * What comes in: sources, each on a thread of its own, looked after, and the way of their frames into the ring.
 * Receives sources through the ports of {@code frame}; hands on the ring's newest frame and how the source is doing.
 * Knows {@code engine.ring} and {@code engine.statistics}, and nothing of what is made of the frames.
 */
@NullMarked
package io.github.slitstream.engine.intake;

import org.jspecify.annotations.NullMarked;
