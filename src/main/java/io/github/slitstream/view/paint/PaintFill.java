package io.github.slitstream.view.paint;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.pattern.PaintedMap;
import java.util.Arrays;
import java.util.BitSet;

/** Fills what is connected to a pixel and nearly as old as it. */
final class PaintFill {
    /** How far numbers may differ from that of the first pixel. */
    private static final int ALIKE = PaintedMap.PAST / 50;

    private final char[] before;
    private final FrameSize size;
    private final BitSet filled;
    private int[] waiting = new int[1024];
    private int count;
    private int left = Integer.MAX_VALUE;
    private int top = Integer.MAX_VALUE;
    private int right;
    private int bottom;

    /** @param before what is looked at */
    PaintFill(char[] before, FrameSize size) {
        this.before = before;
        this.size = size;
        this.filled = new BitSet(size.pixels());
    }

    /** Fills from a pixel on, unless that was filled already. */
    void from(int column, int row, Brush brush, char[] now) {
        char seed = before[row * size.width() + column];
        wait(column, row, seed);
        while (count > 0) {
            int at = waiting[--count];
            int x = at % size.width();
            int y = at / size.width();
            now[at] = brush.over(before[at], 1);
            grow(x, y);
            wait(x - 1, y, seed);
            wait(x + 1, y, seed);
            wait(x, y - 1, seed);
            wait(x, y + 1, seed);
        }
    }

    /** What was filled so far. */
    Area area() {
        return right == 0 ? Area.NONE : new Area(left, top, right, bottom);
    }

    private void grow(int x, int y) {
        left = Math.min(left, x);
        top = Math.min(top, y);
        right = Math.max(right, x + 1);
        bottom = Math.max(bottom, y + 1);
    }

    private void wait(int x, int y, char seed) {
        if (x < 0 || y < 0 || x >= size.width() || y >= size.height()) {
            return;
        }
        int at = y * size.width() + x;
        if (filled.get(at) || Math.abs(before[at] - seed) > ALIKE) {
            return;
        }
        filled.set(at);
        if (count == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * count);
        }
        waiting[count++] = at;
    }
}
