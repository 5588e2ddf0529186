package io.github.slitstream.frame;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** The way from the straight alpha of a {@link Frame} to where it is wanted otherwise, or not at all. Any thread. */
public final class Alpha {
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong TWO_PIXELS = ValueLayout.JAVA_LONG_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int PIXEL_BYTES = FrameSize.BYTES_PER_PIXEL;
    /** Eight pixels: what one round of the search looks at. */
    private static final int ROUND_BYTES = 8 * PIXEL_BYTES;
    private static final int OPAQUE = 0xff000000;
    private static final long TWO_OPAQUE = 0xff000000ff000000L;
    private static final int BLUE_AND_RED = 0x00ff00ff;
    private static final int HALF = 0x00800080;

    private Alpha() {}

    /** Whether every pixel is opaque. Looks at the whole picture. */
    public static boolean isOpaque(Frame picture) {
        MemorySegment pixels = picture.pixels();
        int rounds = (int) (pixels.byteSize() / ROUND_BYTES);
        long common = TWO_OPAQUE;
        for (int i = 0; i < rounds; i++) {
            long at = (long) i * ROUND_BYTES;
            common &= pixels.get(TWO_PIXELS, at) & pixels.get(TWO_PIXELS, at + 2 * PIXEL_BYTES)
                    & pixels.get(TWO_PIXELS, at + 4 * PIXEL_BYTES) & pixels.get(TWO_PIXELS, at + 6 * PIXEL_BYTES);
        }
        int last = OPAQUE;
        for (long at = (long) rounds * ROUND_BYTES; at < pixels.byteSize(); at += PIXEL_BYTES) {
            last &= pixels.get(PIXEL, at);
        }
        return common == TWO_OPAQUE && last == OPAQUE;
    }

    /**
     * Fills a frame of the same size with the picture premultiplied: each colour weighted by alpha / 255, rounded to
     * nearest, alpha as it is. Without its alpha that is the picture laid over black.
     */
    public static void premultiply(Frame picture, Frame into) {
        MemorySegment from = picture.pixels();
        MemorySegment to = into.pixels();
        for (int i = 0; i < picture.size().pixels(); i++) {
            long at = (long) i * PIXEL_BYTES;
            to.set(PIXEL, at, premultiplied(from.get(PIXEL, at)));
        }
        into.stamp(picture.capturedNanos());
    }

    private static int premultiplied(int pixel) {
        int alpha = pixel >>> 24;
        int blueAndRed = eightBit((pixel & BLUE_AND_RED) * alpha);
        int green = eightBit((pixel >>> 8 & 0xff) * alpha);
        return (pixel & OPAQUE) | blueAndRed | (green << 8);
    }

    /** Divides two products by 255, rounded to nearest: with t = product + 128 that is (t + (t >> 8)) >> 8. */
    private static int eightBit(int products) {
        int sum = products + HALF;
        return ((sum + (sum >>> 8 & BLUE_AND_RED)) >>> 8) & BLUE_AND_RED;
    }
}
