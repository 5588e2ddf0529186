package io.github.slitstream.frame;

/**
 * How pictures are to be encoded.
 *
 * @param quality 0 … 100, of formats that are not exact; 100 is all that the format gives
 * @param encoder FFmpeg's name of the encoder; empty for the best one
 * @param isLive whether it has to keep up with pictures as they come
 * @param isIntra whether every picture stands for itself, so that the stream may begin at any of them
 * @param isConstantRate whether pictures follow each other at the nominal rate instead of their own times
 */
public record Encoding(int quality, String encoder, boolean isLive, boolean isIntra, boolean isConstantRate) {
    /** Hardly to be told from the original. */
    public static final int GOOD = 65;
    public static final int BEST = 100;

    public static final Encoding USUAL = new Encoding(GOOD, "", false, false, false);

    /** @throws IllegalArgumentException if the quality is outside 0 … {@value #BEST} */
    public Encoding {
        if (quality < 0 || quality > BEST) {
            throw new IllegalArgumentException("quality " + quality + ": it must be 0 … " + BEST);
        }
    }

    public Encoding withQuality(int other) {
        return new Encoding(other, encoder, isLive, isIntra, isConstantRate);
    }

    public Encoding withEncoder(String other) {
        return new Encoding(quality, other, isLive, isIntra, isConstantRate);
    }

    public Encoding live() {
        return new Encoding(quality, encoder, true, isIntra, isConstantRate);
    }

    public Encoding intra() {
        return new Encoding(quality, encoder, isLive, true, isConstantRate);
    }

    public Encoding atConstantRate(boolean isWanted) {
        return new Encoding(quality, encoder, isLive, isIntra, isWanted);
    }
}
