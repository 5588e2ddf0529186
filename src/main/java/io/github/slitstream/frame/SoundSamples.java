package io.github.slitstream.frame;

import java.util.Arrays;

/** Arithmetic on the samples of a block. Any thread. */
final class SoundSamples {
    private SoundSamples() {}

    /** The samples from a moment on. */
    static float[] from(SoundBlock block, int moment) {
        return Arrays.copyOfRange(block.samples(), moment * block.format().channels(), block.samples().length);
    }

    /** The block over another number of moments, between its own by straight lines; its first and last stay. */
    static float[] resampled(SoundBlock block, int moments) {
        int channels = block.format().channels();
        float[] from = block.samples();
        float[] to = new float[moments * channels];
        double step = moments > 1 ? (block.moments() - 1.0) / (moments - 1) : 0;
        for (int moment = 0; moment < moments; moment++) {
            double position = moment * step;
            int before = Math.min((int) position, block.moments() - 1);
            int behind = Math.min(before + 1, block.moments() - 1);
            float weight = (float) (position - before);
            for (int channel = 0; channel < channels; channel++) {
                float sample = from[before * channels + channel];
                to[moment * channels + channel] = sample + (from[behind * channels + channel] - sample) * weight;
            }
        }
        return to;
    }
}
