/**
 * Those we are compared with: C compiled on the spot, a Python process, OpenCV, FFmpeg. Receives plain memory, hands on
 * {@link io.github.slitstream.bench.peer.Implementation}s. May know {@code frame} and {@code media}; beside
 * {@code media} the only package that may use {@code org.bytedeco}, because a peer is the library itself.
 */
@NullMarked
package io.github.slitstream.bench.peer;

import org.jspecify.annotations.NullMarked;
