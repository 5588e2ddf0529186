package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSourceTest {
    private static final MediaSources SOURCES = new MediaSources();

    @Test
    void saysWhatItIs() throws IOException {
        try (FrameSource demo = SOURCES.open(SourceRequest.of("demo:"))) {
            assertEquals(new SourceInfo("demo:", "Demo", new FrameSize(1280, 720), 30, false, SourceInfo.UNKNOWN,
                    "drawn 1280×720"), demo.info());
        }
    }

    @Test
    void drawsTheSameFramesEachTime() throws IOException {
        List<Frame> once = frames(5);
        List<Frame> again = frames(5);
        for (int index = 0; index < once.size(); index++) {
            assertTrue(TestFrames.same(once.get(index), again.get(index)), "frame " + index);
        }
    }

    @Test
    void moves() throws IOException {
        List<Frame> frames = frames(2);
        assertFalse(TestFrames.same(frames.get(0), frames.get(1)));
    }

    @Test
    void startsAgainFromItsFirstFrame() throws IOException {
        try (FrameSource demo = SOURCES.open(new SourceRequest("demo:", 64, 36, 50))) {
            Frame first = TestFrames.blank(demo.info().size());
            Frame frame = TestFrames.blank(demo.info().size());
            assertEquals(0, demo.read(first));
            assertEquals(20_000_000, demo.read(frame));
            assertEquals(40_000_000, demo.read(frame));
            demo.rewind();
            assertEquals(0, demo.read(frame));
            assertTrue(TestFrames.same(first, frame));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 300", "301, 1", "33, 17", "640, 360"})
    void fillsAnySizeOpaquely(int width, int height) throws IOException {
        try (FrameSource demo = SOURCES.open(new SourceRequest("demo:", width, height, 30))) {
            Frame frame = TestFrames.blank(demo.info().size());
            demo.read(frame);
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    assertEquals(255, TestFrames.pixel(frame, row, column).get(3));
                }
            }
        }
    }

    @Test
    void refusesMoreThanAPictureMayHave() {
        IOException refusal = assertThrows(IOException.class,
                () -> SOURCES.open(new SourceRequest("demo:", 20_000, 10, 30)));
        assertEquals("the demo is 20000×10: each side must be 1 … 16384 pixels; scale it down first",
                refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"demo:, 320, 180, 25", "demo:64x36, 64, 36, 25", "demo:@12.5, 320, 180, 12.5",
        "demo:1x1@1000, 1, 1, 1000"})
    void itsAddressMaySaySizeAndRate(String address, int width, int height, double rate) throws IOException {
        try (FrameSource demo = SOURCES.open(new SourceRequest(address, 320, 180, 25))) {
            assertEquals(new FrameSize(width, height), demo.info().size());
            assertEquals(rate, demo.info().framesPerSecond());
            Frame frame = TestFrames.blank(demo.info().size());
            demo.read(frame);
            assertEquals(Math.round(1e9 / rate), demo.read(frame));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo:big", "demo:64x", "demo:64x36@", "demo:64x36@0", "demo:64x36@1001", "demo: ",
        "demo:64x36x2"})
    void refusesAnotherAddress(String address) {
        IOException refusal = assertThrows(IOException.class, () -> SOURCES.open(SourceRequest.of(address)));
        assertEquals(
                address + " is no form of the demo; write demo:, or its size and up to 1000 frames a second, as in "
                        + "demo:1280x720@60",
                refusal.getMessage());
    }

    private static List<Frame> frames(int count) throws IOException {
        List<Frame> frames = new ArrayList<>();
        try (FrameSource demo = SOURCES.open(new SourceRequest("demo:", 320, 180, 30))) {
            for (int index = 0; index < count; index++) {
                Frame frame = TestFrames.blank(demo.info().size());
                demo.read(frame);
                frames.add(frame);
            }
        }
        return frames;
    }
}
