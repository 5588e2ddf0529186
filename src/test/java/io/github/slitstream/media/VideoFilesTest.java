package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"mp4, 320, 180", "mov, 161, 91", "webm, 64, 33", "m4v, 50, 48"})
    void picturesComeBackNearlyAsTheyWere(String ending, int width, int height) throws IOException {
        FrameSize size = new FrameSize(width, height);
        List<Frame> written = steady(size, 20);
        Path file = folder.resolve("video." + ending);
        TestFrames.write(file, written, 25);
        try (FrameSource source = TestFrames.open(file)) {
            FrameSize even = new FrameSize(width + width % 2, height + height % 2);
            assertEquals(even, source.info().size());
            assertEquals(25, source.info().framesPerSecond(), 0.01);
            List<Frame> read = TestFrames.readAll(source);
            assertEquals(20, read.size());
            for (int index = 0; index < 20; index++) {
                assertNear(index * 40_000_000L, read.get(index).capturedNanos(), 500_000);
                double psnr = TestFrames.psnr(written.get(index), cropped(read.get(index), size));
                assertTrue(psnr > 32, "frame " + index + ": PSNR " + psnr);
            }
        }
    }

    @Test
    void varyingTimesAreKept() throws IOException {
        long[] millis = {0, 33, 70, 71, 400, 1_900, 1_917, 2_000};
        List<Frame> written = new ArrayList<>();
        for (int index = 0; index < millis.length; index++) {
            written.add(TestFrames.gradient(new FrameSize(64, 64), index));
            written.get(index).stamp(5_000_000_000L + millis[index] * 1_000_000);
        }
        Path file = folder.resolve("varying.mp4");
        TestFrames.write(file, written, 30);
        try (FrameSource source = TestFrames.open(file)) {
            assertEquals(millis.length, source.info().frames());
            List<Frame> read = TestFrames.readAll(source);
            for (int index = 0; index < millis.length; index++) {
                assertNear(millis[index] * 1_000_000, read.get(index).capturedNanos(), 20_000);
            }
        }
    }

    @Test
    void theSamePicturesGiveTheSameBytes() throws IOException {
        List<Frame> frames = steady(new FrameSize(160, 90), 40);
        TestFrames.write(folder.resolve("one.mp4"), frames, 30);
        TestFrames.write(folder.resolve("two.mp4"), frames, 30);
        assertArrayEquals(Files.readAllBytes(folder.resolve("one.mp4")),
                Files.readAllBytes(folder.resolve("two.mp4")));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "8001, 3", "3, 2", "17, 16"})
    void extremeSizesGoThrough(int width, int height) throws IOException {
        Path file = folder.resolve("extreme.mp4");
        List<Frame> written = steady(new FrameSize(width, height), 3);
        TestFrames.write(file, written, 30);
        try (FrameSource source = TestFrames.open(file)) {
            List<Frame> read = TestFrames.readAll(source);
            assertEquals(3, read.size());
            double psnr = TestFrames.psnr(written.get(1), cropped(read.get(1), written.get(1).size()));
            assertTrue(psnr > 18, "PSNR " + psnr);
        }
    }

    @Test
    void theLastColumnAndRowAreRepeatedToEvenSides() throws IOException {
        Path file = folder.resolve("odd.mp4");
        TestFrames.write(file, steady(new FrameSize(65, 33), 1), 30);
        try (FrameSource source = TestFrames.open(file)) {
            Frame frame = TestFrames.readAll(source).getFirst();
            for (int row = 0; row < 33; row++) {
                assertNear(TestFrames.pixel(frame, row, 64), TestFrames.pixel(frame, row, 65));
            }
        }
    }

    @Test
    void aFileCanBePlayedAgain() throws IOException {
        Path file = folder.resolve("again.mp4");
        TestFrames.write(file, steady(new FrameSize(64, 64), 70), 30);
        try (FrameSource source = TestFrames.open(file)) {
            List<Frame> once = TestFrames.readAll(source);
            source.rewind();
            List<Frame> again = TestFrames.readAll(source);
            assertEquals(70, again.size());
            for (int index = 0; index < 70; index++) {
                assertTrue(TestFrames.same(once.get(index), again.get(index)), "frame " + index);
                assertEquals(once.get(index).capturedNanos(), again.get(index).capturedNanos());
            }
        }
    }

    private static List<Frame> steady(FrameSize size, int count) {
        List<Frame> frames = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            frames.add(TestFrames.gradient(size, index));
            frames.get(index).stamp(index * 40_000_000L);
        }
        return frames;
    }

    private static Frame cropped(Frame frame, FrameSize size) {
        Frame part = TestFrames.blank(size);
        for (int row = 0; row < size.height(); row++) {
            part.pixels().asSlice((long) row * size.stride(), size.stride())
                    .copyFrom(frame.pixels().asSlice((long) row * frame.size().stride(), size.stride()));
        }
        return part;
    }

    private static void assertNear(long expectedNanos, long nanos, long tolerance) {
        assertTrue(Math.abs(nanos - expectedNanos) <= tolerance, nanos + " instead of " + expectedNanos);
    }

    private static void assertNear(List<Integer> one, List<Integer> other) {
        for (int channel = 0; channel < 4; channel++) {
            assertEquals(one.get(channel), other.get(channel), 12);
        }
    }
}
