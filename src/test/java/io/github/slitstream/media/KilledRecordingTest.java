package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.file.UnfinishedFile;
import io.github.slitstream.frame.FrameSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that record are killed at random moments; {@code -Dslitstream.kills=25} kills that many for each format
 * instead of one.
 */
class KilledRecordingTest {
    private static final List<String> ENDINGS = List.of("mp4", "webm", "mkv", "mov");
    private static final int KILLS = Integer.getInteger("slitstream.kills", 1);
    /** Half a second. */
    private static final int MOST_LOST = LiveRecorder.FRAMES_PER_SECOND / 2;

    @TempDir
    private Path folder;

    @Test
    @Timeout(600)
    void whatWasWrittenUpToHalfASecondBeforeStays() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        try (ExecutorService killers = Executors.newFixedThreadPool(ENDINGS.size())) {
            for (int round = 0; round < KILLS; round++) {
                List<Future<Integer>> written = new ArrayList<>();
                List<Path> files = new ArrayList<>();
                for (String ending : ENDINGS) {
                    Path file = folder.resolve(round + "." + ending);
                    int pictures = 20 + random.nextInt(50);
                    int millis = random.nextInt(33);
                    files.add(file);
                    written.add(killers.submit(() -> recordAndKill(file, pictures, millis)));
                }
                for (int i = 0; i < files.size(); i++) {
                    assertSurvives(files.get(i), written.get(i).get());
                }
            }
        }
    }

    /** Pictures are complete one by one; the sound beside them survives like a video. */
    @Test
    @Timeout(120)
    void numberedPicturesStayWithTheirSound() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("take"));
        int written = recordAndKill(inner.resolve("%05d.png"), 20, 0);
        List<Path> left = new MediaSinks().unfinished(folder);
        assertEquals(List.of(inner.resolve("sound.unfinished.wav")), left);
        long bytes = Files.size(new MediaSinks().recover(left.getFirst()));
        long perSecond = 2L * 48_000 * Float.BYTES;
        assertTrue(bytes >= perSecond * (written - MOST_LOST) / LiveRecorder.FRAMES_PER_SECOND, bytes + " bytes");
        assertTrue(Files.exists(inner.resolve(String.format(Locale.ROOT, "%05d.png", written))), "the last picture");
    }

    /** Both want one name. */
    @Test
    @Timeout(120)
    void twoProgramsInOneFolderHaveAFileEach() throws Exception {
        Path file = folder.resolve("film.mp4");
        List<Integer> written = new ArrayList<>();
        try (ExecutorService killers = Executors.newFixedThreadPool(2)) {
            Future<Integer> one = killers.submit(() -> recordAndKill(file, 20, 0));
            Future<Integer> other = killers.submit(() -> recordAndKill(file, 20, 0));
            written.add(one.get());
            written.add(other.get());
        }
        List<Path> left = UnfinishedFile.left(folder);
        assertEquals(List.of("film 2.unfinished.mp4", "film.unfinished.mp4"),
                left.stream().map(each -> each.getFileName().toString()).toList());
        int fewest = written.stream().mapToInt(Integer::intValue).min().orElseThrow() - MOST_LOST;
        for (Path unfinished : left) {
            try (FrameSource source = TestFrames.open(new MediaSinks().recover(unfinished))) {
                int pictures = TestFrames.readAll(source).size();
                assertTrue(pictures >= fewest, unfinished + ": " + pictures + " of at least " + fewest);
            }
        }
    }

    private static int recordAndKill(Path file, int pictures, int millis) throws IOException, InterruptedException {
        Process recorder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                LiveRecorder.class.getName(), file.toString()).redirectErrorStream(true).start();
        int written = 0;
        String last = "";
        try (BufferedReader lines = recorder.inputReader(StandardCharsets.UTF_8)) {
            while (written < pictures) {
                String line = lines.readLine();
                assertTrue(line != null, file + " ended by itself: " + last);
                last = String.valueOf(line);
                written = last.matches("\\d+") ? Integer.parseInt(last) : written;
            }
            Thread.sleep(millis);
        } finally {
            recorder.destroyForcibly().waitFor();
        }
        return written;
    }

    private void assertSurvives(Path file, int written) throws IOException {
        String name = file.getFileName().toString();
        Path unfinished = folder.resolve(name.replace(".", ".unfinished."));
        assertTrue(UnfinishedFile.left(folder).contains(unfinished), unfinished + " is not there");
        Path recovered = new MediaSinks().recover(unfinished);
        assertEquals(file, recovered);
        assertFalse(Files.exists(unfinished));
        try (FrameSource source = TestFrames.open(recovered)) {
            int pictures = TestFrames.readAll(source).size();
            System.out.println(name + ": " + pictures + " of " + written);
            assertTrue(pictures >= written - MOST_LOST, name + ": " + pictures + " of " + written);
        }
    }
}
