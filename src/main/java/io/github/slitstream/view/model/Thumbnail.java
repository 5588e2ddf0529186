package io.github.slitstream.view.model;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.PictureFit;
import java.lang.foreign.ValueLayout;

/**
 * A small picture.
 *
 * @param pixels row by row, as 0xAARRGGBB
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, to be shown
public record Thumbnail(FrameSize size, int[] pixels) {
    private static final FrameSize ROOM = new FrameSize(64, 36);

    /** Every so many pixels one. */
    public static Thumbnail of(Frame picture) {
        FrameSize from = picture.size();
        FrameSize to = PictureFit.fitted(from, 1, ROOM);
        int[] pixels = new int[to.pixels()];
        for (int i = 0; i < pixels.length; i++) {
            long row = (long) (i / to.width()) * from.height() / to.height();
            long column = (long) (i % to.width()) * from.width() / to.width();
            pixels[i] = picture.pixels().getAtIndex(ValueLayout.JAVA_INT, row * from.width() + column);
        }
        return new Thumbnail(to, pixels);
    }
}
