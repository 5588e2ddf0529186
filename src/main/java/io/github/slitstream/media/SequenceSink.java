package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSink;
import java.io.IOException;

/** Numbered picture files, from number 1 on, each put in its place when it is whole. Those stay also without {@link #finish}. */
final class SequenceSink implements FrameSink {
    private static final int FIRST = 1;

    private final NumberedFiles files;
    private final String format;
    private int next = FIRST;

    /**
     * @param format {@code png} or {@code jpg}
     * @throws IOException if nothing can be written there
     */
    SequenceSink(NumberedFiles files, String format) throws IOException {
        this.files = files;
        this.format = format;
        new PartialFile(files.file(FIRST)).close();
    }

    @Override
    public void write(Frame picture, long nanos) throws IOException {
        try (StillSink still = new StillSink(files.file(next), format)) {
            still.write(picture, nanos);
            still.finish();
        }
        next++;
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}
}
