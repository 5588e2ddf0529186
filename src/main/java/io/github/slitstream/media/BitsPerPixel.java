package io.github.slitstream.media;

import io.github.slitstream.frame.Encoding;

/**
 * How many bits a pixel takes, as measured with the demo in the first preset at 1280×720 and 30 pictures a second. What
 * lies between the qualities that were measured is taken to grow by equal factors.
 *
 * @param coarsest at quality 0
 * @param good at {@link Encoding#GOOD}
 * @param finest at {@link Encoding#BEST}
 */
record BitsPerPixel(double coarsest, double good, double finest) {
    /** H.264 at constant quality, as x264 writes it. */
    static final BitsPerPixel H264 = new BitsPerPixel(0.011, 0.12, 0.46);
    /** HEVC at constant quality, as x265 writes it. */
    static final BitsPerPixel HEVC = new BitsPerPixel(0.004, 0.135, 0.61);
    /** What an encoder that holds a rate is asked for: {@link EncodingTarget#bitRate}. */
    static final BitsPerPixel RATE = new BitsPerPixel(0.0047, 0.2, 1.5);

    /** The same at every quality. */
    static BitsPerPixel always(double bits) {
        return new BitsPerPixel(bits, bits, bits);
    }

    double at(int quality) {
        return quality < Encoding.GOOD
                ? between(coarsest, good, quality / (double) Encoding.GOOD)
                : between(good, finest, (quality - Encoding.GOOD) / (double) (Encoding.BEST - Encoding.GOOD));
    }

    private static double between(double lower, double upper, double share) {
        return lower * Math.pow(upper / lower, share);
    }
}
