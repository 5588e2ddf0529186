package io.github.slitstream.frame;

import java.util.Set;

/**
 * How sound is told in numbers.
 *
 * @param channels 1 … {@value #MOST_CHANNELS}, in FFmpeg's order: left, right, centre, low frequencies, back left …;
 *     four are left, right, back left, back right
 * @param rate moments per second, 1 … {@value #FASTEST}
 */
public record SoundFormat(int channels, int rate) {
    public static final int MOST_CHANNELS = 8;
    public static final int FASTEST = 768_000;
    public static final int STEREO = 2;

    /** What encoders and all players agree about: mono, stereo, 5.1 and 7.1. */
    private static final Set<Integer> AGREED = Set.of(1, STEREO, 6, 8);

    /** @throws IllegalArgumentException if a number is out of its range */
    public SoundFormat {
        if (channels < 1 || channels > MOST_CHANNELS || rate < 1 || rate > FASTEST) {
            throw new IllegalArgumentException(channels + " channels at " + rate + " a second: 1 … " + MOST_CHANNELS
                    + " at 1 … " + FASTEST + " are allowed");
        }
    }

    /** How many channels outputs hold of it: all, or two, to which others than mono, 5.1 and 7.1 are mixed. */
    public int outputChannels() {
        return AGREED.contains(channels) ? channels : STEREO;
    }

    /** The nearest number of moments. */
    public long moments(long nanos) {
        return Math.round(nanos * (rate / 1e9));
    }

    public long nanos(long moments) {
        return Math.round(moments * (1e9 / rate));
    }
}
