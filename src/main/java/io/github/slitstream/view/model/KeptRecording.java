package io.github.slitstream.view.model;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A recording of this session that is complete.
 *
 * @param detail how long it is, or where it came from
 * @param thumbnail its first picture; null until it was read
 */
public record KeptRecording(Path file, String detail, @Nullable Thumbnail thumbnail) {
    /** Of the file, without its folder. */
    public String name() {
        return String.valueOf(file.getFileName());
    }

    KeptRecording with(Thumbnail picture) {
        return new KeptRecording(file, detail, picture);
    }

    KeptRecording at(Path other) {
        return new KeptRecording(other, detail, thumbnail);
    }
}
