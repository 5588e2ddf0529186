package io.github.slitstream.cli;

import picocli.CommandLine;

/** The command {@code bench}, which comes in a jar of its own and is found as a service. */
public interface BenchProvider {
    /** A new command called {@code bench}, with the subcommands that come in the same jar. */
    CommandLine bench();
}
