/**
 * Pictures and their past: sizes, frames, the ring of the last N frames, and the ports that bring frames in and carry
 * them out. Knows nothing else of Slitstream.
 */
@NullMarked
package io.github.slitstream.frame;

import org.jspecify.annotations.NullMarked;
