package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Resampling;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkProgress;
import io.github.slitstream.frame.SoundBlock;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.Optional;

/** Stretches pictures, for an output whose pixels are square. Sound goes through. */
final class SquarePixelsSink implements Sink {
    private final Sink output;
    private final Frame stretched;
    private final OpenCvResizer resizer = new OpenCvResizer();

    /**
     * @param output becomes this one's
     * @param size of the pictures of the output
     */
    SquarePixelsSink(Sink output, FrameSize size) {
        this.output = output;
        this.stretched = Frame.allocate(size, Arena.ofAuto());
    }

    @Override
    public void write(Frame picture, long nanos) throws IOException {
        resizer.resize(picture, stretched, Resampling.CUBIC);
        output.write(stretched, nanos);
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
