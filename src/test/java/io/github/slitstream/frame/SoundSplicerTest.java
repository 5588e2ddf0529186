package io.github.slitstream.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SoundSplicerTest {
    private static final SoundFormat STEREO = new SoundFormat(2, 1_000);
    private static final int MOMENTS = 20;

    private final SoundSplicer splicer = new SoundSplicer();
    private final List<Float> joined = new ArrayList<>();

    @Test
    void regularSoundGoesThroughUnchanged() throws IOException {
        splice(block(1), 0);
        splice(block(2), 4);
        splice(block(3), -4);
        assertEquals(3 * MOMENTS, moments());
        assertEquals(List.of(1f, -1f, 2f, -2f, 3f, -3f), List.of(at(0), at(1), at(40), at(41), at(80), at(81)));
    }

    @Test
    void theFirstBlockIsPutExactlyIntoItsPlace() throws IOException {
        splice(block(1), 3);
        assertEquals(List.of(0f, 0f, 1f, -1f), List.of(at(4), at(5), at(6), at(7)));
        splicer.restart();
        splice(block(2), -5);
        assertEquals(3 + MOMENTS + MOMENTS - 5, moments());
    }

    @Test
    void aGapIsFilledWithSilence() throws IOException {
        splice(block(1), 0);
        splice(block(2), 5_000);
        assertEquals(MOMENTS + 5_000 + MOMENTS, moments());
        assertEquals(0f, at(2 * (MOMENTS + 4_999)));
        assertEquals(2f, at(2 * (MOMENTS + 5_000)));
    }

    @Test
    void whatOverlapsIsLeftOut() throws IOException {
        SoundBlock longer = new SoundBlock(new float[200], STEREO, 0);
        splice(longer, 0);
        splice(longer, -60);
        assertEquals(100 + 40, moments());
        splice(longer, -100);
        splice(longer, -150);
        assertEquals(140, moments());
        splice(longer, -90);
        assertEquals(150, moments());
    }

    /** A source whose clock is 0.5 per mille fast for ten minutes. */
    @Test
    void clocksThatDriftApartAreFollowedWithoutHoles() throws IOException {
        SoundFormat mono = new SoundFormat(1, 48_000);
        float[] samples = new float[960];
        Arrays.fill(samples, 0.25f);
        long placed = 0;
        long farthest = 0;
        for (int number = 0; number < 30_000; number++) {
            long due = Math.round(number * 960 * 1.0005);
            farthest = Math.max(farthest, Math.abs(due - placed));
            int before = joined.size();
            splice(new SoundBlock(samples, mono, 0), due - placed);
            placed += joined.size() - before;
            assertTrue(joined.stream().allMatch(sample -> sample == 0.25f), "silence in between");
            joined.clear();
        }
        assertTrue(farthest <= 48 * 6, "off by " + farthest + " moments");
    }

    @Test
    void aStretchedBlockKeepsItsEnds() {
        SoundBlock ramp = new SoundBlock(new float[]{0, 3, 6, 9}, new SoundFormat(1, 10), 0);
        assertArrayEquals(new float[]{0, 4.5f, 9}, SoundSamples.resampled(ramp, 3), 1e-6f);
        assertArrayEquals(new float[]{0, 1.5f, 3, 4.5f, 6, 7.5f, 9}, SoundSamples.resampled(ramp, 7), 1e-6f);
    }

    private static SoundBlock block(float left) {
        float[] samples = new float[2 * MOMENTS];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i % 2 == 0 ? left : -left;
        }
        return new SoundBlock(samples, STEREO, 0);
    }

    private void splice(SoundBlock block, long late) throws IOException {
        splicer.splice(block, late, (samples, format) -> {
            assertEquals(block.format(), format);
            for (float sample : samples) {
                joined.add(sample);
            }
        });
    }

    private float at(int sample) {
        return joined.get(sample);
    }

    private int moments() {
        return joined.size() / STEREO.channels();
    }
}
