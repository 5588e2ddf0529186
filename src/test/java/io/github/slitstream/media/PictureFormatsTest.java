package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pictures of every kind of sample, most of them with one content: columns of red 0, 51 … 255, green 255 … 0, blue 77,
 * and where there is alpha, rows of 0, 85, 170, 255. They were written by tifffile, Pillow and imagecodecs.
 */
class PictureFormatsTest {
    private static final int COLUMNS = 6;
    private static final int ROWS = 4;
    private static final int STEP = 51;
    private static final int BLUE = 77;

    @ParameterizedTest
    @ValueSource(strings = {"float1.tif", "float255.tif", "double1.tif", "half1.tif", "float-be.tif", "zip16-be.tif",
        "white16.tif", "white8.tif", "thumbnail.tif"})
    void greyIsRead(String name) throws IOException {
        Frame frame = only(name);
        assertEquals(new FrameSize(COLUMNS, ROWS), frame.size());
        each((row, column) -> {
            int level = STEP * column;
            assertEquals(List.of(level, level, level, 255), TestFrames.pixel(frame, row, column));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"float-rgb.tif", "lzw16-rgb.tif", "planar16.tif", "big-endian.tif", "unspecified.tif",
        "palette.tif", "cmyk.tif", "cmyk16.tif", "rgb16.png"})
    void coloursAreRead(String name) throws IOException {
        Frame frame = only(name);
        assertEquals(new FrameSize(COLUMNS, ROWS), frame.size());
        each((row, column) -> assertEquals(List.of(BLUE, 255 - STEP * column, STEP * column, 255),
                TestFrames.pixel(frame, row, column)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rgba16.tif", "unassociated.tif", "rgba16.png", "still.webp"})
    void alphaIsRead(String name) throws IOException {
        Frame frame = only(name);
        each((row, column) -> assertEquals(List.of(BLUE, 255 - STEP * column, STEP * column, 85 * row),
                TestFrames.pixel(frame, row, column)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"grey-alpha.tif", "grey-alpha.png", "grey-alpha16.png"})
    void greyWithAlphaIsRead(String name) throws IOException {
        Frame frame = only(name);
        each((row, column) -> assertEquals(List.of(STEP * column, STEP * column, STEP * column, 85 * row),
                TestFrames.pixel(frame, row, column)));
    }

    @Test
    void whatWasMultipliedByAlphaIsDividedByIt() throws IOException {
        Frame frame = only("associated.tif");
        each((row, column) -> {
            int alpha = 85 * row;
            List<Integer> pixel = TestFrames.pixel(frame, row, column);
            assertEquals(alpha, pixel.get(3));
            int[] straight = {BLUE, 255 - STEP * column, STEP * column};
            for (int channel = 0; channel < 3; channel++) {
                long stored = Math.round(straight[channel] * alpha / 255.0);
                long expected = alpha == 0 ? 0 : Math.round(stored * 255.0 / alpha);
                assertEquals(expected, (long) pixel.get(channel), "row " + row + " column " + column);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"rgb-trns.png", "rgb16-trns.png", "grey-trns.png"})
    void theOneColourThatIsTransparentIs(String name) throws IOException {
        Frame frame = only(name);
        each((row, column) -> {
            List<Integer> pixel = TestFrames.pixel(frame, row, column);
            assertEquals(column == 1 ? 0 : 255, pixel.get(3), "column " + column);
            assertEquals(STEP * column, pixel.get(2));
        });
    }

    @Test
    void paletteEntriesMayBeTransparent() throws IOException {
        Frame frame = only("palette-trns.png");
        each((row, column) -> assertEquals(
                List.of(BLUE, 255 - STEP * column, STEP * column, column < 3 ? 85 * column : 255),
                TestFrames.pixel(frame, row, column)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bilevel.tif", "group4.tif"})
    void oneBitIsBlackOrWhite(String name) throws IOException {
        Frame frame = only(name);
        each((row, column) -> assertEquals(column < 3 ? 0 : 255, TestFrames.pixel(frame, row, column).getFirst()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiled8.tif", "tiled16.tif"})
    void tilesAreJoined(String name) throws IOException {
        Frame frame = only(name);
        assertEquals(new FrameSize(36, 20), frame.size());
        for (int row = 0; row < 20; row++) {
            for (int column = 0; column < 36; column++) {
                assertEquals(4 * (row + column), TestFrames.pixel(frame, row, column).getFirst());
            }
        }
    }

    @Test
    void sixteenBitsByOpenCvAreRead() throws IOException {
        Frame frame = only("lzw16.tif");
        for (int column = 0; column < 80; column++) {
            double ramp = column * 255 / 79.0;
            assertEquals(ramp, TestFrames.pixel(frame, 30, column).getFirst(), 0.51);
        }
    }

    @Test
    void pagesAreFrames() throws IOException {
        try (FrameSource source = TestFrames.open(file("pages.tif"))) {
            assertEquals(3, source.info().frames());
            List<Frame> pages = TestFrames.readAll(source);
            assertEquals(List.of(BLUE, 204, 51, 255), TestFrames.pixel(pages.get(0), 1, 1));
            assertEquals(List.of(BLUE, 51, 204, 255), TestFrames.pixel(pages.get(1), 1, 1));
            assertEquals(List.of(255 - BLUE, 51, 204, 255), TestFrames.pixel(pages.get(2), 1, 1));
        }
        try (FrameSource source = TestFrames.open(file("pages-sizes.tif"))) {
            IOException refusal = assertThrows(IOException.class, () -> TestFrames.readAll(source));
            assertTrue(String.valueOf(refusal.getMessage()).startsWith("page 2 of "),
                    String.valueOf(refusal.getMessage()));
        }
    }

    @Test
    void pagesAreReadAgain() throws IOException {
        try (FrameSource source = TestFrames.open(file("pages16.tif"))) {
            for (int round = 0; round < 3; round++) {
                List<Frame> pages = TestFrames.readAll(source);
                assertEquals(List.of(51, 51, 51, 255), TestFrames.pixel(pages.get(0), 1, 1));
                assertEquals(List.of(204, 204, 204, 255), TestFrames.pixel(pages.get(1), 1, 1));
                source.rewind();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg-alpha.tif", "signed8.tif", "signed16.tif", "signed32.tif", "unsigned32.tif",
        "float-beyond.tif",
        "float-nan.tif", "float-negative.tif", "predictor3.tif", "lab.tif", "complex.tif", "twelve-bits.jpg"})
    void whatWouldBeShownWrongIsRefused(String name) {
        IOException refusal = assertThrows(IOException.class, () -> only(name));
        String message = String.valueOf(refusal.getMessage());
        assertEquals(1, message.lines().count(), message);
        assertTrue(message.startsWith(file(name) + " "), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"adobe-cmyk.jpg", "adobe-ycck.jpg", "plain-cmyk.jpg"})
    void inksOfAJpegGiveTheirColours(String name) throws IOException {
        Frame frame = only(name);
        double light = 204 / 255.0;
        for (int column = 0; column < COLUMNS; column++) {
            List<Integer> pixel = TestFrames.pixel(frame, 4, 8 * column + 4);
            assertEquals(BLUE * light, pixel.get(0), 3);
            assertEquals((255 - STEP * column) * light, pixel.get(1), 3);
            assertEquals(STEP * column * light, pixel.get(2), 3);
            assertEquals(255, pixel.get(3));
        }
    }

    @Test
    void theInkThatWasReportedIsARedRamp() throws IOException {
        Frame frame = only("cmyk.jpg");
        int[] ramp = {0, 51, 103, 154, 206};
        for (int i = 0; i < ramp.length; i++) {
            List<Integer> pixel = TestFrames.pixel(frame, 30, 16 * i);
            assertEquals(ramp[i], pixel.get(2), 2);
            assertEquals(255, pixel.get(3));
        }
    }

    @ParameterizedTest
    @CsvSource({"blocks.jpg", "blocks-progressive.jpg"})
    void coloursOfAJpegAreRead(String name) throws IOException {
        Frame frame = only(name);
        int[][] reds = {{255, 0, 0}, {255, 0, 255}};
        int[][] greens = {{0, 255, 0}, {255, 255, 0}};
        int[][] blues = {{0, 0, 255}, {0, 255, 255}};
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 3; column++) {
                List<Integer> pixel = TestFrames.pixel(frame, 16 * row + 8, 16 * column + 8);
                assertEquals(blues[row][column], pixel.get(0), 3);
                assertEquals(greens[row][column], pixel.get(1), 3);
                assertEquals(reds[row][column], pixel.get(2), 3);
            }
        }
    }

    @Test
    void aGreyJpegIsRead() throws IOException {
        Frame frame = only("grey.jpg");
        for (int column = 0; column < COLUMNS; column++) {
            assertEquals(STEP * column, TestFrames.pixel(frame, 4, 8 * column + 4).getFirst(), 2);
        }
    }

    @Test
    void aGifIsAsLargeAsItsScreen() throws IOException {
        Frame frame = only("offs.gif");
        assertEquals(new FrameSize(80, 60), frame.size());
        assertEquals(List.of(255, 0, 0, 255), TestFrames.pixel(frame, 0, 0));
        assertEquals(List.of(0, 0, 255, 255), TestFrames.pixel(frame, 10, 20));
        assertEquals(List.of(255, 0, 0, 255), TestFrames.pixel(frame, 9, 20));
        assertEquals(List.of(255, 0, 0, 255), TestFrames.pixel(frame, 59, 79));
    }

    @Test
    void tilesOfAPhonesPictureAreComposed() throws IOException {
        Frame frame = only("grid.heic");
        assertEquals(new FrameSize(128, 128), frame.size());
        int[][] expected = {{0, 0, 255}, {0, 255, 0}, {255, 0, 0}, {255, 255, 255}};
        for (int tile = 0; tile < 4; tile++) {
            for (int at : new int[]{2, 32, 61}) {
                List<Integer> pixel = TestFrames.pixel(frame, 64 * (tile / 2) + at, 64 * (tile % 2) + at);
                for (int channel = 0; channel < 3; channel++) {
                    assertEquals(expected[tile][channel], pixel.get(channel), 6, "tile " + tile);
                }
            }
        }
    }

    @FunctionalInterface
    private interface Check {
        void at(int row, int column);
    }

    private static void each(Check check) {
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                check.at(row, column);
            }
        }
    }

    private static Path file(String name) {
        return Path.of("src/test/resources/stills", name);
    }

    private static Frame only(String name) throws IOException {
        try (FrameSource source = TestFrames.open(file(name))) {
            List<Frame> frames = TestFrames.readAll(source);
            assertEquals(1, frames.size());
            assertTrue(source.info().isStill());
            return frames.getFirst();
        }
    }
}
