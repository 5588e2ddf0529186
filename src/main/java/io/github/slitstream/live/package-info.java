/**
 * The whole program at work for a while, and what was counted meanwhile: source, capture, ring, chain, exchange and
 * window, perhaps a recording. Receives the ports of sources and sinks; hands on a
 * {@link io.github.slitstream.live.LiveScore}. May know everything but {@code media} and {@code cli}.
 */
@NullMarked
package io.github.slitstream.live;

import org.jspecify.annotations.NullMarked;
