package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import java.io.IOException;
import java.lang.foreign.Arena;

/** A still that is shown for a while: its picture as many times as its rate asks for. It is read once. */
final class StandingPicture implements FrameSource {
    private final FrameSource still;
    private final SourceInfo info;
    private final Frame kept;
    private boolean isRead;
    private long next;

    /** @param still at its beginning; closed with what is made here */
    StandingPicture(FrameSource still, double seconds) {
        this.still = still;
        SourceInfo picture = still.info();
        long frames = Math.max(1, Math.round(seconds * picture.framesPerSecond()));
        this.info = new SourceInfo(picture.address(), picture.name(), picture.size(), picture.framesPerSecond(), false,
                frames, picture.detail(), 1, picture.pixels());
        this.kept = Frame.allocate(picture.size(), Arena.ofAuto());
    }

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public long read(Frame target) throws IOException {
        if (next == info.frames() || (!isRead && still.read(kept) == END)) {
            return END;
        }
        isRead = true;
        target.copyFrom(kept);
        return Math.round(next++ * 1e9 / info.framesPerSecond());
    }

    @Override
    public void rewind() {
        next = 0;
    }

    @Override
    public void seek(long nanos) {
        next = Math.clamp((long) ((nanos + 0.5) / 1e9 * info.framesPerSecond()), 0, info.frames() - 1);
    }

    @Override
    public void close() {
        still.close();
    }
}
