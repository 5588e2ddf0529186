package io.github.slitstream.bench.accuracy;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The same detail of several pictures side by side: of the demo, a part of its wheel. */
final class DetailStrip {
    private static final int PIXEL = 4;
    /** Of each side, where the detail begins, and how much of it is shown. */
    private static final double LEFT = 0.07;
    private static final double TOP = 0.1;
    private static final double SHARE_OF_WIDTH = 0.25;
    private static final double SHARE_OF_HEIGHT = 0.5;

    private final FrameSize source;
    private final int width;
    private final Frame picture;
    private int added;

    DetailStrip(FrameSize source, int count, Arena arena) {
        this.source = source;
        this.width = (int) Math.ceil(SHARE_OF_WIDTH * source.width());
        int height = (int) Math.ceil(SHARE_OF_HEIGHT * source.height());
        this.picture = Frame.allocate(new FrameSize(count * width, height), arena);
    }

    /** @param from as large as said before; stays the caller's */
    void add(Frame from) {
        int column = (int) (LEFT * source.width());
        long left = (long) column * PIXEL;
        int top = (int) (TOP * source.height());
        long bytes = (long) width * PIXEL;
        for (int row = 0; row < picture.size().height(); row++) {
            MemorySegment.copy(from.pixels(), (long) (top + row) * source.stride() + left, picture.pixels(),
                    (long) row * picture.size().stride() + added * bytes, bytes);
        }
        added++;
    }

    /** What was added so far, from left to right. */
    Frame picture() {
        return picture;
    }
}
