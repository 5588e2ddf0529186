/**
 * The commands of the bench: {@code slitstream bench} and what follows it. Receives command lines, hands on scores in
 * writing. The program finds {@link io.github.slitstream.bench.cli.BenchCommands} as a service. May know the rest of
 * the bench and {@code cli}; beside {@code cli} the only package that may use picocli.
 */
@NullMarked
package io.github.slitstream.bench.cli;

import org.jspecify.annotations.NullMarked;
