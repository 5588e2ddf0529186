package io.github.slitstream.frame;

import org.jspecify.annotations.Nullable;

/** A history of one frame: all that an effect which does not look back needs. One thread shows frames. */
public final class SingleFrameHistory implements FrameHistory {
    private final FrameSequence alone = new FrameSequence(1, false);
    private @Nullable Frame frame;
    private long capturedNanos;

    /**
     * Makes this frame the newest, and the only one. It stays the caller's.
     *
     * @param newestNanos its capture time, whatever it is stamped with
     */
    public void show(Frame newest, long newestNanos) {
        frame = newest;
        capturedNanos = newestNanos;
        alone.locate(newest.pixels(), 1, 1);
    }

    /** @throws IllegalStateException if none was shown */
    @Override
    public Frame now() {
        Frame shown = frame;
        if (shown == null) {
            throw new IllegalStateException("no frame has been shown yet");
        }
        return shown;
    }

    @Override
    public FrameSize size() {
        return now().size();
    }

    @Override
    public FrameSequence moments() {
        return alone;
    }

    @Override
    public FrameSequence views() {
        return alone;
    }

    @Override
    public long capturedNanos(int age) {
        return capturedNanos;
    }
}
