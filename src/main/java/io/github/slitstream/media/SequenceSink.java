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
    private final String preset;
    private final List<StillSink> stills = new ArrayList<>();

    /**
     * @param format {@code png} or {@code jpg}
     * @param preset text that each PNG carries; empty for none
     * @throws IOException if nothing can be written there
     */
    SequenceSink(NumberedFiles files, String format, String preset) throws IOException {
        this.files = files;
        this.format = format;
        this.preset = preset;
        PartialFile.checkPlace(files.file(FIRST));
    }

    @Override
    public void write(Frame picture, long nanos) throws IOException {
        StillSink still = new StillSink(files.file(FIRST + stills.size()), format, preset);
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
