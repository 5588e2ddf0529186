package io.github.slitstream.bench.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.bench.OwnTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Shells instead of the program: they start at once. */
@DisabledOnOs(OS.WINDOWS)
class StartedProgramTest {
    @TempDir
    private Path folder;

    @Test
    void anAnswerIsFoundBetweenOtherLines() throws Exception {
        OwnTime time = new OwnTime(1.25, 3e6);
        try (Start start = shell("while read row; do echo warning >&2; echo '" + Answer.line(time) + "'; done")) {
            assertEquals(time, start.time("a"));
            assertEquals(time, start.time("b"));
        }
    }

    @Test
    void theLastLineIsTheReason() throws Exception {
        try (Start start = shell("read row; echo first; echo \"no room for $row\" >&2; exit 3")) {
            IOException failure = assertThrows(IOException.class, () -> start.time("a"));
            assertEquals("exit code 3, last line: no room for a", failure.getMessage());
        }
    }

    @Test
    void itEndsWithItsInput() throws Exception {
        Path sign = folder.resolve("ended");
        shell("while read row; do :; done; touch " + sign).close();
        assertTrue(Files.exists(sign));
    }

    @Test
    void whoeverWaitsForAnAnswerCanBeStopped() throws Exception {
        Path sign = folder.resolve("ended");
        try (Start start = shell("trap 'touch " + sign + "; kill $!; exit' TERM; sleep 30 & wait $!")) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> start.time("a"));
        }
        assertTrue(Files.exists(sign), "it was asked to end, and had the time to clear up");
    }

    private static Start shell(String script) throws IOException {
        return new StartedProgram(List.of("/bin/sh", "-c", script));
    }
}
