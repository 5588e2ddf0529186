package io.github.slitstream.bench.cli;

import io.github.slitstream.bench.Bench;
import io.github.slitstream.bench.Comparison;
import io.github.slitstream.bench.Machine;
import io.github.slitstream.bench.Report;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.Score;
import io.github.slitstream.bench.Tools;
import io.github.slitstream.cli.InterruptOnShutdown;
import io.github.slitstream.file.PartialFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code slitstream bench}: times us beside others. Exits with 1 if somebody came to another result. */
@Command(name = BenchCommand.NAME, mixinStandardHelpOptions = true,
        description = "Times Slitstream's work beside that of others, after comparing the results.")
@SuppressWarnings("NullAway") // picocli sets the fields
final class BenchCommand implements Callable<Integer> {
    static final String NAME = "bench";
    private static final int DISAGREEMENT = 1;

    private final Supplier<List<Row>> catalog;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME",
            description = "A row, the beginning of several, or a pattern with * and ?; all without.")
    private List<String> names = List.of();

    @Option(names = "--list", description = "Lists the rows without running them.")
    private boolean list;

    @Option(names = "--check", description = "Only compares results, on little data.")
    private boolean check;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the scores for scripts.")
    private @Nullable Path json;

    @Option(names = "--markdown", description = "Prints the scores as a table of documentation.")
    private boolean markdown;

    @Option(names = "--seconds", paramLabel = "S", description = "Time for the rounds of each row; 1 if not given.")
    private double seconds = 1;

    @Option(names = "--cc", paramLabel = "COMMAND", description = "The C compiler; cc if not given.")
    private String compiler = "cc";

    @Option(names = "--python", paramLabel = "COMMAND",
            description = "The Python with NumPy and numba; python3 if not given.")
    private String python = "python3";

    BenchCommand(Supplier<List<Row>> catalog) {
        this.catalog = catalog;
    }

    @Override
    public Integer call() throws IOException {
        List<Row> rows = ChosenRows.of(spec.commandLine(), catalog.get(), names);
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            rows.forEach(row -> out.println(row.name()));
            return 0;
        }
        if (seconds <= 0 || seconds > 3_600) {
            throw new ParameterException(spec.commandLine(), "--seconds takes a number above 0, up to 3600");
        }
        try (InterruptOnShutdown _ = new InterruptOnShutdown(); Tools tools = new Tools(compiler, python)) {
            return check ? check(rows, tools, out) : time(rows, tools, out);
        }
    }

    private Lines lines(Report report) {
        return new Lines(spec.commandLine().getOut(), spec.commandLine().getErr(), report);
    }

    private int check(List<Row> rows, Tools tools, PrintWriter out) throws IOException {
        Comparison comparison = new Bench(tools, lines(Report.TABLE)).check(rows);
        comparison.disagreements().forEach(words -> out.println(words + " disagrees"));
        out.println(comparison.summary());
        return comparison.disagreements().isEmpty() ? 0 : DISAGREEMENT;
    }

    /**
     * Opens the file for scripts first: a place where nothing can be written shows before the minutes of a run, not
     * after.
     */
    private int time(List<Row> rows, Tools tools, PrintWriter out) throws IOException {
        if (json == null) {
            return exitCode(scores(rows, tools, out));
        }
        try (PartialFile file = new PartialFile(json)) {
            List<Score> scores = scores(rows, tools, out);
            Files.writeString(file.path(), Report.json(scores));
            file.moveIntoPlace();
            return exitCode(scores);
        }
    }

    private List<Score> scores(List<Row> rows, Tools tools, PrintWriter out) throws IOException {
        Report report = markdown ? Report.MARKDOWN : Report.TABLE;
        Bench bench = new Bench(tools, lines(report));
        out.println(Machine.describe(bench, tools) + System.lineSeparator());
        out.println(report.header());
        return bench.time(rows, seconds);
    }

    private static int exitCode(List<Score> scores) {
        return scores.stream().allMatch(Score::agrees) ? 0 : DISAGREEMENT;
    }

    /** Writes line by line what comes in. */
    private record Lines(PrintWriter out, PrintWriter err, Report report) implements Bench.Listener {
        @Override
        public void scored(Score score) {
            out.println(report.line(score));
        }

        @Override
        public void absent(String words) {
            err.println("without " + words);
        }
    }
}
