package io.github.slitstream.bench.cli;

import io.github.slitstream.bench.row.Rows;
import io.github.slitstream.cli.BenchProvider;
import picocli.CommandLine;

/** What the program finds of the bench: {@code bench} and its subcommands. */
public final class BenchCommands implements BenchProvider {
    @Override
    public CommandLine bench() {
        return new CommandLine(new BenchCommand(() -> Rows.ALL));
    }
}
