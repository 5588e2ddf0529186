package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Another program that reads what was written. */
final class FfProbe {
    private static final Path PROGRAM = Path.of("/usr/bin/ffprobe");

    private FfProbe() {}

    /** Gives up the test where it is not there. */
    static void assumeThere() {
        assumeTrue(Files.exists(PROGRAM), "there is no other program");
    }

    /** What it prints of a file, which it must read without a failure. */
    static List<String> lines(Path file, String... options) throws IOException, InterruptedException {
        assumeThere();
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "-v", "error"));
        command.addAll(List.of(options));
        command.add(file.toString());
        Process process = new ProcessBuilder(command).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .toList();
        assertEquals(0, process.waitFor(), file.toString());
        return lines;
    }

    /** What it tells by name of a stream, or of a file: the last value of each name. */
    static Map<String, String> values(Path file, String... options) throws IOException, InterruptedException {
        Map<String, String> values = new HashMap<>();
        for (String line : lines(file, options)) {
            String[] pair = line.split("=", 2);
            if (pair.length == 2) {
                values.put(pair[0], pair[1].strip());
            }
        }
        return values;
    }
}
