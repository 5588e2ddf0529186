package io.github.slitstream.frame;

import java.io.IOException;

/** Port: opens the device that plays sound. */
@FunctionalInterface
public interface SoundLineOpener {
    /** Where there is no device. */
    SoundLineOpener NONE = format -> {
        throw new IOException("there is no device for sound");
    };

    /** @throws IOException if there is no device that plays it; the reason in one line */
    SoundLine open(SoundFormat format) throws IOException;
}
