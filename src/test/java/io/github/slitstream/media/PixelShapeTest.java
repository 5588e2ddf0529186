package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkRequest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Videos of 180×144 whose pixels are 64:45, so that they are 16:9. */
class PixelShapeTest {
    private static final FrameSize SIZE = new FrameSize(180, 144);
    private static final PixelShape WIDE = new PixelShape(64, 45);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov", "mkv", "mpg"})
    void sourcesSayTheShapeOfTheirPixels(String ending) throws IOException {
        try (FrameSource source = TestFrames.open(TestFiles.video("sar." + ending))) {
            assertEquals(SIZE, source.info().size());
            assertEquals(WIDE, source.info().pixels());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov", "mkv", "webm"})
    void videosKeepIt(String ending) throws IOException {
        Path file = folder.resolve("kept." + ending);
        write(file);
        try (FrameSource source = TestFrames.open(file)) {
            assertEquals(SIZE, source.info().size());
            assertEquals(WIDE, source.info().pixels());
        }
    }

    @Test
    void theStreamItselfSaysIt() throws IOException {
        Path file = folder.resolve("stream.mp4");
        write(file);
        try (TestStream stream = TestStream.open(file)) {
            assertEquals(64, stream.parameters().sample_aspect_ratio().num());
            assertEquals(45, stream.parameters().sample_aspect_ratio().den());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"still.png", "still.jpg", "%02d.png"})
    void thePixelsOfStillsAreMadeSquare(String name) throws IOException {
        Frame written = write(folder.resolve(name));
        try (FrameSource source = TestFrames.open(folder.resolve(name.replace("%02d", "01")))) {
            assertEquals(new FrameSize(256, 144), source.info().size());
            Frame read = TestFrames.readAll(source).getFirst();
            for (int channel = 0; channel < 3; channel++) {
                int left = TestFrames.pixel(written, 70, 45).get(channel);
                assertEquals(left, TestFrames.pixel(read, 70, 64).get(channel), 6);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"720, 576, 64, 45, 1024, 576", "720, 480, 8, 9, 720, 540", "100, 50, 1, 1, 100, 50",
        "10000, 10, 5, 1, 16384, 10"})
    void theSideWithLongerPixelsGrows(int width, int height, int wide, int high, int squaredWidth, int squaredHeight) {
        assertEquals(new FrameSize(squaredWidth, squaredHeight),
                new PixelShape(wide, high).squared(new FrameSize(width, height)));
    }

    @Test
    void aTurnedPictureHasTurnedPixels() {
        assertEquals(new PixelShape(45, 64), new Orientation(true, true, false).upright(WIDE));
        assertTrue(new Orientation(false, true, true).upright(PixelShape.SQUARE).isSquare());
    }

    private Frame write(Path file) throws IOException {
        Frame picture = TestFrames.gradient(SIZE, 0);
        try (Sink sink = new MediaSinks().open(new SinkRequest(file.toString(), SIZE, WIDE, 25, null))) {
            sink.write(picture, 0);
            sink.finish();
        }
        return picture;
    }
}
