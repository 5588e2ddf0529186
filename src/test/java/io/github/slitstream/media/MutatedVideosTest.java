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
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Videos with bytes flipped, overwritten, cut out and joined are read or refused in a line, and soon. */
class MutatedVideosTest {
    private static final int SEEDS = 12;
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
        for (int seed = 0; seed < SEEDS; seed++) {
            Path mutated = folder.resolve("mutated" + seed + "." + ending);
            Files.write(mutated, mutate(whole, new Random(seed)));
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

    private static byte[] mutate(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int at = random.nextInt(bytes.length);
        int length = random.nextInt(Math.min(4_000, bytes.length - at));
        switch (random.nextInt(5)) {
            case 0 -> {
                for (int flips = random.nextInt(40); flips >= 0; flips--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 1 -> {
                for (int index = 0; index < length; index++) {
                    bytes[at + index] = (byte) random.nextInt(256);
                }
            }
            case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
            case 3 -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            default -> bytes = joined(Arrays.copyOf(bytes, at), whole);
        }
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
