package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read after a seek is what reading from the first frame on gives. */
class SeekTest {
    private static final FrameSize SIZE = new FrameSize(64, 48);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"video.mp4", "video.mkv", "%03d.png"})
    void framesAndTimesAreThoseOfReadingFromTheStart(String name) throws IOException {
        Path file = folder.resolve(name);
        TestFrames.write(file, frames(index -> index * 40_000_000L, 130), 25); // a key frame every 50
        checkEverywhere(file);
    }

    @Test
    void aLongStillIsFoundFromAnyMomentWithinIt() throws IOException {
        Path file = folder.resolve("still.mp4");
        TestFrames.write(file, frames(index -> index < 60 ? index * 40_000_000L : 9_000_000_000L + index, 62), 25);
        try (FrameSource source = TestFrames.open(file)) {
            List<Frame> all = TestFrames.readAll(source);
            source.seek(8_999_000_000L);
            assertSame(all.subList(59, 62), TestFrames.readAll(source));
        }
    }

    @Test
    void theDemoSeeks() throws IOException {
        try (FrameSource source = TestFrames.open(Path.of("demo:64x48@25"))) {
            source.seek(1_239_999_999L);
            Frame frame = TestFrames.blank(SIZE);
            assertEquals(1_200_000_000L, source.read(frame));
            assertEquals(1_240_000_000L, source.read(frame));
        }
    }

    private static void checkEverywhere(Path file) throws IOException {
        try (FrameSource source = TestFrames.open(file)) {
            List<Frame> all = TestFrames.readAll(source);
            for (int index = all.size() - 1; index >= 0; index -= 23) {
                long nanos = all.get(index).capturedNanos();
                source.seek(nanos);
                assertSame(all.subList(index, all.size()), TestFrames.readAll(source));
                source.seek(nanos - 1);
                assertEquals(all.get(Math.max(0, index - 1)).capturedNanos(), source.read(TestFrames.blank(SIZE)));
            }
            source.seek(-5);
            assertEquals(0, source.read(TestFrames.blank(SIZE)));
            source.seek(Long.MAX_VALUE / 2);
            assertSame(all.subList(all.size() - 1, all.size()), TestFrames.readAll(source));
        }
    }

    private static void assertSame(List<Frame> expected, List<Frame> frames) {
        assertEquals(expected.size(), frames.size());
        for (int index = 0; index < frames.size(); index++) {
            assertEquals(expected.get(index).capturedNanos(), frames.get(index).capturedNanos());
            assertTrue(TestFrames.same(expected.get(index), frames.get(index)), "frame " + index);
        }
    }

    private static List<Frame> frames(IntToLongFunction nanos, int count) {
        List<Frame> frames = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            Frame frame = TestFrames.noise(SIZE, index);
            frame.stamp(nanos.applyAsLong(index));
            frames.add(frame);
        }
        return frames;
    }
}
