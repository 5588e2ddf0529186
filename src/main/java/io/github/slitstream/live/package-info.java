/**
 * The whole program at work for a while, and what was measured meanwhile: source, capture, ring, chain, exchange and
 * window, perhaps a recording. Receives the ports of sources and sinks; hands on a
 * {@link io.github.slitstream.live.LiveScore} or a {@link io.github.slitstream.live.SwitchingScore}. May know
 * everything but {@code media} and {@code cli}.
 */
@NullMarked
package io.github.slitstream.live;

import org.jspecify.annotations.NullMarked;
