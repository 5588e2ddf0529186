package io.github.slitstream.media;

import io.github.slitstream.frame.FrameSize;
import java.io.IOException;

/** What size of picture may come in. */
final class PictureLimits {
    private PictureLimits() {}

    /** @throws IOException if a side is too long or 0; the message names the picture */
    static FrameSize check(int width, int height, String name) throws IOException {
        if (width < 1 || height < 1 || width > FrameSize.MAX_SIDE || height > FrameSize.MAX_SIDE) {
            boolean isEmpty = width < 1 || height < 1;
            throw new IOException(name + " is " + width + "×" + height + ": each side must be 1 … " + FrameSize.MAX_SIDE
                    + " pixels; " + (isEmpty ? "give it another size" : "scale it down first"));
        }
        return new FrameSize(width, height);
    }
}
