package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Videos with bytes flipped, overwritten, cut out and joined are read or refused in a line, and soon. More of them with
 * {@code -Dslitstream.mutations=N}.
 */
class MutatedVideosTest {
    private static final int MOST_FRAMES = 500;
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov", "mkv", "ts", "flv", "h264"})
    void anAnswerComesSoon(String ending) throws IOException {
        Path made = folder.resolve("made.mp4");
        TestFrames.write(made, TestFrames.gradients(new FrameSize(64, 48), 60, 40_000_000), 25);
        byte[] whole = Files.readAllBytes(Remuxed.copy(made, folder.resolve("whole." + ending)));
        for (int seed = 0; seed < Mutation.perFile(12); seed++) {
            Path mutated = folder.resolve("mutated" + seed + "." + ending);
            Files.write(mutated, Mutation.of(whole, new Random(seed)));
            assertTimeoutPreemptively(SOON, () -> play(mutated), mutated.toString());
        }
    }

    private static void play(Path video) {
        try (FrameSource source = TestFrames.open(video)) {
            Frame frame = TestFrames.blank(source.info().size());
            long last = 0;
            for (int count = 0; count < MOST_FRAMES; count++) {
                long nanos = source.read(frame);
                if (nanos == FrameSource.END) {
                    break;
                }
                assertTrue(nanos >= last, "times never decrease");
                last = nanos;
            }
            source.seek(last / 2);
            source.read(frame);
            source.rewind();
            assertEquals(0, source.read(frame));
            assertTrue(source.notes().size() <= 1, source.notes().toString());
        } catch (IOException refusal) {
            assertEquals(1, String.valueOf(refusal.getMessage()).lines().count(), refusal.getMessage());
        }
    }
}
