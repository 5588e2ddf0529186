/**
 * What happens to a picture: one file per effect with its parameters, and the one ordered catalog. Receives the history
 * of its input, hands on one picture. May know {@code frame}, {@code param}, {@code array}, {@code kernel} and
 * {@code pattern}.
 */
@NullMarked
package io.github.slitstream.effect;

import org.jspecify.annotations.NullMarked;
