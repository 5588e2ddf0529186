package io.github.slitstream.bench.cli;

import io.github.slitstream.bench.OwnTime;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.Selection;
import io.github.slitstream.bench.Tools;
import io.github.slitstream.bench.stability.Answer;
import io.github.slitstream.cli.InterruptOnShutdown;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code slitstream bench start}: what {@code bench stability} starts. Times our implementation of the rows that it is
 * told.
 */
@Command(name = StartCommand.NAME, hidden = true,
        description = "Times our implementation alone of rows that come on standard input, one name to a line.")
@SuppressWarnings("NullAway") // picocli sets the fields
final class StartCommand implements Callable<Integer> {
    static final String NAME = "start";
    static final String SECONDS = "--seconds";
    /** No peer takes part, so neither of the two is looked for. */
    private static final String NO_PEER = "";

    private final Supplier<List<Row>> catalog;

    @Spec
    private CommandSpec spec;

    @Option(names = SECONDS, required = true, description = "Time for the rounds of each row.")
    private double seconds;

    StartCommand(Supplier<List<Row>> catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        BufferedReader names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (InterruptOnShutdown _ = new InterruptOnShutdown(); Tools tools = new Tools(NO_PEER, NO_PEER)) {
            for (String name = names.readLine(); name != null; name = names.readLine()) {
                Row row = Selection.of(catalog.get(), List.of(name)).getFirst();
                out.println(Answer.line(OwnTime.of(row, tools, seconds)));
            }
        }
        return 0;
    }
}
