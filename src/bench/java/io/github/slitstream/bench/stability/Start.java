package io.github.slitstream.bench.stability;

import io.github.slitstream.bench.OwnTime;
import java.io.IOException;

/** The program, started once and ready to time rows. One thread. */
public interface Start extends AutoCloseable {
    /**
     * Times a row, or times it once more.
     *
     * @throws IOException if the program failed; the message holds the last line that it wrote
     */
    OwnTime time(String row) throws IOException, InterruptedException;

    /** Ends it and waits for that. */
    @Override
    void close();

    /** Starts the program. */
    @FunctionalInterface
    interface Maker {
        Start start() throws IOException;
    }
}
