package io.github.slitstream.engine.intake;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gives the picture of a still again and again, at its nominal rate, without end. The still is read once, and copied
 * from then on.
 */
public final class RepeatedStill implements FrameSource {
    private final FrameSource still;
    private final List<Frame> views;
    /** Frames given so far, each view counted. */
    private long given;

    private RepeatedStill(FrameSource still) {
        this.still = still;
        Arena arena = Arena.ofAuto();
        this.views = Stream.generate(() -> Frame.allocate(still.info().size(), arena)).limit(still.info().views())
                .toList();
    }

    /**
     * The source itself, or, where that is a still, its picture without end.
     *
     * @param source at its beginning; closed with what is returned, or by the caller
     */
    public static FrameSource ifStill(FrameSource source) {
        return source.info().isStill() ? new RepeatedStill(source) : source;
    }

    @Override
    public SourceInfo info() {
        return still.info();
    }

    @Override
    public long read(Frame target) throws IOException {
        Frame kept = views.get((int) (given % views.size()));
        if (given < views.size() && still.read(kept) == END) {
            throw new IOException(info().name() + " holds no picture");
        }
        target.copyFrom(kept);
        long moment = given / views.size();
        given++;
        return Math.round(moment * 1e9 / info().framesPerSecond());
    }

    @Override
    public List<Path> files() {
        return still.files();
    }

    @Override
    public List<String> notes() {
        return still.notes();
    }

    @Override
    public void rewind() throws IOException {
        still.rewind();
        given = 0;
    }

    @Override
    public void close() {
        still.close();
    }
}
