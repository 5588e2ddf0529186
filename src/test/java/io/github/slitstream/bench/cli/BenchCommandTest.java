package io.github.slitstream.bench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.bench.Agreement;
import io.github.slitstream.bench.Workload;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.RowResources;
import io.github.slitstream.bench.Traffic;
import io.github.slitstream.bench.peer.PeerMissing;
import io.github.slitstream.bench.peer.Implementation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

/** The bench as scripts call it, with rows of a few bytes. */
class BenchCommandTest {
    private static final int BYTES = 1 << 12;

    @TempDir
    private Path folder;

    private final StringWriter answers = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void namesBeginningsAndPatternsChooseRows() {
        assertEquals("copy/a\ncopy/ab\ncopy/wrong\n", chosen("--list"));
        assertEquals("copy/a\n", chosen("--list", "copy/a"), "a whole name is that row alone");
        assertEquals("copy/a\ncopy/ab\n", chosen("--list", "copy/ab", "copy/a"), "in the order of the catalog");
        assertEquals("copy/a\ncopy/ab\ncopy/wrong\n", chosen("--list", "co"));
        assertEquals("copy/ab\n", chosen("--list", "*/a?"));
    }

    @Test
    void anUnknownNameIsWrongUsageAndAnswered() {
        assertEquals(2, run("copy/wrang"));
        assertTrue(errors.toString().contains("did you mean 'copy/wrong'?"), errors.toString());
    }

    @Test
    void timesAreWrittenForScripts() throws IOException {
        Path file = folder.resolve("scores.json");
        assertEquals(0, run("copy/a", "--seconds", "0.01", "--json", file.toString()), errors.toString());
        List<Map<String, Object>> scores = parse(Files.readString(file));
        assertEquals(1, scores.size(), "the peer that is missing has no score");
        Map<String, Object> score = scores.getFirst();
        assertEquals(Set.of("name", "peer", "ours_ms", "peer_ms", "ratio", "copy_share", "agrees"), score.keySet());
        assertEquals("copy/a", score.get("name"));
        assertEquals("same", score.get("peer"));
        assertEquals(true, score.get("agrees"));
        double ours = number(score, "ours_ms");
        double theirs = number(score, "peer_ms");
        assertTrue(ours > 0 && theirs > 0, score.toString());
        assertEquals(ours / theirs, number(score, "ratio"), 0.03 * ours / theirs, "as far as the rounded times tell");
        assertTrue(number(score, "copy_share") > 0, score.toString());
        assertTrue(errors.toString().contains("without absent: it was never built"), errors.toString());
        assertEquals(List.of(file), left());
    }

    @Test
    void whoComesToAnotherResultIsTold() throws IOException {
        Path file = folder.resolve("scores.json");
        assertEquals(1, run("copy", "--seconds", "0.01", "--json", file.toString()));
        List<Object> agreements = parse(Files.readString(file)).stream().map(score -> score.get("agrees")).toList();
        assertEquals(List.of(true, true, false), agreements);
        assertTrue(answers.toString().contains("DISAGREES"), answers.toString());
    }

    @Test
    void aCheckComparesWithoutTiming() {
        assertEquals(0, run("copy/a", "--check"));
        assertEquals(1, run("--check"));
        assertTrue(answers.toString().contains("copy/wrong: same disagrees"), answers.toString());
    }

    @Test
    void aTableForThePage() {
        assertEquals(0, run("copy/a", "--seconds", "0.01", "--markdown"));
        assertTrue(answers.toString().contains("| `copy/a` | same | "), answers.toString());
    }

    @Test
    void aPlaceThatCannotBeWrittenShowsBeforeTheRun() throws IOException {
        assertEquals(1, run("copy/a", "--json", folder.resolve("missing/scores.json").toString()));
        assertFalse(answers.toString().contains("copy/a"), "nothing was timed");
        assertEquals(1, run("copy/a", "--json", folder.toString()));
        assertTrue(errors.toString().contains("is a folder"), errors.toString());
        assertEquals(List.of(), left());
    }

    private static Row row(String name, Agreement agreement) {
        Row.Setup setup = resources -> workload(resources, agreement);
        return new Row(name, setup, setup);
    }

    private static Workload workload(RowResources resources, Agreement agreement) {
        MemorySegment source = resources.arena().allocateFrom(ValueLayout.JAVA_BYTE, new byte[BYTES]);
        return new Workload(copy(resources, source), Traffic.copyOf(source))
                .against("same", "differs in nothing", agreement, () -> copy(resources, source))
                .against("absent", agreement, () -> {
                    throw new PeerMissing("it was never built");
                });
    }

    private static Implementation copy(RowResources resources, MemorySegment source) {
        MemorySegment target = resources.arena().allocate(source.byteSize());
        return Implementation.of(target, () -> target.copyFrom(source));
    }

    private String chosen(String... arguments) {
        answers.getBuffer().setLength(0);
        assertEquals(0, run(arguments), errors.toString());
        return answers.toString().replace(System.lineSeparator(), "\n");
    }

    private int run(String... arguments) {
        List<Row> rows = List.of(row("copy/a", Agreement.EXACT), row("copy/ab", Agreement.EXACT),
                row("copy/wrong", (ours, theirs) -> false));
        return new CommandLine(new BenchCommand(() -> rows)).setOut(new PrintWriter(answers, true))
                .setErr(new PrintWriter(errors, true)).execute(arguments);
    }

    @SuppressWarnings("unchecked") // every JSON text is YAML
    private static List<Map<String, Object>> parse(String json) {
        return (List<Map<String, Object>>) new Load(LoadSettings.builder().build()).loadFromString(json);
    }

    private static double number(Map<String, Object> score, String key) {
        return score.get(key) instanceof Double number ? number : Double.NaN;
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
