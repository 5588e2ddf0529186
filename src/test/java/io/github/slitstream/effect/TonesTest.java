package io.github.slitstream.effect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FrameSize;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The threshold and the curves. */
class TonesTest {
    private static final FrameSize ALL_LEVELS = new FrameSize(256, 1);

    @Test
    void aThresholdIsARampOfTheLuma() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            double level = random.nextInt(256);
            double softness = random.nextInt(1, 256);
            boolean negative = random.nextBoolean();
            int[] picture = EffectRun.noise(ALL_LEVELS, random);
            int[] made = made("threshold", picture, "level=" + level, "softness=" + softness, "negative=" + negative);
            for (int i = 0; i < picture.length; i++) {
                double luma = 0.2126 * EffectRun.level(picture[i], 2) + 0.7152 * EffectRun.level(picture[i], 1)
                        + 0.0722 * EffectRun.level(picture[i], 0);
                double ramp = 255 * Math.clamp((luma - level) / softness + 0.5, 0, 1);
                double expected = negative ? 255 - ramp : ramp;
                for (int channel = 0; channel < 3; channel++) {
                    assertEquals(expected, EffectRun.level(made[i], channel), 0.5 + 0.6 * 255 / softness,
                            "seed " + seed + " pixel " + i);
                }
                assertEquals(EffectRun.level(picture[i], 3), EffectRun.level(made[i], 3));
            }
        }
    }

    @Test
    void aHardThresholdKnowsBlackAndWhiteAlone() {
        int[] made = made("threshold", ramp(), "level=100", "softness=0");
        for (int level = 0; level < 256; level++) {
            assertEquals(level >= 100 ? 0xffffffff : 0xff000000, made[level], "level " + level);
        }
    }

    @Test
    void curvesAtTheirDefaultsAreThePicture() {
        assertArrayEquals(ramp(), made("curves", ramp()));
    }

    @Test
    void curvesGoThroughTheirPointsAndStayBetweenThem() {
        for (int seed = 0; seed < 100; seed++) {
            double[] points = new Random(seed).doubles(5, 0, 255).toArray();
            int[] made = made("curves", ramp(), "black=" + points[0], "shadows=" + points[1], "middle=" + points[2],
                    "lights=" + points[3], "white=" + points[4]);
            assertEquals(points[0], EffectRun.level(made[0], 1), 0.51, "seed " + seed);
            assertEquals(points[4], EffectRun.level(made[255], 1), 0.51, "seed " + seed);
            for (int level = 0; level < 256; level++) {
                int left = Math.min((int) (level / 63.75), 3);
                double low = Math.min(points[left], points[left + 1]) - 0.51;
                double high = Math.max(points[left], points[left + 1]) + 0.51;
                int became = EffectRun.level(made[level], 1);
                assertTrue(low <= became && became <= high, "seed " + seed + " level " + level + " became " + became);
            }
        }
    }

    /** A cubic through rising points with these slopes, worked out by hand for the second step. */
    @Test
    void aCurveIsTheCubicOfItsSlopes() {
        int[] made = made("curves", ramp(), "black=0", "shadows=20", "middle=100", "lights=220", "white=255");
        double before = 2 * 20.0 * 80 / (20 + 80);
        double after = 2 * 80.0 * 120 / (80 + 120);
        for (int level = 64; level < 127; level++) {
            double t = level / 63.75 - 1;
            double expected = (2 * t * t * t - 3 * t * t + 1) * 20 + (t * t * t - 2 * t * t + t) * before
                    + (-2 * t * t * t + 3 * t * t) * 100 + (t * t * t - t * t) * after;
            assertEquals(expected, EffectRun.level(made[level], 0), 0.51, "level " + level);
        }
    }

    @Test
    void aCurveOfOneChannelLeavesTheOthers() {
        int[] made = made("curves", ramp(), "white=0", "channel=red");
        assertEquals(0xff00ffff, made[255]);
    }

    private static int[] ramp() {
        int[] ramp = new int[256];
        Arrays.setAll(ramp, level -> 0xff000000 | level * 0x010101);
        return ramp;
    }

    private static int[] made(String id, int[] picture, String... settings) {
        try (EffectRun run = new EffectRun(Effects.byId(id), ALL_LEVELS, settings)) {
            return run.next(picture);
        }
    }
}
