package io.github.slitstream.media;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.PixelShape;

/**
 * How a stored picture is set upright: one of the eight ways that keep pixels on pixels. First it is transposed, if at
 * all (stored columns become rows), then mirrored.
 *
 * @param transposed whether stored columns are rows of the upright picture
 * @param mirroredX whether left and right of the upright picture are exchanged
 * @param mirroredY whether its top and bottom are
 */
record Orientation(boolean transposed, boolean mirroredX, boolean mirroredY) {
    static final Orientation UPRIGHT = new Orientation(false, false, false);

    /**
     * The one that is nearest to a matrix. A stored place (x, y) is shown at (a·x + c·y, b·x + d·y), x to the right and
     * y downwards.
     */
    static Orientation ofMatrix(long a, long b, long c, long d) {
        if (Math.abs(a) + Math.abs(d) >= Math.abs(b) + Math.abs(c)) {
            return new Orientation(false, a < 0, d < 0);
        }
        return new Orientation(true, c < 0, b < 0);
    }

    /** As Exif and TIFF count them, 1 … 8; any other number says nothing. */
    static Orientation ofExif(int number) {
        return switch (number) {
            case 2 -> new Orientation(false, true, false);
            case 3 -> new Orientation(false, true, true);
            case 4 -> new Orientation(false, false, true);
            case 5 -> new Orientation(true, false, false);
            case 6 -> new Orientation(true, true, false);
            case 7 -> new Orientation(true, true, true);
            case 8 -> new Orientation(true, false, true);
            default -> UPRIGHT;
        };
    }

    /** The size of the upright picture. */
    FrameSize upright(FrameSize stored) {
        if (!transposed) {
            return stored;
        }
        int rows = stored.width();
        int columns = stored.height();
        return new FrameSize(columns, rows);
    }

    PixelShape upright(PixelShape stored) {
        return transposed ? stored.turned() : stored;
    }

    /** The stored column of an upright pixel. */
    int storedColumn(FrameSize stored, int row, int column) {
        if (transposed) {
            return mirroredY ? stored.width() - 1 - row : row;
        }
        return mirroredX ? stored.width() - 1 - column : column;
    }

    /** The stored row of an upright pixel. */
    int storedRow(FrameSize stored, int row, int column) {
        if (transposed) {
            return mirroredX ? stored.height() - 1 - column : column;
        }
        return mirroredY ? stored.height() - 1 - row : row;
    }
}
