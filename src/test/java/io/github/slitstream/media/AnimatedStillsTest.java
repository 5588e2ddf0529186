package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that move, in the formats of stills. */
class AnimatedStillsTest {
    private static final List<Long> TIMES = List.of(0L, 500_000_000L, 600_000_000L, 700_000_000L);

    @TempDir
    Path folder;

    @Test
    void anApngPlays() throws IOException {
        try (FrameSource source = TestFrames.open(file("anim.png"))) {
            List<Frame> frames = TestFrames.readAll(source);
            assertEquals(TIMES, frames.stream().map(Frame::capturedNanos).toList());
            assertEquals(new FrameSize(80, 60), source.info().size());
            int[] reds = {255, 232, 206, 180};
            for (int i = 0; i < reds.length; i++) {
                assertEquals(List.of(i == 0 ? 0 : 90, 0, reds[i], 255), TestFrames.pixel(frames.get(i), 0, 0));
            }
        }
    }

    /** Each frame lies at its place, over what was there or instead of it, and goes away or stays. */
    @Test
    void anAnimatedWebpPlays() throws IOException {
        try (FrameSource source = TestFrames.open(file("animated.webp"))) {
            assertEquals(4, source.info().frames());
            assertEquals(new FrameSize(16, 12), source.info().size());
            for (int round = 0; round < 2; round++) {
                List<Frame> frames = TestFrames.readAll(source);
                assertEquals(TIMES, frames.stream().map(Frame::capturedNanos).toList());
                List<Integer> red = List.of(0, 0, 255, 255);
                List<Integer> halfBlue = List.of(255, 0, 0, 128);
                List<Integer> clear = List.of(0, 0, 0, 0);
                checkPixels(frames.get(0), red, red, red, red);
                checkPixels(frames.get(1), red, List.of(128, 0, 127, 255), red, red);
                checkPixels(frames.get(2), halfBlue, halfBlue, red, red);
                assertEquals(clear, TestFrames.pixel(frames.get(3), 0, 0));
                assertEquals(clear, TestFrames.pixel(frames.get(3), 3, 7));
                List<Integer> yellow = TestFrames.pixel(frames.get(3), 6, 10);
                assertEquals(0, yellow.get(0), 6);
                assertEquals(200, yellow.get(1), 6);
                assertEquals(255, yellow.get(2), 6);
                assertEquals(255, yellow.get(3));
                source.rewind();
            }
        }
    }

    private static void checkPixels(Frame frame, List<Integer> corner, List<Integer> inBoth, List<Integer> below,
            List<Integer> last) {
        assertEquals(corner, TestFrames.pixel(frame, 0, 0));
        assertEquals(inBoth, TestFrames.pixel(frame, 3, 5));
        assertEquals(below, TestFrames.pixel(frame, 6, 10));
        assertEquals(last, TestFrames.pixel(frame, 11, 15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream.mjpeg", "stream.jpg"})
    void jpegsBehindOneAnotherAreAVideo(String name) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < 30; i++) {
            stream.write(jpeg(40, 8 * i));
        }
        Path path = Files.write(folder.resolve(name), stream.toByteArray());
        try (FrameSource source = TestFrames.open(path)) {
            List<Frame> frames = TestFrames.readAll(source);
            assertEquals(30, frames.size());
            for (int i = 0; i < 30; i++) {
                assertEquals(8 * i, TestFrames.pixel(frames.get(i), 5, 5).getFirst(), 3);
                assertTrue(i == 0 || frames.get(i).capturedNanos() > frames.get(i - 1).capturedNanos());
            }
        }
    }

    @Test
    void aPreviewBehindAPictureIsNoVideo() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(jpeg(40, 100));
        both.write(jpeg(16, 200));
        try (FrameSource source = TestFrames.open(Files.write(folder.resolve("p.jpg"), both.toByteArray()))) {
            assertTrue(source.info().isStill());
            assertEquals(100, TestFrames.pixel(TestFrames.readAll(source).getFirst(), 5, 5).getFirst(), 3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 100, 200, 291})
    void aWebpThatIsCutShortIsRefused(int bytes) throws IOException {
        Path cut = Files.write(folder.resolve("cut.webp"),
                Arrays.copyOf(Files.readAllBytes(file("animated.webp")), bytes));
        IOException refusal = assertThrows(IOException.class, () -> {
            try (FrameSource source = TestFrames.open(cut)) {
                TestFrames.readAll(source);
            }
        });
        assertEquals(1, String.valueOf(refusal.getMessage()).lines().count());
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(cut.toString()),
                String.valueOf(refusal.getMessage()));
    }

    private static byte[] jpeg(int side, int level) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < side * side; i++) {
            image.setRGB(i % side, i / side, 0x010101 * level);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }

    private static Path file(String name) {
        return Path.of("src/test/resources/stills", name);
    }
}
