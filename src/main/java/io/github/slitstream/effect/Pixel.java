package io.github.slitstream.effect;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** A pixel of packed BGRA as an int: blue in its lowest byte, alpha in its highest. */
final class Pixel {
    static final int BYTES = 4;
    static final int OPAQUE = 0xff000000;

    private static final ValueLayout.OfInt LAYOUT = ValueLayout.JAVA_INT_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);

    private Pixel() {}

    /** @param at in bytes */
    static int get(MemorySegment pixels, long at) {
        return pixels.get(LAYOUT, at);
    }

    static void set(MemorySegment pixels, long at, int pixel) {
        pixels.set(LAYOUT, at, pixel);
    }

    static int blue(int pixel) {
        return pixel & 0xff;
    }

    static int green(int pixel) {
        return (pixel >>> 8) & 0xff;
    }

    static int red(int pixel) {
        return (pixel >>> 16) & 0xff;
    }

    /** Levels within 0 … 255, with the alpha of another pixel. */
    static int of(int blue, int green, int red, int withAlphaOf) {
        return (withAlphaOf & OPAQUE) | (red << 16) | (green << 8) | blue;
    }
}
