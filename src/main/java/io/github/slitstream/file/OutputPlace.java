package io.github.slitstream.file;

import java.io.IOException;
import java.nio.file.Path;

/** A file that is being written, and the place that it is for. */
public sealed interface OutputPlace extends AutoCloseable permits PartialFile, UnfinishedFile {
    /** Where to write until it is complete. */
    Path path();

    /**
     * Puts the complete file in its place.
     *
     * @return that place
     */
    Path moveIntoPlace() throws IOException;

    /** Ends what was not moved into its place. */
    @Override
    void close();
}
