package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * A decoded picture.
 *
 * @param pixels row by row, each alpha, red, green, blue from the highest byte on; alpha is straight
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StillPicture(FrameSize size, int[] pixels) {
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    static StillPicture of(Frame frame) {
        int[] pixels = new int[frame.size().pixels()];
        MemorySegment.copy(frame.pixels(), PIXEL, 0, pixels, 0, pixels.length);
        return new StillPicture(frame.size(), pixels);
    }

    /** @param target of the picture's size */
    void copyTo(Frame target) {
        MemorySegment.copy(pixels, 0, target.pixels(), PIXEL, 0, pixels.length);
    }

    /** Puts as much of another picture into this one as lies within, from a column and a row on. */
    void put(StillPicture other, int column, int row) {
        int from = Math.max(0, -column);
        int to = Math.min(other.size.width(), size.width() - column);
        for (int y = Math.max(0, -row); y < Math.min(other.size.height(), size.height() - row) && from < to; y++) {
            System.arraycopy(other.pixels, y * other.size.width() + from, pixels,
                    (row + y) * size.width() + column + from, to - from);
        }
    }

    StillPicture upright(Orientation orientation) {
        if (orientation.equals(Orientation.UPRIGHT)) {
            return this;
        }
        FrameSize turned = orientation.upright(size);
        int[] upright = new int[pixels.length];
        int at = 0;
        for (int row = 0; row < turned.height(); row++) {
            for (int column = 0; column < turned.width(); column++) {
                upright[at++] = pixels[orientation.storedRow(size, row, column) * size.width()
                        + orientation.storedColumn(size, row, column)];
            }
        }
        return new StillPicture(turned, upright);
    }
}
