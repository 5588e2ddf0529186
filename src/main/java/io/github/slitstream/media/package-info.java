/**
 * Everything of JavaCV: the sources and sinks that stand behind the ports of {@link io.github.slitstream.frame}.
 * Cameras, video files, URLs, stills, numbered sequences and the built-in scene come in; videos, stills and sequences
 * go out; pictures change size. Speaks to FFmpeg and OpenCV through their JavaCV presets and knows only {@code frame}
 * and {@code file}.
 */
@NullMarked
package io.github.slitstream.media;

import org.jspecify.annotations.NullMarked;
