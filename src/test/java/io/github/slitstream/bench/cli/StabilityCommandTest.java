package io.github.slitstream.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.OwnTime;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.stability.Start;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

/** {@code bench stability} as scripts call it: with starts that are made up, and twice with real ones. */
class StabilityCommandTest {
    private static final List<Row> CATALOG = List.of(row("a/720p"), row("a/1080p"), row("b"));

    @TempDir
    private Path folder;

    private final StringWriter answers = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private int starts;

    @Test
    void aRowThatIsSlowInOneStartIsNamedWithItsSeedAndFails() {
        assertEquals(1, run("--starts", "3", "--seed", "40", "--pause", "0"), errors.toString());
        assertTrue(answers.toString().contains("above 1.50 times the best start, with seed 41: b 2.00"),
                answers.toString());
        assertFalse(answers.toString().contains("1080p"), answers.toString());
    }

    @Test
    void withinTheLimitAllIsWell() {
        assertEquals(0, run("--starts", "3", "--limit", "2.5", "--pause", "0"), errors.toString());
        assertFalse(answers.toString().contains("above"), answers.toString());
        assertTrue(answers.toString().contains("--seed "), "so that the orders can be repeated");
    }

    @Test
    void namedRowsAreTimedWhateverTheirSize() throws Exception {
        Path file = folder.resolve("spreads.json");
        assertEquals(0, run("a/1080p", "--starts", "2", "--seed", "1", "--json", file.toString()), errors.toString());
        // every JSON text is YAML
        assertEquals(
                "[{name=a/1080p, best_ms=1.0, median_ms=1.0, worst_ms=1.0, ratio=1.0, worst_seed=1, bytes=16.0}]",
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)).toString());
    }

    @Test
    void wrongUsageIsAnsweredBeforeAnythingStarts() {
        assertEquals(2, run("nothing"));
        assertEquals(2, run("--starts", "0"));
        assertEquals(2, run("--limit", "1"));
        assertEquals(2, run("--seconds", "NaN"));
        assertEquals(2, run("--pause", "-1"));
        assertEquals(1, run("--json", folder.toString()));
        assertEquals(0, starts);
    }

    @Test
    void theProgramItselfIsStarted() {
        int code = execute(new BenchCommands().bench(), "stability", "history/push/720p", "--starts", "2", "--seconds",
                "0.01", "--limit", "1000");
        assertEquals(0, code, errors.toString());
        assertTrue(answers.toString().contains("history/push/720p "), answers.toString());
    }

    private int run(String... arguments) {
        return execute(new CommandLine(new StabilityCommand(() -> CATALOG,
                () -> List.of(CATALOG.getFirst(), CATALOG.getLast()), _ -> () -> new MadeUp(starts++))), arguments);
    }

    private int execute(CommandLine command, String... arguments) {
        return command.setOut(new PrintWriter(answers, true)).setErr(new PrintWriter(errors, true)).execute(arguments);
    }

    private static Row row(String name) {
        Row.Setup never = StabilityCommandTest::never;
        return new Row(name, never, never);
    }

    private static Workload never(Object resources) {
        throw new AssertionError("rows are timed in the starts");
    }

    /** In the second start row b takes twice as long, however often it is timed. */
    private record MadeUp(int number) implements Start {
        @Override
        public OwnTime time(String row) {
            return new OwnTime(number == 1 && row.equals("b") ? 2 : 1, 16);
        }

        @Override
        public void close() {}
    }
}
