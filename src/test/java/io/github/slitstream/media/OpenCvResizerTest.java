package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Resampling;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenCvResizerTest {
    private final OpenCvResizer resizer = new OpenCvResizer();

    @Test
    void halvingByAreaIsTheRoundedMean() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Frame large = TestFrames.blank(new FrameSize(18, 10));
        for (int row = 0; row < 10; row++) {
            for (int column = 0; column < 18; column++) {
                TestFrames.set(large, row, column, random.nextInt(256), random.nextInt(256), random.nextInt(256), 255);
            }
        }
        large.stamp(42);
        Frame small = TestFrames.blank(new FrameSize(9, 5));
        resizer.resize(large, small, Resampling.AREA);
        assertEquals(42, small.capturedNanos());
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 9; column++) {
                for (int channel = 0; channel < 4; channel++) {
                    int sum = value(large, 2 * row, 2 * column, channel)
                            + value(large, 2 * row, 2 * column + 1, channel)
                            + value(large, 2 * row + 1, 2 * column, channel)
                            + value(large, 2 * row + 1, 2 * column + 1, channel);
                    assertEquals((sum + 2) / 4, value(small, row, column, channel), "seed " + seed);
                }
            }
        }
    }

    @Test
    void enlargingToTheNearestRepeatsPixels() {
        Frame small = TestFrames.noise(new FrameSize(3, 5), 7);
        Frame large = TestFrames.blank(new FrameSize(9, 15));
        resizer.resize(small, large, Resampling.NEAREST);
        for (int row = 0; row < 15; row++) {
            for (int column = 0; column < 9; column++) {
                assertEquals(TestFrames.pixel(small, row / 3, column / 3), TestFrames.pixel(large, row, column));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Resampling.class)
    void aPlainColourStaysItselfAtOddSizes(Resampling method) {
        for (FrameSize size : List.of(new FrameSize(1, 1), new FrameSize(101, 37), new FrameSize(13, 7))) {
            Frame plain = TestFrames.blank(new FrameSize(33, 17));
            for (int row = 0; row < 17; row++) {
                for (int column = 0; column < 33; column++) {
                    TestFrames.set(plain, row, column, 10, 120, 230, 255);
                }
            }
            Frame resized = TestFrames.blank(size);
            resizer.resize(plain, resized, method);
            assertEquals(List.of(10, 120, 230, 255), TestFrames.pixel(resized, size.height() / 2, size.width() / 2));
            assertEquals(List.of(10, 120, 230, 255),
                    TestFrames.pixel(resized, size.height() - 1, size.width() - 1));
        }
    }

    @Test
    void eachFrameIsReadAndWrittenInItsOwnMemory() {
        FrameSize half = new FrameSize(4, 4);
        for (int index = 0; index < 5; index++) {
            Frame large = TestFrames.noise(new FrameSize(8, 8), index);
            Frame reused = TestFrames.blank(half);
            Frame fresh = TestFrames.blank(half);
            resizer.resize(large, reused, Resampling.LINEAR);
            new OpenCvResizer().resize(large, fresh, Resampling.LINEAR);
            assertTrue(TestFrames.same(fresh, reused), "frame " + index);
        }
    }

    @Test
    void equalSizesCopy() {
        Frame from = TestFrames.noise(new FrameSize(5, 3), 3);
        from.stamp(9);
        Frame to = TestFrames.blank(new FrameSize(5, 3));
        resizer.resize(from, to, Resampling.AREA);
        assertTrue(TestFrames.same(from, to));
        assertEquals(9, to.capturedNanos());
    }

    private static int value(Frame frame, int row, int column, int channel) {
        return TestFrames.pixel(frame, row, column).get(channel);
    }
}
