package io.github.slitstream.preset;

import java.io.IOException;

/** A preset file that cannot be read as it stands; the message is one line that starts with {@code FILE:LINE: }. */
public final class BadPreset extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param line counted from 1 */
    BadPreset(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason.replaceAll("\\s+", " "));
    }
}
