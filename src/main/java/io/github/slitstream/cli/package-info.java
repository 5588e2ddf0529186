/** The command line, and {@code Main}, which alone puts the parts together. */
@NullMarked
package io.github.slitstream.cli;

import org.jspecify.annotations.NullMarked;
