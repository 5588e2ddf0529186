package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.media.MediaSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own, which is asked to end while it records. */
@DisabledOnOs(OS.WINDOWS)
class SignalledWindowTest {
    private static final int TERMINATED = 128 + 15;
    private static final long SOME_BYTES = 30_000;

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void aRecordingIsCompletedAndNothingIsSaid() throws Exception {
        Path said = folder.resolve("said.txt");
        Path recordings = folder.resolve("Videos/Slitstream");
        Process program = start(said);
        try {
            awaitRecording(recordings, program, said);
            program.destroy();
            assertTrue(program.waitFor(30, TimeUnit.SECONDS), "it goes on");
        } finally {
            program.destroyForcibly();
        }
        String words = Files.readString(said);
        assertFalse(words.contains("Exception"), words);
        assertEquals(TERMINATED, program.exitValue(), words);
        List<Path> made = files(recordings);
        assertEquals(1, made.size(), made.toString());
        assertFalse(made.getFirst().toString().contains(".unfinished."), made.toString());
        try (FrameSource film = new MediaSources().open(SourceRequest.of(made.getFirst().toString()))) {
            assertTrue(film.info().durationNanos() > 0, "no duration");
        }
    }

    private Process start(Path said) throws IOException {
        ProcessBuilder line = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-Dglass.platform=Headless",
                "-Dprism.order=sw", "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty(
                        "org.bytedeco.javacpp.cachedir", System.getProperty("user.home") + "/.javacpp/cache"),
                "-cp", System.getProperty("java.class.path"), RecordingWindow.class.getName(), "demo:320x180@30");
        line.environment().put("HOME", folder.toString());
        line.environment().remove("XDG_CONFIG_HOME");
        return line.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    }

    private static void awaitRecording(Path recordings, Process program, Path said)
            throws IOException, InterruptedException {
        while (bytes(recordings) < SOME_BYTES) {
            assertTrue(program.isAlive(), () -> "it ended by itself: " + read(said));
            Thread.sleep(50);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return gone.toString();
        }
    }

    private static long bytes(Path recordings) throws IOException {
        long bytes = 0;
        for (Path file : files(recordings)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static List<Path> files(Path recordings) throws IOException {
        if (!Files.isDirectory(recordings)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(recordings)) {
            return all.toList();
        }
    }
}
