package io.github.slitstream.pattern;

/** Positions that reach the corners: −1 in the middle of the first pixel of a side, +1 in the middle of its last. */
final class Coordinates {
    private Coordinates() {}

    /** @return −1 … 1, or 0 where the side is one pixel */
    static double at(int index, int side) {
        return side == 1 ? 0 : 2.0 * index / (side - 1) - 1;
    }
}
