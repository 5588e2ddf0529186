package io.github.slitstream.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * What becomes of each of the 256 levels of blue, green and red, channel by channel; alpha is kept. One thread fills
 * the tables, then any number may read them.
 *
 * <p>
 * They fit into the fastest cache, so a look-up in plain Java serves scalar and vector kernels alike, and no other form
 * of it has to agree.
 */
public final class LevelTables {
    /** Levels of a channel, 0 … {@code LEVELS − 1}. */
    public static final int LEVELS = 256;

    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int BYTES = 4;
    private static final int ALPHA = 0xff000000;

    /** The results, each where its channel lies in a pixel: of blue, of green, then of red. */
    private final int[] placed = new int[3 * LEVELS];

    /**
     * Sets what becomes of one level.
     *
     * @param channel 0 blue, 1 green, 2 red
     * @param level 0 … 255
     * @param result rounded to the nearest level and clamped to 0 … 255; NaN is 0
     */
    public void set(int channel, int level, double result) {
        int rounded = (int) Math.clamp(Math.rint(result), 0, LEVELS - 1.0);
        placed[channel * LEVELS + level] = rounded << (8 * channel);
    }

    /** Looks up a row of packed 8-bit BGRA. Offsets are in bytes. The output may be the very row of the input. */
    public void applyRow(MemorySegment in, long inOffset, MemorySegment out, long outOffset, int pixels) {
        int[] table = placed;
        for (int i = 0; i < pixels; i++) {
            long at = (long) i * BYTES;
            int pixel = in.get(PIXEL, inOffset + at);
            int looked = table[pixel & 0xff] | table[LEVELS + (pixel >>> 8 & 0xff)]
                    | table[2 * LEVELS + (pixel >>> 16 & 0xff)];
            out.set(PIXEL, outOffset + at, (pixel & ALPHA) | looked);
        }
    }
}
