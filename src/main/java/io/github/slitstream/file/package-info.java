/**
 * Files as far as they have nothing to do with what is in them: an output takes its place when it is complete, not
 * before, and room on the disk is asked for first; JSON is written, and YAML of any origin is read within bounds. Knows
 * nothing else of Slitstream.
 */
@NullMarked
package io.github.slitstream.file;

import org.jspecify.annotations.NullMarked;
