package io.github.slitstream.frame;

import java.io.IOException;

/** Port: where finished pictures go. One thread opens, writes and closes a sink. */
public interface FrameSink extends AutoCloseable {
    /**
     * Takes one picture of the size the sink was opened with; it stays the caller's.
     *
     * @param nanos when it is to be shown, from any origin, increasing
     */
    void write(Frame picture, long nanos) throws IOException;

    /** Completes the output and puts it in its place. Without it, closing leaves nothing behind. */
    void finish() throws IOException;

    @Override
    void close();
}
