package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.outlet.Outlets;
import io.github.slitstream.engine.outlet.Recording;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SoundLineOpener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Encoders and containers that fail while a recording is made: what was written before is a complete file. */
@Timeout(60)
class BrokenOutputTest {
    private static final int PICTURES = 45;
    /** Half a second. */
    private static final int MOST_LOST = LiveRecorder.FRAMES_PER_SECOND / 2;

    @TempDir
    private Path folder;

    private final List<Frame> pictures = TestFrames.gradients(LiveRecorder.SIZE, PICTURES, 0);

    /** AAC refuses what is no number. */
    @Test
    void anEncoderThatFailsEndsTheRecordingAndWhatWasBeforeStays() throws Exception {
        SoundFormat format = new SoundFormat(2, 48_000);
        Path file = folder.resolve("film.mp4");
        Outlets outlets = new Outlets(OpenCvResizer::new, SoundLineOpener.NONE);
        try {
            Recording recording = outlets.record(new MediaSinks().open(LiveRecorder.request(file)), LiveRecorder.SIZE);
            long interval = 1_000_000_000L / LiveRecorder.FRAMES_PER_SECOND;
            for (int number = 0; number < PICTURES; number++) {
                pictures.get(number).stamp(1 + number * interval);
                recording.offer(pictures.get(number));
                float[] samples = new float[2 * format.rate() / LiveRecorder.FRAMES_PER_SECOND];
                Arrays.fill(samples, number < 30 ? 0 : Float.NaN);
                outlets.publish(new SoundBlock(samples, format, 1 + number * interval), 0);
                while (recording.isRunning() && recording.frames() <= number) {
                    Thread.sleep(1);
                }
            }
            IOException failure = assertThrows(IOException.class, recording::stop);
            assertEquals(file + " cannot be written (Invalid argument); check the folder's permissions and the room on"
                    + " the disk, or take another encoder", failure.getMessage());
            assertTrue(recording.isKept());
            int frames = TestFrames.count(file);
            assertTrue(frames >= 30 - MOST_LOST, frames + " of 30");
        } finally {
            outlets.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "webm", "mkv", "mov", "gif", "webp"})
    @EnabledOnOs(OS.LINUX)
    void aContainerThatFailsInTheMiddleIsCompletedAsFarAsItGoes(String ending) throws IOException {
        try (Sink sink = LiveRecorder.begin(folder.resolve("film." + ending), pictures)) {
            FullDisk.under(sink.file().orElseThrow());
            IOException failure = assertThrows(IOException.class, () -> {
                for (int number = PICTURES; number < 3 * PICTURES; number++) {
                    LiveRecorder.write(sink, pictures.get(number % PICTURES), number);
                }
            });
            assertTrue(failure.toString().contains("film." + ending
                    + " cannot be written (No space left on device); check"), failure.toString());
            sink.finish();
            assertKept(ending, sink);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "webm", "mkv", "mov", "gif", "webp"})
    @EnabledOnOs(OS.LINUX)
    void aContainerThatFailsAtTheEndIsCompletedAllTheSame(String ending) throws IOException {
        try (Sink sink = LiveRecorder.begin(folder.resolve("film." + ending), pictures)) {
            FullDisk.under(sink.file().orElseThrow());
            IOException failure = assertThrows(IOException.class, sink::finish);
            Path file = folder.resolve("film." + ending);
            assertEquals(file + " cannot be written (No space left on device); check the folder's permissions and the"
                    + " room on the disk, or take another encoder; what was written before is in " + file,
                    failure.getMessage());
            assertKept(ending, sink);
        }
    }

    private void assertKept(String ending, Sink sink) throws IOException {
        Path file = folder.resolve("film." + ending);
        assertEquals(file, sink.file().orElseThrow());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
        int frames = TestFrames.count(file);
        assertTrue(frames >= PICTURES - MOST_LOST, frames + " of " + PICTURES);
    }
}
