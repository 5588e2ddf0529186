package io.github.slitstream.bench.cli;

import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.stability.Soak;
import io.github.slitstream.bench.stability.Stability;
import io.github.slitstream.bench.stability.Start;
import io.github.slitstream.bench.stability.StartTimes;
import io.github.slitstream.cli.InterruptOnShutdown;
import io.github.slitstream.file.PartialFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slitstream bench stability}: exits with 1 if a row is much slower in one start than in another. */
@Command(name = "stability", mixinStandardHelpOptions = true,
        description = {
            "Starts the program again and again and tells how much each row's time differs from start to start.",
            "Each start times our implementation alone, rows in random order. A row that takes suspiciously long is timed "
                    + "again at the end of the same start, up to six times, and the best time counts: disturbances "
                    + "pass, badly compiled code stays. In the first start all rows are timed four times."})
@SuppressWarnings("NullAway") // picocli sets the fields
final class StabilityCommand implements Callable<Integer> {
    private static final int UNSTABLE = 1;
    private static final int MOST_STARTS = 1_000;
    private static final int SEEDS = 1_000_000;

    private final Supplier<List<Row>> catalog;
    private final Supplier<List<Row>> usual;
    private final DoubleFunction<Start.Maker> starts;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ROW", description = "A row, the beginning of several, or a pattern with * and ?; "
            + "all that are not named after a picture above 720p without.")
    private List<String> names = List.of();

    @Option(names = "--starts", paramLabel = "N", description = "How often the program is started; 20 if not given.")
    private int count = 20;

    @Option(names = "--seed", paramLabel = "S",
            description = "Repeats an order of rows: S in the first start, S+1 in the next, and so on.")
    private @Nullable Long seed;

    @Option(names = "--limit", paramLabel = "R",
            description = "How many times its best start a row may take; 1.5 if not given.")
    private double limit = 1.5;

    @Option(names = "--seconds", paramLabel = "S", description = "Time for the rounds of each row; 0.25 if not given.")
    private double seconds = 0.25;

    @Option(names = "--pause", paramLabel = "S",
            description = "How long it waits before it times rows of a start again, "
                    + "and twice as long each further time; 1 if not given.")
    private double pause = 1;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the spreads for scripts.")
    private @Nullable Path json;

    /**
     * @param usual the rows where none are named
     * @param starts what starts the program, by the seconds for the rounds of each row
     */
    StabilityCommand(Supplier<List<Row>> catalog, Supplier<List<Row>> usual, DoubleFunction<Start.Maker> starts) {
        this.catalog = catalog;
        this.usual = usual;
        this.starts = starts;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> rows = rows();
        require(count > 0 && count <= MOST_STARTS, "--starts takes a number of 1 … " + MOST_STARTS);
        require(limit > 1, "--limit takes a number above 1");
        require(seconds > 0 && seconds <= 3_600, "--seconds takes a number above 0, up to 3600");
        require(pause >= 0 && pause <= 60, "--pause takes a number of 0 … 60");
        if (json != null) { // shows before the minutes of a run, not after
            PartialFile.checkPlace(json);
        }
        try (InterruptOnShutdown _ = new InterruptOnShutdown()) {
            return report(new Stability(rows, times(rows), limit));
        }
    }

    private List<String> rows() {
        List<Row> rows = names.isEmpty() ? usual.get() : ChosenRows.of(spec.commandLine(), catalog.get(), names);
        return rows.stream().map(Row::name).toList();
    }

    private List<StartTimes> times(List<String> rows) throws IOException, InterruptedException {
        long first = seed == null ? ThreadLocalRandom.current().nextInt(SEEDS) : seed;
        out().println(rows.size() + " rows, " + count + " starts, --seed " + first);
        return new Soak(starts.apply(seconds), Duration.ofMillis(Math.round(pause * 1_000)), limit, this::started)
                .run(rows, count, first);
    }

    private void started(StartTimes start) {
        out().println("start with seed " + start.seed() + " done, timed again: " + start.repeated().size());
    }

    private int report(Stability stability) throws IOException {
        stability.table().forEach(out()::println);
        stability.failures().forEach(out()::println);
        if (json != null) {
            PartialFile.write(json, stability.json());
        }
        return stability.holds() ? 0 : UNSTABLE;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void require(boolean fulfilled, String words) {
        if (!fulfilled) {
            throw new ParameterException(spec.commandLine(), words);
        }
    }
}
