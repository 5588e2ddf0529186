package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Encoding;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.Slice;
import io.github.slitstream.frame.Slice.Direction;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every pixel of a still of lines is the one of its moment. */
class SliceSinkTest {
    @TempDir
    Path folder;

    /** The longest one takes more than one band, whose rows are gathered at once. */
    @ParameterizedTest
    @CsvSource({"X_T, 0, 7, 5, 1, 255", "X_T, 1, 7, 5, 9, 255", "Y_T, 0, 7, 5, 9, 200", "Y_T, 1, 7, 5, 2, 255",
        "Y_T, 0.5, 3, 300, 20000, 255", "X_T, 0.5, 30, 3, 20000, 90"})
    void linesStandInTheirOrder(Direction direction, double at, int width, int height, int count, int alpha)
            throws IOException {
        FrameSize size = new FrameSize(width, height);
        Slice slice = new Slice(direction, at);
        Path file = write(size, slice, count, alpha);
        BufferedImage image = ImageIO.read(file.toFile());
        int pixels = direction == Direction.X_T ? width : height;
        assertEquals(direction == Direction.X_T ? width : count, image.getWidth());
        assertEquals(direction == Direction.X_T ? count : height, image.getHeight());
        assertEquals(alpha < 255, image.getColorModel().hasAlpha());
        int line = (int) Math.round(at * ((direction == Direction.X_T ? height : width) - 1));
        for (int moment = 0; moment < count; moment++) {
            for (int i = 0; i < pixels; i++) {
                int expected = direction == Direction.X_T
                        ? pixel(moment, line, i, alpha)
                        : pixel(moment, i, line, alpha);
                int actual = direction == Direction.X_T ? image.getRGB(i, moment) : image.getRGB(moment, i);
                if (expected != actual) {
                    assertEquals(Integer.toHexString(expected), Integer.toHexString(actual), moment + ", " + i);
                }
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    /** As after a kill: the last line is cut off. */
    @ParameterizedTest
    @EnumSource
    void whatWasLeftIsPutRight(Direction direction) throws IOException {
        FrameSize size = new FrameSize(5, 4);
        Slice slice = new Slice(direction, 0);
        Path whole = write(size, slice, 6, 255);
        Path file = folder.resolve("left.png");
        Path unfinished = folder.resolve("left.unfinished.png");
        SinkRequest request = SinkRequest.silent(file.toString(), size, 25).cut(slice).carrying("a preset")
                .live(Encoding.USUAL);
        Sink sink = new MediaSinks().open(request);
        fill(sink, size, 7, 255);
        assertEquals(Optional.of(unfinished), sink.file());
        byte[] killed = Files.readAllBytes(unfinished);
        sink.close();
        assertTrue(Files.exists(unfinished), "what was written stays");
        Files.write(unfinished, Arrays.copyOf(killed, killed.length - 3));
        assertEquals(List.of(unfinished), new MediaSinks().unfinished(folder));
        assertEquals(file, new MediaSinks().recover(unfinished));
        assertSame(ImageIO.read(whole.toFile()), ImageIO.read(file.toFile()));
        assertEquals("a preset", new MediaPresets().read(file).orElseThrow());
        assertEquals(List.of(), new MediaSinks().unfinished(folder));
    }

    @Test
    void aPictureThatIsNoLinesStays() throws IOException {
        Path other = Files.write(folder.resolve("a.unfinished.png"), new byte[40]);
        String refusal = String
                .valueOf(assertThrows(IOException.class, () -> new MediaSinks().recover(other)).getMessage());
        assertTrue(refusal.startsWith(other + " is no photo finish"), refusal);
        assertTrue(Files.exists(other));
    }

    private static void assertSame(BufferedImage expected, BufferedImage actual) {
        assertEquals(expected.getWidth(), actual.getWidth());
        assertEquals(expected.getHeight(), actual.getHeight());
        int[] pixels = expected.getRGB(0, 0, expected.getWidth(), expected.getHeight(), null, 0, expected.getWidth());
        assertArrayEquals(pixels,
                actual.getRGB(0, 0, expected.getWidth(), expected.getHeight(), null, 0, expected.getWidth()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.mp4", "out%03d.png", "out.jpg"})
    void itIsOnePng(String name) {
        SinkRequest request = SinkRequest.silent(folder.resolve(name).toString(), new FrameSize(4, 4), 25)
                .cut(new Slice(Direction.Y_T, 0.5));
        String refusal = String
                .valueOf(assertThrows(IOException.class, () -> new MediaSinks().open(request)).getMessage());
        assertTrue(refusal.contains(name) && refusal.contains(".png"), refusal);
    }

    @Test
    void withoutAPictureNothingIsLeft() throws IOException {
        assertThrows(IOException.class, () -> write(new FrameSize(4, 4), new Slice(Direction.Y_T, 0.5), 0, 255));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    private Path write(FrameSize size, Slice slice, int count, int alpha) throws IOException {
        Path file = folder.resolve("slice.png");
        try (Sink sink = new MediaSinks().open(SinkRequest.silent(file.toString(), size, 25).cut(slice))) {
            fill(sink, size, count, alpha);
            sink.finish();
        }
        return file;
    }

    private static void fill(Sink sink, FrameSize size, int count, int alpha) throws IOException {
        Frame frame = TestFrames.blank(size);
        for (int moment = 0; moment < count; moment++) {
            for (int i = 0; i < size.pixels(); i++) {
                int pixel = pixel(moment, i / size.width(), i % size.width(), alpha);
                frame.pixels().setAtIndex(ValueLayout.JAVA_INT, i, pixel);
            }
            sink.write(frame, moment);
        }
    }

    private static int pixel(int moment, int row, int column, int alpha) {
        return (alpha << 24) | (((moment * 31 + row * 7 + column * 101) * 0x9e3779b1) >>> 8);
    }
}
