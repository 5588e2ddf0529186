package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SoundLine;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SystemSoundTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6})
    void aDevicePlaysOrIsSaidNotToBeThere(int channels) throws IOException {
        try (SoundLine line = new SystemSound().open(new SoundFormat(channels, 48_000))) {
            line.write(new float[480 * channels], 0.5f);
            assertTrue(line.queued() <= 480, "no more than was written");
        } catch (IOException none) {
            assertTrue(String.valueOf(none.getMessage()).startsWith("th"), none.getMessage());
        }
    }

    @Test
    void moreChannelsAreMixedToTwo() {
        float half = (float) Math.sqrt(0.5);
        float[] surround = {1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1};
        assertArrayEquals(new float[]{1, 0, half, 1 + half, half, 0, 0, half}, StereoMix.of(surround, 6), 1e-6f);
        for (int channels = 1; channels <= SoundFormat.MOST_CHANNELS; channels++) {
            assertEquals(2 * Math.min(channels, 2), StereoMix.of(new float[2 * channels], channels).length);
        }
    }
}
