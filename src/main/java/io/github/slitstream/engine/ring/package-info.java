/**
 * The past frames that are kept, as a preset wants them, and the memory that they take. Receives sizes and presets;
 * hands on rings, with the frames of those that they replace. Knows {@code frame}, {@code param}, {@code kernel},
 * {@code effect} and {@code preset}.
 */
@NullMarked
package io.github.slitstream.engine.ring;

import org.jspecify.annotations.NullMarked;
