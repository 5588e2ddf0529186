package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stills with bytes flipped, overwritten, cut out and joined are read or refused in a line, and soon. More of them with
 * {@code -Dslitstream.mutations=N}.
 */
class MutatedPicturesTest {
    private static final int MOST_FRAMES = 200;
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    static Stream<String> stills() throws IOException, URISyntaxException {
        List<Path> files;
        try (Stream<Path> all = Files.list(stillsFolder())) {
            files = all.sorted().toList();
        }
        return files.stream().map(file -> file.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("stills")
    void anAnswerComesSoon(String name) throws Exception {
        byte[] whole = Files.readAllBytes(stillsFolder().resolve(name));
        for (int seed = 0; seed < Mutation.perFile(4); seed++) {
            Path mutated = folder.resolve("seed" + seed + "-" + name);
            Files.write(mutated, Mutation.of(whole, new Random(seed)));
            assertTimeoutPreemptively(SOON, () -> read(mutated), mutated.toString());
            Files.delete(mutated);
        }
    }

    private static void read(Path picture) {
        try (FrameSource source = TestFrames.open(picture)) {
            Frame frame = TestFrames.blank(source.info().size());
            for (int count = 0; count < MOST_FRAMES && source.read(frame) != FrameSource.END; count++) {
                assertTrue(source.info().framesPerSecond() > 0);
            }
            source.rewind();
            source.read(frame);
        } catch (IOException refusal) {
            assertEquals(1, String.valueOf(refusal.getMessage()).lines().count(), refusal.getMessage());
        }
    }

    private static Path stillsFolder() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(MutatedPicturesTest.class.getResource("/stills")).toURI());
    }
}
