package io.github.slitstream.view.model;

import java.io.IOException;
import java.nio.file.Path;

/** Port: what the desktop does with files. Any thread. */
public interface DesktopFiles {
    /** Shows a file in its folder. */
    void show(Path file) throws IOException;

    /** Moves a file where it can be fetched back from. */
    void moveToBin(Path file) throws IOException;
}
