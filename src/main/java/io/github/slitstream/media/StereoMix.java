package io.github.slitstream.media;

/**
 * Mixes several channels to two, as ITU-R BS.775 does: what is in the middle or behind goes to its sides by 1/√2, low
 * frequencies are left out.
 */
final class StereoMix {
    static final int CHANNELS = 2;

    private static final float SHARE = (float) Math.sqrt(0.5);
    /** Of each channel in FFmpeg's order, by the number of channels, what the left one gets, then the right one. */
    private static final float[][][] SHARES = {{}, {}, {}, {{1, 0, 0}, {0, 1, 0}}, {{1, 0, SHARE, 0},
        {0, 1, 0, SHARE}}, {{1, 0, SHARE, SHARE, 0}, {0, 1, SHARE, 0, SHARE}},
        {{1, 0, SHARE, 0, SHARE, 0},
            {0, 1, SHARE, 0, 0, SHARE}},
        {{1, 0, SHARE, 0, SHARE * SHARE, SHARE, 0},
            {0, 1, SHARE, 0, SHARE * SHARE, 0, SHARE}},
        {{1, 0, SHARE, 0, SHARE, 0, SHARE, 0},
            {0, 1, SHARE, 0, 0, SHARE, 0, SHARE}}};

    private StereoMix() {}

    /**
     * @param channels of the samples, 1 … 8
     * @return the samples themselves if they are mono or stereo
     */
    static float[] of(float[] samples, int channels) {
        if (channels <= CHANNELS) {
            return samples;
        }
        float[][] shares = SHARES[channels];
        float[] mixed = new float[samples.length / channels * CHANNELS];
        for (int moment = 0; moment < samples.length / channels; moment++) {
            for (int side = 0; side < CHANNELS; side++) {
                float sum = 0;
                for (int channel = 0; channel < channels; channel++) {
                    sum += samples[moment * channels + channel] * shares[side][channel];
                }
                mixed[moment * CHANNELS + side] = sum;
            }
        }
        return mixed;
    }
}
