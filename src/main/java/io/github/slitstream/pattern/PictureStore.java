package io.github.slitstream.pattern;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;

/**
 * How a {@link VideoReader} keeps pictures of its source.
 *
 * @param <P> what is kept of one
 */
public interface PictureStore<P> {
    /** What is shown before there is a picture; always the same object. */
    P none();

    /** Room for a picture. */
    P make(FrameSize size);

    /** Whether a picture, perhaps {@link #none}, has room for one of this size. */
    boolean isRoomFor(P picture, FrameSize size);

    /** Keeps a frame; on the thread that reads. Allocates nothing. */
    void fill(P room, Frame frame);
}
