/**
 * What is made of the frames: the effects of a preset, connected once, run for every picture on a fixed set of workers.
 * Receives the past of frames and the values for this picture; hands on the picture. Knows {@code engine.ring}, and
 * neither sources nor outlets.
 */
@NullMarked
package io.github.slitstream.engine.chain;

import org.jspecify.annotations.NullMarked;
