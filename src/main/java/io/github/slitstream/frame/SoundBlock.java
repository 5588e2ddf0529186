package io.github.slitstream.frame;

/**
 * A short stretch of sound and the moment at which it was captured.
 *
 * @param samples −1 … 1, channel after channel of each moment ({@code left, right, left, right …}); nobody changes them
 *     once the block is made, so that it may go to several outlets at once without a copy
 * @param channels 1 or more
 * @param rate moments per second
 * @param capturedNanos when the first was captured, on the clock of the frames that were captured with it
 */
@SuppressWarnings("ArrayRecordComponent") // the block is handed on, never compared
public record SoundBlock(float[] samples, int channels, int rate, long capturedNanos) implements Captured {
    /** @throws IllegalArgumentException if there is a part of a moment, or no channel or rate */
    public SoundBlock {
        if (channels < 1 || rate < 1 || samples.length % channels != 0) {
            throw new IllegalArgumentException(
                    samples.length + " samples at " + rate + " a second do not fill " + channels + " channels");
        }
    }
}
