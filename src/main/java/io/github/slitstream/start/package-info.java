/**
 * What makes the next start of the program short: an archive of its classes, made where it runs. Receives the commands
 * that it needs from {@code cli}. May know {@code fault} and {@code file}.
 */
@NullMarked
package io.github.slitstream.start;

import org.jspecify.annotations.NullMarked;
