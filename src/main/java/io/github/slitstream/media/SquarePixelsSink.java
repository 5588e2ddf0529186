package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Resampling;
import io.github.slitstream.frame.Sink;
import java.io.IOException;
import java.lang.foreign.Arena;

/** Stretches pictures, for an output whose pixels are square. */
final class SquarePixelsSink extends PassingSink {
    private final Frame stretched;
    private final OpenCvResizer resizer = new OpenCvResizer();

    /**
     * @param output becomes this one's
     * @param size of the pictures of the output
     */
    SquarePixelsSink(Sink output, FrameSize size) {
        super(output);
        this.stretched = Frame.allocate(size, Arena.ofAuto());
    }

    @Override
    public void write(Frame picture, long nanos) throws IOException {
        resizer.resize(picture, stretched, Resampling.CUBIC);
        output().write(stretched, nanos);
    }

    @Override
    public void repeat(Frame last, long nanos) throws IOException {
        output().repeat(stretched, nanos);
    }

    @Override
    public void standUntil(long nanos) throws IOException {
        output().standUntil(nanos);
    }
}
