package io.github.slitstream.frame;

import java.io.IOException;

/**
 * Port: the pictures of a source in the form in which they were decoded. A sink that {@linkplain Sink#takes takes} them
 * writes them without their ever having been frames. One thread, that of the source.
 */
public interface DecodedPictures {
    /** As {@link FrameSource#read}, but the picture stays with the source until the next call. */
    long readDecoded() throws IOException;

    /**
     * Brings the picture read last into a frame, once, for a sink that cannot take it as it is.
     *
     * @param target of the source's size
     * @throws IOException as reading does
     */
    void copyTo(Frame target) throws IOException;
}
