package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SoundBlock;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Videos with bytes flipped, overwritten, cut out and joined are read or refused in a line, and soon. More of them with
 * {@code -Dslitstream.mutations=N}.
 */
class MutatedVideosTest {
    private static final int MOST_FRAMES = 500;
    /** No file among them plays for so long. */
    private static final long MOST_MOMENTS = 100 * 48_000;
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

    /** Of other formats and codecs, with sound: each file among the tests' own. */
    @ParameterizedTest
    @MethodSource("found")
    void anAnswerComesSoonFromWhatWasFound(String name) throws Exception {
        byte[] whole = Files.readAllBytes(resource(name));
        for (int seed = 0; seed < Mutation.perFile(2); seed++) {
            Path mutated = folder.resolve("seed" + seed + "-" + Path.of(name).getFileName());
            Files.write(mutated, Mutation.of(whole, new Random(seed)));
            assertTimeoutPreemptively(SOON, () -> play(mutated), mutated.toString());
            Files.delete(mutated);
        }
    }

    static List<String> found() throws IOException, URISyntaxException {
        List<String> names = new ArrayList<>();
        for (String folder : List.of("/video", "/sound")) {
            try (Stream<Path> files = Files.list(resource(folder))) {
                files.map(file -> folder + "/" + file.getFileName()).sorted().forEach(names::add);
            }
        }
        return names;
    }

    private static long hear(FrameSource source, long beforeNanos) throws IOException {
        long moments = 0;
        for (SoundBlock block = source.readSound(beforeNanos); block != null; block = source.readSound(beforeNanos)) {
            moments += block.moments();
        }
        return moments;
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(MutatedVideosTest.class.getResource(name)).toURI());
    }

    private static void play(Path video) {
        try (FrameSource source = TestFrames.open(video)) {
            Frame frame = TestFrames.blank(source.info().size());
            long last = 0;
            long moments = 0;
            for (int count = 0; count < MOST_FRAMES; count++) {
                long nanos = source.read(frame);
                if (nanos == FrameSource.END) {
                    break;
                }
                assertTrue(nanos >= last, "times never decrease");
                last = nanos;
                moments += hear(source, nanos);
            }
            assertTrue(moments < MOST_MOMENTS, moments + " moments of sound");
            source.seek(last / 2);
            source.read(frame);
            source.rewind();
            assertEquals(0, source.read(frame));
            assertTrue(source.notes().size() <= 2, "one of pictures, one of sound: " + source.notes());
        } catch (IOException refusal) {
            assertEquals(1, String.valueOf(refusal.getMessage()).lines().count(), refusal.getMessage());
        }
    }
}
