package io.github.slitstream.bench.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.bench.Bench;
import io.github.slitstream.bench.Comparison;
import io.github.slitstream.bench.Row;
import io.github.slitstream.bench.Score;
import io.github.slitstream.bench.Tools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts rely on, and that everybody who takes part in a row does the same work. */
@Tag("kernels")
class RowsTest {
    /** Peers that must be there, as where a machine is set up for them: {@code .ci/run} asks for c. */
    private static final List<String> REQUIRED = Stream.of(System.getProperty("test.peers", "").split(","))
            .filter(peer -> !peer.isEmpty()).toList();

    @Test
    void namesAreUniqueAndPlain() {
        Set<String> names = new HashSet<>();
        for (Row row : Rows.ALL) {
            assertTrue(names.add(row.name()), row.name() + " is there twice");
            assertTrue(row.name().matches("[a-z0-9-]+(/[a-z0-9-]+)+"), row.name());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"time-displacement/linear90/1080p/25", "time-displacement/linear90-nearest/1080p/25",
        "time-displacement/radial/1080p/120", "time-displacement/noise/720p/25", "channel-rotation/720p",
        "channel-rotation/1080p", "channel-rotation/4096", "colour/1080p", "downsample/1080p/2",
        "upsample/linear/1080p", "history/push/720p", "chain/1080p", "decode/720p", "encode/1080p",
        "homography/nearest",
        "homography/linear", "homography/cubic",
        "view/update/1080p", "render/copy/1080p", "render/blended/1080p",
        "render/default-preset/1080p"})
    void scriptsFind(String name) {
        assertTrue(Rows.ALL.stream().anyMatch(row -> row.name().equals(name)), name);
    }

    @Test
    void everyKindOfWorkIsThereUpTo720p() {
        assertEquals(kinds(Rows.ALL), kinds(Rows.UP_TO_720P));
        for (Row row : Rows.UP_TO_720P) {
            assertFalse(row.name().matches(".*/(1080p|4096)(/.*)?"), row.name());
        }
    }

    private static Set<String> kinds(List<Row> rows) {
        return rows.stream().map(row -> row.name().replaceAll("/.*", "")).collect(Collectors.toSet());
    }

    @Test
    void allSidesAgree() throws IOException {
        try (Tools tools = new Tools("cc", "python3")) {
            List<String> absent = new ArrayList<>();
            Comparison comparison = new Bench(tools, new Absences(absent)).check(Rows.ALL);
            System.out.println("bench: " + comparison.summary());
            absent.forEach(words -> System.out.println("bench: without " + words));
            assertEquals(List.of(), comparison.disagreements());
            for (String peer : REQUIRED) {
                assertTrue(comparison.compared().containsKey(peer),
                        () -> "-Dtest.peers asks for " + peer + ", but without " + absent);
            }
        }
    }

    @Test
    void withoutCompilerAndPythonTheOthersStillTakePart() throws IOException {
        List<String> absent = new ArrayList<>();
        List<Row> rotation = Rows.ALL.stream().filter(row -> row.name().startsWith("channel-rotation/")).toList();
        try (Tools tools = new Tools("no-such-compiler", "no-such-python")) {
            assertEquals(List.of(), new Bench(tools, new Absences(absent)).check(rotation).disagreements());
        }
        assertEquals(List.of("c: there is no C compiler (no-such-compiler)",
                "numba: there is no Python (no-such-python)", "numpy: there is no Python (no-such-python)"), absent,
                "each said once");
    }

    /** Notes who is missing. */
    private record Absences(List<String> words) implements Bench.Listener {
        @Override
        public void scored(Score score) {}

        @Override
        public void absent(String peer) {
            words.add(peer);
        }
    }
}
