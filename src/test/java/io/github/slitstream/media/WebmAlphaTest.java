package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The left half of the pictures is transparent, the right half opaque. */
class WebmAlphaTest {
    @ParameterizedTest
    @ValueSource(strings = {"vp8-alpha.webm", "vp9-alpha.webm"})
    void alphaBesideThePicturesIsRead(String file) throws IOException {
        try (FrameSource source = TestFrames.open(TestFiles.video(file))) {
            for (Frame frame : TestFrames.readAll(source)) {
                assertEquals(0, TestFrames.pixel(frame, 32, 20).get(3), 2);
                assertEquals(255, TestFrames.pixel(frame, 32, 80).get(3), 2);
            }
        }
    }
}
