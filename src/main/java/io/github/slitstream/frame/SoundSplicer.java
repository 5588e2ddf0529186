package io.github.slitstream.frame;

import java.io.IOException;

/**
 * Joins blocks of sound to one without holes. A block that belongs noticeably later than the end of what was joined
 * gets silence before it, one that belongs earlier loses its beginning; where it is off by less, as when two clocks
 * drift apart, it is stretched or squeezed too little to be heard, until it fits again. Sound whose times are regular
 * goes through unchanged. One thread at a time.
 */
public final class SoundSplicer {
    /** From here on, silence or a cut; people notice more than 45 ms between picture and sound (ITU-R BT.1359). */
    private static final double GAP_SECONDS = 0.04;
    /** Below this times are only rounded, or jitter. */
    private static final double DRIFT_SECONDS = 0.005;
    /** Drift is mended until so much is left. */
    private static final double MENDED_SECONDS = 0.001;
    /** A block is stretched or squeezed by one part of so many: seven times as fast as bad clocks drift apart. */
    private static final int STRETCH = 500;
    private static final int SILENCE_MOMENTS = 1_024;

    private boolean begun;
    private boolean mending;

    /** Takes what was joined, in order. */
    @FunctionalInterface
    public interface Output {
        /**
         * @param samples unchanged from then on; belongs to nobody
         * @param format as in {@link SoundBlock}
         */
        void accept(float[] samples, SoundFormat format) throws IOException;
    }

    /** The next block is where sound begins: it is put exactly into its place. */
    public void restart() {
        begun = false;
        mending = false;
    }

    /**
     * Puts a block behind what was joined before.
     *
     * @param late moments of the block's format from the end of that to where the block belongs; negative for an
     *     overlap
     */
    public void splice(SoundBlock block, long late, Output output) throws IOException {
        SoundFormat format = block.format();
        if (begun && Math.abs(late) <= format.rate() * GAP_SECONDS) {
            output.accept(stretched(block, correction(late, format.rate(), block.moments())), format);
            return;
        }
        begun = late > -block.moments();
        mending = false;
        if (late >= 0) {
            silence(late, format, output);
            output.accept(block.samples(), format);
        } else if (begun) {
            output.accept(SoundSamples.from(block, (int) -late), format);
        }
    }

    private static void silence(long moments, SoundFormat format, Output output) throws IOException {
        for (long left = moments; left > 0; left -= SILENCE_MOMENTS) {
            output.accept(new float[(int) Math.min(left, SILENCE_MOMENTS) * format.channels()], format);
        }
    }

    /** By how many moments the block is to become longer. */
    private int correction(long late, int rate, int moments) {
        mending = Math.abs(late) > rate * (mending ? MENDED_SECONDS : DRIFT_SECONDS);
        int most = Math.ceilDiv(moments, STRETCH);
        return mending ? Math.clamp(late, -most, most) : 0;
    }

    private static float[] stretched(SoundBlock block, int longer) {
        return longer == 0 ? block.samples() : SoundSamples.resampled(block, block.moments() + longer);
    }
}
