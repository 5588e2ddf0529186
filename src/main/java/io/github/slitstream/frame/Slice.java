package io.github.slitstream.frame;

/**
 * A cut through time instead of across a picture: the same line of pixels of every moment, the oldest first.
 *
 * @param at where the line lies, as a share of the side it is cut from: 0 is the top or the left, 1 the bottom or the
 *     right
 */
public record Slice(Direction direction, double at) {
    /** How lines lie. */
    public enum Direction {
        /** A row of each moment, one below the other: time runs down. */
        X_T,
        /** A column of each moment, side by side: time runs to the right, as on a photo finish. */
        Y_T
    }

    /** @throws IllegalArgumentException if it lies outside of pictures */
    public Slice {
        if (!(at >= 0 && at <= 1)) {
            throw new IllegalArgumentException("a slice at " + at + ": it must be at 0 … 1");
        }
    }

    public boolean isOfRows() {
        return direction == Direction.X_T;
    }

    /** Which row or column of a picture it is, 0 being the first. */
    public int line(FrameSize size) {
        return (int) Math.round(at * ((isOfRows() ? size.height() : size.width()) - 1));
    }

    /** How many pixels the row or column has. */
    public int pixels(FrameSize size) {
        return isOfRows() ? size.width() : size.height();
    }
}
