/** Tests of the sources and sinks. */
@NullMarked
package io.github.slitstream.media;

import org.jspecify.annotations.NullMarked;
