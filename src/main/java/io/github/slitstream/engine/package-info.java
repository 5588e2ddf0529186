/**
 * What runs: the chain of effects on a fixed set of workers, the live player with its capture, render and recording
 * threads, and rendering from file to file. Receives sources and sinks through the ports of {@code frame}; hands
 * pictures to whoever shows or keeps them. May know everything but {@code media}, {@code view} and {@code cli}.
 */
@NullMarked
package io.github.slitstream.engine;

import org.jspecify.annotations.NullMarked;
