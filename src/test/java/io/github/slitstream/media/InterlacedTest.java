package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bright bar of 16 columns moves to the right by 4 columns from field to field, the top one first, 25 pictures/s. */
class InterlacedTest {
    private static final int FRAMES = 10;

    @ParameterizedTest
    @ValueSource(strings = {"interlaced.mpg", "interlaced.mp4"})
    void everyPictureShowsTheMomentOfItsFirstField(String file) throws IOException {
        try (FrameSource source = TestFrames.open(TestFiles.video(file))) {
            assertPictures(TestFrames.readAll(source));
            source.rewind();
            assertPictures(TestFrames.readAll(source));
        }
    }

    /** Every pixel has alpha 130, by Debian's ffmpeg. */
    @Test
    void alphaIsKept() throws IOException {
        try (FrameSource source = TestFrames.open(TestFiles.video("interlaced-alpha.mov"))) {
            List<Frame> frames = TestFrames.readAll(source);
            assertEquals(5, frames.size());
            for (Frame frame : frames) {
                assertEquals(130, TestFrames.pixel(frame, 9, 17).get(3), 1);
            }
        }
    }

    private static void assertPictures(List<Frame> frames) {
        assertEquals(FRAMES, frames.size());
        for (int index = 0; index < FRAMES; index++) {
            assertTrue(Math.abs(frames.get(index).capturedNanos() - index * 40_000_000L) <= 20_000);
            for (int row = 4; row < 60; row++) {
                int centre = centreOfBar(frames.get(index), row);
                assertTrue(Math.abs(centre - (8 * index + 7)) <= 2,
                        "picture " + index + ", row " + row + ": the bar is around " + centre);
            }
        }
    }

    /** Of the columns that are brighter than the middle between bar and ground. */
    private static int centreOfBar(Frame frame, int row) {
        int sum = 0;
        int count = 0;
        for (int column = 0; column < 96; column++) {
            if (TestFrames.pixel(frame, row, column).get(1) > 140) {
                sum += column;
                count++;
            }
        }
        return count == 0 ? -100 : sum / count;
    }
}
