package io.github.slitstream.kernel;

import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Flow between two frames as it was found, there and back, the two in shades of grey, and where wanted the flow before:
 * what {@link FlowCells} asks of each place. These are copies, which are read many times, and faster from arrays. One
 * thread; allocates nothing while it works.
 */
final class FoundFlow {
    static final float CLOSE = 8;
    private static final float CLOSE_SHARE = 1;
    /** Grey levels below which a difference is grain. */
    private static final float GRAIN = 0.5f;
    /**
     * By how much of its way the flow may differ from the flow before. What is evenly faster or slower is half way an
     * eighth of that away from where flow says; what stood before, or turns back, may be anywhere.
     */
    private static final double EVEN = 0.75;
    private static final double UNEVEN = 1;
    /** Found pixels that are added to every way: shorter ones are not found exactly enough to be compared. */
    private static final double SHORT_WAY = 0.5;

    private final FrameSize found;
    private final boolean keepsFormer;
    private final byte[] newer;
    private final byte[] older;
    private float[] forward;
    private final float[] backward;
    /** From the older frame to the one before that. */
    private float[] former;

    /** @param keepsFormer whether it will be asked how evenly things move */
    FoundFlow(FrameSize found, boolean keepsFormer) {
        this.found = found;
        this.keepsFormer = keepsFormer;
        this.newer = new byte[found.pixels()];
        this.older = new byte[found.pixels()];
        this.forward = new float[2 * found.pixels()];
        this.backward = new float[2 * found.pixels()];
        this.former = new float[keepsFormer ? forward.length : 0];
    }

    /** Copies the next two frames and what was found, as {@link FlowCells#fill} gets them. */
    void take(MemorySegment newGrey, MemorySegment oldGrey, MemorySegment there, MemorySegment back) {
        if (keepsFormer) {
            float[] last = forward;
            forward = former;
            former = last;
        }
        MemorySegment.copy(newGrey, ValueLayout.JAVA_BYTE, 0, newer, 0, newer.length);
        MemorySegment.copy(oldGrey, ValueLayout.JAVA_BYTE, 0, older, 0, older.length);
        MemorySegment.copy(there, ValueLayout.JAVA_FLOAT, 0, forward, 0, forward.length);
        MemorySegment.copy(back, ValueLayout.JAVA_FLOAT, 0, backward, 0, backward.length);
    }

    /** {@link FlowLines#moveTo} by this flow. */
    float moveTo(int row, FlowLines lines) {
        return lines.moveTo(row, forward, backward);
    }

    /** How far apart the frames are at a place, in grey levels. */
    float difference(int x, int y) {
        return Math.abs(grey(newer, x, y) - grey(older, x, y));
    }

    /** How far apart the frames are at a place, in grey levels, where they are read along the flow. */
    float difference(int x, int y, float moment) {
        float rest = 1 - moment;
        return Math.abs(level(newer, x - moment * flow(forward, x, y, 0), y - moment * flow(forward, x, y, 1))
                - level(older, x - rest * flow(backward, x, y, 0), y - rest * flow(backward, x, y, 1)));
    }

    /** How far apart the frames are half way, where they are read against the flow. */
    float opposite(int x, int y) {
        return Math.abs(level(newer, x + 0.5f * flow(forward, x, y, 0), y + 0.5f * flow(forward, x, y, 1))
                - level(older, x + 0.5f * flow(backward, x, y, 0), y + 0.5f * flow(backward, x, y, 1)));
    }

    /** How far what moves went another way before, 0 … 1. */
    float unevenness(int x, int y) {
        float right = flow(forward, x, y, 0);
        float down = flow(forward, x, y, 1);
        int thereX = nearest(x + right, found.width() - 1);
        int thereY = nearest(y + down, found.height() - 1);
        float turnX = right - flow(former, thereX, thereY, 0);
        float turnY = down - flow(former, thereX, thereY, 1);
        double turned = turnX * turnX + turnY * turnY;
        double way = right * right + down * down;
        if (turned <= EVEN * EVEN * (way + SHORT_WAY * SHORT_WAY)) {
            return 0; // most are, and need no roots
        }
        double share = Math.sqrt(turned) / (Math.sqrt(way) + SHORT_WAY);
        return share > EVEN ? (float) Math.min((share - EVEN) / (UNEVEN - EVEN), 1) : 0; // no number is 0
    }

    /** How well forward and backward flow agree, 0 … 1. */
    float agreement(int x, int y) {
        float right = flow(forward, x, y, 0);
        float down = flow(forward, x, y, 1);
        int thereX = nearest(x + right, found.width() - 1);
        int thereY = nearest(y + down, found.height() - 1);
        float missX = right + flow(backward, thereX, thereY, 0);
        float missY = down + flow(backward, thereX, thereY, 1);
        float missed = missX * missX + missY * missY;
        if (missed <= CLOSE * CLOSE) {
            return 1;
        }
        double bound = CLOSE + CLOSE_SHARE * Math.sqrt(right * right + down * down);
        double miss = Math.sqrt(missed);
        return (float) Math.clamp(2 - miss / bound, 0, 1);
    }

    /** Whether the two by two pixels from here on are the same in both frames. */
    boolean isStill(int x, int y) {
        boolean same = true;
        for (int i = 0; i < 4; i++) {
            int column = Math.min(x + (i & 1), found.width() - 1);
            int line = Math.min(y + (i >> 1), found.height() - 1);
            same &= grey(newer, column, line) == grey(older, column, line);
        }
        return same;
    }

    /** Whether somewhere along the flow the frames differ by more than grain. */
    boolean isDisturbed(int x, int y) {
        return difference(x, y, 0.25f) > GRAIN || difference(x, y, 0.5f) > GRAIN || difference(x, y, 0.75f) > GRAIN;
    }

    private float flow(float[] field, int x, int y, int axis) {
        return field[(y * found.width() + x) * 2 + axis];
    }

    private int grey(byte[] picture, int x, int y) {
        return picture[y * found.width() + x] & 0xff;
    }

    /** Grey at any place, bilinear; the border goes on. */
    private float level(byte[] picture, float x, float y) {
        float column = within(x, found.width() - 1);
        float line = within(y, found.height() - 1);
        int left = (int) column;
        int top = (int) line;
        int right = Math.min(left + 1, found.width() - 1);
        int bottom = Math.min(top + 1, found.height() - 1);
        float across = column - left;
        float above = mixed(grey(picture, left, top), grey(picture, right, top), across);
        float below = mixed(grey(picture, left, bottom), grey(picture, right, bottom), across);
        return mixed(above, below, line - top);
    }

    /** The nearest whole coordinate within the picture. */
    private static int nearest(float coordinate, int last) {
        return (int) (within(coordinate, last) + 0.5f);
    }

    /** As Math.clamp, which asks more questions; what is no number is 0. */
    private static float within(float coordinate, float last) {
        float positive = coordinate > 0 ? coordinate : 0;
        return positive < last ? positive : last;
    }

    private static float mixed(float a, float b, float share) {
        return a + (b - a) * share;
    }
}
