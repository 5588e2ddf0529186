/**
 * What runs: the live player and rendering from file to file, which tie the rooms within together: {@code intake},
 * {@code ring}, {@code chain}, {@code outlet} and {@code statistics}. Receives sources and sinks through the ports of
 * {@code frame}; hands pictures to whoever shows or keeps them. May know everything but {@code media}, {@code view} and
 * {@code cli}.
 */
@NullMarked
package io.github.slitstream.engine;

import org.jspecify.annotations.NullMarked;
