package io.github.slitstream.view.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.engine.outlet.RecordingStatus;
import io.github.slitstream.frame.SinkProgress;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordingTextTest {
    @Test
    void afterSomeSecondsWhatWasWrittenSaysWhatAMinuteTakes() {
        assertEquals("film.mp4\n00:04 · 4 MB\nx264", RecordingText.line(status(4, 4_000_000)));
        assertEquals("film.mp4\n00:10 · 8 MB · 48 MB a minute\nx264", RecordingText.line(status(10, 8_000_000)));
        assertEquals("film.mp4\n00:10 · 0 MB\nx264", RecordingText.line(status(10, 0)));
    }

    private static RecordingStatus status(double seconds, long bytes) {
        return new RecordingStatus(seconds, 0, new SinkProgress(bytes, Long.MAX_VALUE), "x264",
                Optional.of(Path.of("film.mp4")));
    }
}
