/**
 * How near moments made between frames come to the truth: the demo drawn at exact times, or frames that were left out.
 * Receives sources; hands on decibels.
 */
@NullMarked
package io.github.slitstream.bench.accuracy;

import org.jspecify.annotations.NullMarked;
