package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.DecodedPictures;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Sink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Videos go from file to file as they were decoded where both agree on what samples stand for. */
class DecodedPicturesTest {
    private static final FrameSize SIZE = new FrameSize(160, 90);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "m4v"})
    void picturesAndTimesArrive(String ending) throws IOException {
        Path input = folder.resolve("in.mp4");
        List<Frame> frames = TestFrames.gradients(SIZE, 30, 40_000_000);
        frames.get(29).stamp(2_000_000_000);
        TestFrames.write(input, frames, 25);
        Path output = folder.resolve("out." + ending);
        try (FrameSource source = TestFrames.open(input);
                Sink sink = new MediaSinks().open(output.toString(), SIZE, 25)) {
            DecodedPictures decoded = source.decoded();
            assertNotNull(decoded);
            assertTrue(sink.takes(decoded));
            for (long nanos = decoded.readDecoded(); nanos != FrameSource.END; nanos = decoded.readDecoded()) {
                sink.write(decoded, nanos);
            }
            sink.finish();
        }
        List<Frame> expected = read(input);
        List<Frame> actual = read(output);
        assertEquals(30, actual.size());
        for (int index = 0; index < 30; index++) {
            assertEquals(expected.get(index).capturedNanos() / 1e9, actual.get(index).capturedNanos() / 1e9, 0.001,
                    "time of frame " + index);
            double psnr = TestFrames.psnr(expected.get(index), actual.get(index));
            assertTrue(psnr > 40, "frame " + index + ": PSNR " + psnr);
        }
    }

    /** Another range, another matrix, more than eight bits, transparent pixels. */
    @ParameterizedTest
    @ValueSource(strings = {"bars-full.mp4", "bars-bt709.mp4", "pq.mkv", "vp9-alpha.webm"})
    void whatSaysColoursOtherwiseIsNotTaken(String name) throws IOException {
        try (FrameSource source = TestFrames.open(TestFiles.video(name));
                Sink sink = new MediaSinks().open(folder.resolve("out.mp4").toString(), source.info().size(), 25)) {
            DecodedPictures decoded = source.decoded();
            assertNotNull(decoded);
            assertFalse(sink.takes(decoded));
        }
    }

    @Test
    void whatIsTurnedIsNeededAsFrames() throws IOException {
        try (FrameSource source = TestFrames.open(TestFiles.video("shown-turned.mkv"))) {
            assertNull(source.decoded());
        }
    }

    /** Videos may change their colours and their size midway. */
    @Test
    void aPictureOfAnotherFormIsBroughtOver() throws IOException {
        Path output = folder.resolve("out.mp4");
        try (FrameSource other = TestFrames.open(TestFiles.video("bars-full.mp4"));
                Sink sink = new MediaSinks().open(output.toString(), other.info().size(), 25)) {
            DecodedPictures decoded = other.decoded();
            assertNotNull(decoded);
            assertTrue(decoded.readDecoded() != FrameSource.END);
            sink.write(decoded, 0);
            sink.finish();
        }
        Frame expected = read(TestFiles.video("bars-full.mp4")).getFirst();
        assertTrue(TestFrames.psnr(expected, read(output).getFirst()) > 25);
    }

    @Test
    void theLastPictureIsShownAsLongAsItIsTold() throws IOException {
        Path output = folder.resolve("out.mp4");
        List<Frame> frames = TestFrames.gradients(SIZE, 4, 100_000_000);
        try (Sink sink = new MediaSinks().open(output.toString(), SIZE, 25)) {
            for (Frame frame : frames) {
                sink.write(frame, frame.capturedNanos());
            }
            sink.showLastUntil(1_300_000_000);
            sink.finish();
        }
        try (FrameSource source = TestFrames.open(output)) {
            assertEquals(4, TestFrames.readAll(source).size());
            assertEquals(1.3, source.info().durationNanos() / 1e9, 0.01);
        }
    }

    private static List<Frame> read(Path video) throws IOException {
        try (FrameSource source = TestFrames.open(video)) {
            return TestFrames.readAll(source);
        }
    }
}
