package io.github.slitstream.media;

import io.github.slitstream.file.PartialFile;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.Keeping;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SoundBlock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbered picture files, from number 1 on, and their sound in a WAV file beside them. All are put in their places
 * together, when the last is written, or one by one if what was written is to stay whatever comes.
 */
final class SequenceSink implements Sink {
    private static final int FIRST = 1;

    private final NumberedFiles files;
    private final String format;
    private final String preset;
    private final Keeping keeping;
    private final @Nullable SoundFile sound;
    private final List<StillSink> waiting = new ArrayList<>();
    private int written;
    private long firstNanos;

    /**
     * @param format {@code png} or {@code jpg}
     * @throws IOException if nothing can be written there
     */
    SequenceSink(NumberedFiles files, String format, SinkRequest request) throws IOException {
        this.files = files;
        this.format = format;
        this.preset = request.preset();
        this.keeping = request.keeping();
        PartialFile.checkPlace(files.file(FIRST));
        if (keeping == Keeping.WRITTEN && !files.present().isEmpty()) {
            throw new IOException(files + ": there are such files already, which must not be replaced; choose another"
                    + " name or an empty folder");
        }
        this.sound = request.sound() == null ? null : SoundFile.open(files.sound(), request.sound());
    }

    @Override
    public void write(Frame picture, long nanos) throws IOException {
        if (written == 0) {
            firstNanos = nanos;
        }
        StillSink still = new StillSink(files.file(FIRST + written), format, preset);
        waiting.add(still);
        still.write(picture, nanos);
        written++;
        if (keeping == Keeping.WRITTEN) {
            finishWaiting();
        }
    }

    @Override
    public boolean hasSound() {
        return sound != null;
    }

    @Override
    public void write(SoundBlock block, long nanos) throws IOException {
        if (sound != null) {
            sound.write(block, nanos - firstNanos);
        }
    }

    @Override
    public void finish() throws IOException {
        if (written == 0) {
            throw new IOException(files + " was not written: there was no picture");
        }
        finishWaiting();
        if (sound != null) {
            sound.finish();
        }
    }

    private void finishWaiting() throws IOException {
        for (StillSink still : waiting) {
            still.finish();
        }
        waiting.clear();
    }

    @Override
    public void close() {
        waiting.forEach(StillSink::close);
        if (sound != null) {
            sound.close();
        }
    }
}
