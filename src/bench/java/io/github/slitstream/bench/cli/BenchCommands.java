package io.github.slitstream.bench.cli;

import io.github.slitstream.bench.row.Rows;
import io.github.slitstream.bench.stability.Start;
import io.github.slitstream.bench.stability.StartedProgram;
import io.github.slitstream.cli.BenchProvider;
import io.github.slitstream.cli.Main;
import io.github.slitstream.start.OwnCommandLine;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** What the program finds of the bench: {@code bench} and its subcommands. */
public final class BenchCommands implements BenchProvider {
    @Override
    public CommandLine bench() {
        return new CommandLine(new BenchCommand(() -> Rows.ALL)).addSubcommand(stability())
                .addSubcommand(new StartCommand(() -> Rows.ALL)).addSubcommand(new AccuracyCommand());
    }

    private static StabilityCommand stability() {
        return new StabilityCommand(() -> Rows.ALL, () -> Rows.UP_TO_720P, BenchCommands::starts);
    }

    private static Start.Maker starts(double seconds) {
        List<String> command = new ArrayList<>(OwnCommandLine.upTo(Main.class));
        command.addAll(List.of(BenchCommand.NAME, StartCommand.NAME, StartCommand.SECONDS, Double.toString(seconds)));
        return () -> new StartedProgram(command);
    }
}
