package io.github.slitstream.media;

import io.github.slitstream.file.PartialFile;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.Sink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Numbered picture files, from number 1 on. All are put in their places together, when the last is written. */
final class SequenceSink implements Sink {
    private static final int FIRST = 1;

    private final NumberedFiles files;
    private final String format;
    private final List<StillSink> stills = new ArrayList<>();

    /**
     * @param format {@code png} or {@code jpg}
     * @throws IOException if nothing can be written there
     */
    SequenceSink(NumberedFiles files, String format) throws IOException {
        this.files = files;
        this.format = format;
        PartialFile.checkPlace(files.file(FIRST));
    }

    @Override
    public void write(Frame picture, long nanos) throws IOException {
        StillSink still = new StillSink(files.file(FIRST + stills.size()), format);
        stills.add(still);
        still.write(picture, nanos);
    }

    @Override
    public void finish() throws IOException {
        if (stills.isEmpty()) {
            throw new IOException(files + " was not written: there was no picture");
        }
        for (StillSink still : stills) {
            still.finish();
        }
    }

    @Override
    public void close() {
        stills.forEach(StillSink::close);
    }
}
