package io.github.slitstream.media;

import io.github.slitstream.frame.Encoding;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.SinkRequest;
import java.util.Locale;

/**
 * What an encoder is set up for.
 *
 * @param step how far it leaves off quality or size for speed, from 0 on
 */
record EncodingTarget(FrameSize size, double framesPerSecond, Encoding encoding, int step) {
    /** Bits for a pixel of a picture at good quality, for encoders that hold a rate instead of a quality. */
    private static final double BITS_PER_PIXEL = 0.2;
    /** Twice the bits for so much more quality: six steps of a quantiser. */
    private static final double DOUBLING = 12;
    private static final int MOST_THREADS = 8;

    static EncodingTarget of(SinkRequest request, int step) {
        return new EncodingTarget(request.size(), request.framesPerSecond(), request.encoding(), step);
    }

    boolean isLive() {
        return encoding.isLive();
    }

    int quality() {
        return encoding.quality();
    }

    /** The quantiser that an encoder takes for constant quality, by its coarsest. */
    String quantiser(int coarsest) {
        return Long.toString(Math.round(coarsest * (1 - quality() / (double) Encoding.BEST)));
    }

    /** Bits a second. */
    String bitRate() {
        double expense = Math.pow(2, (quality() - Encoding.GOOD) / DOUBLING);
        return String.format(Locale.ROOT, "%.0f", BITS_PER_PIXEL * size.pixels() * framesPerSecond * expense);
    }

    /** As many as there are processors where it has to be quick, else a number that is the same everywhere. */
    String threads(int everywhere) {
        int available = Runtime.getRuntime().availableProcessors();
        return Integer.toString(isLive() ? Math.min(MOST_THREADS, available) : everywhere);
    }
}
