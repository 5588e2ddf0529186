package io.github.slitstream.frame;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Port: a sink that makes no output by itself, but keeps the newest of what is written, encoded, in memory, to be saved
 * whenever somebody wants it. {@link #finish} ends the writing; what is kept can be saved until {@link #close}, which
 * is up to who opened it.
 */
public interface Replay extends Sink {
    /**
     * How much is kept; what is older goes.
     *
     * @param seconds from the beginning of the first picture to the end of the last
     * @param bytes of encoded pictures and of sound together
     */
    record Limits(double seconds, long bytes) {
        /** @throws IllegalArgumentException if nothing would be kept */
        public Limits {
            if (!(seconds > 0 && bytes > 0)) {
                throw new IllegalArgumentException(seconds + " s and " + bytes + " bytes: both must be above 0");
            }
        }
    }

    /** What is kept now, as {@link Limits} counts it. */
    record Held(double seconds, long bytes) {}

    /** Any thread. */
    Held held();

    /** From now on no more is kept than that. Any thread. */
    void limit(Limits limits);

    /**
     * Writes what is kept now into a file of the format it was opened for, whose first picture is the first that is
     * kept. Pictures may be written meanwhile; what is kept stays, whether this succeeds or not. Any thread.
     *
     * @param address of a file that is not replaced: where the name is taken, a number is added
     * @param preset text of the preset that the file carries; empty for none
     * @return the file
     * @throws IOException if there is no picture yet, or nothing can be written there; the message says what to do
     */
    Path save(String address, String preset) throws IOException;
}
