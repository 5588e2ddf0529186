package io.github.slitstream.kernel;

/**
 * A pixel spread over a long, a channel in every 16 bits, so that one multiplication blends all four as
 * {@link ScalarKernels} blends two.
 */
final class SpreadPixel {
    private static final long CHANNELS = 0x00ff00ff00ff00ffL;
    private static final long LOW_CHANNELS = 0x00ff00ffL;
    private static final long HIGH_CHANNELS = CHANNELS & ~LOW_CHANNELS;
    private static final long HALF = 0x0080008000800080L;

    private SpreadPixel() {}

    static long of(int pixel) {
        return (pixel & LOW_CHANNELS) | ((long) pixel << 24 & HIGH_CHANNELS);
    }

    static int joined(long spread) {
        return (int) (spread | spread >>> 24);
    }

    /** As {@link ScalarKernels#blend}. */
    static long blend(long a, long b, int weight) {
        return ((a << 8) + (b - a) * weight + HALF) >>> 8 & CHANNELS;
    }
}
