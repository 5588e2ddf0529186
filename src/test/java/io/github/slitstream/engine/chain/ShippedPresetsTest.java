package io.github.slitstream.engine.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.BadPreset;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.preset.PresetYaml;
import io.github.slitstream.preset.RingSettings;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The shipped presets give the same bytes as ever over a fixed sequence of pictures, while the ring fills and beyond.
 * Their files of format 1, as they were first released, stay in {@code src/test/resources/presets-1} and are read to
 * the same effect. No flow is found here, so presets that ask for it are seen as they are blended without.
 */
@Tag("kernels")
class ShippedPresetsTest {
    private static final FrameSize SIZE = new FrameSize(149, 86);
    private static final int FRAMES_BEYOND_THE_RING = 20;
    private static final long FRAME_NANOS = 40_000_000L;

    @ParameterizedTest
    @CsvSource({"echo-lines, 73eb2243108b4e26b233c5594d5a2bd7", "melting, a434310139d8170cf33f06a909754f32",
        "shattered, 886ada6a91535eb060bb766c4ba66022", "slit-scan, 3a8ae59f5d4d96991611fbf35338fb8c",
        "spin-cycle, dcdad08cd2ae1d93df90f7033ec949f4", "time-tunnel, fd1f3d9937bd343b79b150c24b4f7f9d"})
    void theirPicturesStayTheSame(String id, String digest) throws IOException {
        Preset asReleased = formatOne(id);
        assertEquals(digest, digestOf(asReleased, 1), "as first released, 1 worker");
        assertEquals(digest, digestOf(asReleased, 3), "as first released, 3 workers");
        assertEquals(digest, digestOf(new PresetStore(Path.of("nowhere")).load(id), 2), "as shipped, 2 workers");
    }

    private static Preset formatOne(String id) throws IOException {
        Path file = Path.of("src/test/resources/presets-1", id + ".yaml");
        try {
            return PresetYaml.read(Files.readString(file), file.toString());
        } catch (BadPreset e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** The first half of the SHA-256 of all pictures one after another. */
    private static String digestOf(Preset preset, int threads) {
        MessageDigest digest = sha256();
        Random random = new Random(11);
        int length = preset.ring().get(RingSettings.LENGTH);
        try (FrameRing ring = new FrameRing(SIZE, length);
                Arena arena = Arena.ofShared();
                Workers workers = new Workers(threads);
                Chain chain = new Chain(SIZE, Kernels.get(), workers)) {
            Frame picture = Frame.allocate(SIZE, arena);
            for (int i = 0; i < length + FRAMES_BEYOND_THE_RING; i++) {
                Frame slot = Objects.requireNonNull(ring.claim());
                if (i % 5 == 4) {
                    Scene.noise(slot, random);
                } else {
                    Scene.movingBar(slot, i);
                }
                ring.publish(i * FRAME_NANOS);
                chain.render(ring.newest(), preset, picture);
                digest.update(picture.pixels().asByteBuffer());
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has it", e);
        }
    }
}
