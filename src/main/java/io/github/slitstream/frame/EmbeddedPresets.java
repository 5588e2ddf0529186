package io.github.slitstream.frame;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Port: reads the text of the preset that a picture or a video carries. Any thread. */
public interface EmbeddedPresets {
    /** In UTF-8; no preset is nearly as long. */
    int LONGEST_BYTES = 1 << 20;

    /** Where nothing carries any. */
    EmbeddedPresets NONE = new EmbeddedPresets() {
        @Override
        public boolean isCarrier(Path file) {
            return false;
        }

        @Override
        public Optional<String> read(Path file) {
            return Optional.empty();
        }
    };

    /**
     * Whether a file is a picture or a video that could carry a preset, as its first bytes tell; a name tells nothing.
     *
     * @throws IOException if it cannot be read
     */
    boolean isCarrier(Path file) throws IOException;

    /**
     * What a carrier says where a preset would stand; that may be anything.
     *
     * @return empty if it says nothing
     * @throws IOException if the file or what it carries is damaged; the message names the file in one line
     */
    Optional<String> read(Path file) throws IOException;
}
