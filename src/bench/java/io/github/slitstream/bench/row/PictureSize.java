package io.github.slitstream.bench.row;

import io.github.slitstream.frame.FrameSize;

/**
 * A size as rows name it.
 *
 * @param name such as {@code 1080p}
 */
record PictureSize(String name, FrameSize frame) {
    static final PictureSize HD = new PictureSize("720p", new FrameSize(1280, 720));
    static final PictureSize FULL_HD = new PictureSize("1080p", new FrameSize(1920, 1080));
    static final PictureSize SQUARE = new PictureSize("4096", new FrameSize(4096, 4096));
    /** To see whether all implementations agree. */
    static final FrameSize SMALL = new FrameSize(64, 36);
}
