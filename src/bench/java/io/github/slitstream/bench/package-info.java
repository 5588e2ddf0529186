/**
 * The bench: rows of work, each done by us and by others in one run, results compared before the clock starts.
 * {@link io.github.slitstream.bench.Row} and {@link io.github.slitstream.bench.Workload} are what a row is made of,
 * {@code bench.row} holds the rows and their catalog, {@code bench.peer} those we are compared with, {@code bench.cli}
 * the commands. Hands on scores. A jar of its own, of which the program knows nothing. May know everything but
 * {@code cli}.
 */
@NullMarked
package io.github.slitstream.bench;

import org.jspecify.annotations.NullMarked;
