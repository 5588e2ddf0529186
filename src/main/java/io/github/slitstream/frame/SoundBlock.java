package io.github.slitstream.frame;

import java.util.Arrays;

/**
 * A short stretch of sound and the moment at which it was captured.
 *
 * @param samples −1 … 1, channel after channel of each moment ({@code left, right, left, right …}); nobody changes them
 *     once the block is made, so that it may go to several outlets at once without a copy
 * @param format of the samples
 * @param capturedNanos when the first was captured, on the clock of the frames that were captured with it
 */
@SuppressWarnings("ArrayRecordComponent") // the block is handed on, never compared
public record SoundBlock(float[] samples, SoundFormat format, long capturedNanos) {
    /** @throws IllegalArgumentException if there is a part of a moment */
    public SoundBlock {
        if (samples.length % format.channels() != 0) {
            throw new IllegalArgumentException(
                    samples.length + " samples do not fill " + format.channels() + " channels");
        }
    }

    /** How many samples each channel has. */
    public int moments() {
        return samples.length / format.channels();
    }

    /** When the moment behind its last is captured. */
    public long endNanos() {
        return capturedNanos + format.nanos(moments());
    }

    /** The part of it that is captured before a moment, perhaps nothing. */
    public SoundBlock until(long nanos) {
        long moments = Math.clamp(format.moments(nanos - capturedNanos), 0, moments());
        return new SoundBlock(Arrays.copyOf(samples, (int) moments * format.channels()), format, capturedNanos);
    }

    /** The same sound at another time. */
    public SoundBlock at(long nanos) {
        return new SoundBlock(samples, format, nanos);
    }
}
