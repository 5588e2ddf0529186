package io.github.slitstream.engine.outlet;

import io.github.slitstream.frame.SinkProgress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a recording goes.
 *
 * @param seconds from the first picture to the last
 * @param dropped pictures that found no room on their way
 * @param encoder what encodes and why, for people
 * @param file that is written, and in the end the complete one
 */
public record RecordingStatus(double seconds, long dropped, SinkProgress progress, String encoder,
        Optional<Path> file) {
    /** How long the room on the disk lasts; infinite where nobody knows. */
    public double secondsLeft() {
        return progress.secondsLeft(seconds);
    }
}
