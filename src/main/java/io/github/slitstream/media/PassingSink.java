package io.github.slitstream.media;

import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkProgress;
import io.github.slitstream.frame.SoundBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Changes pictures on their way to an output. Sound and everything else goes through. */
abstract class PassingSink implements Sink {
    private final Sink output;

    /** @param output becomes this one's */
    PassingSink(Sink output) {
        this.output = output;
    }

    Sink output() {
        return output;
    }

    @Override
    public void showLastUntil(long nanos) {
        output.showLastUntil(nanos);
    }

    @Override
    public long endNanos() {
        return output.endNanos();
    }

    @Override
    public boolean hasSound() {
        return output.hasSound();
    }

    @Override
    public void write(SoundBlock sound, long nanos) throws IOException {
        output.write(sound, nanos);
    }

    @Override
    public boolean stepDown() throws IOException {
        return output.stepDown();
    }

    @Override
    public Optional<Path> file() {
        return output.file();
    }

    @Override
    public SinkProgress progress() {
        return output.progress();
    }

    @Override
    public List<String> notes() {
        return output.notes();
    }

    @Override
    public String encoder() {
        return output.encoder();
    }

    @Override
    public void finish() throws IOException {
        output.finish();
    }

    @Override
    public void close() {
        output.close();
    }
}
