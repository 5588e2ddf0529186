package io.github.slitstream.effect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.FrameSize;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VignetteTest {
    @Test
    void keepsWhatItsFormulaSays() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            double amount = random.nextDouble(-1, 1);
            double radius = random.nextDouble(1.5);
            double softness = seed % 5 == 0 ? 0 : random.nextDouble(2);
            double roundness = seed % 3 == 0 ? 1 : random.nextDouble();
            for (FrameSize size : List.of(new FrameSize(1, 1), new FrameSize(64, 27), new FrameSize(9, 31))) {
                int[] picture = EffectRun.noise(size, random);
                try (EffectRun run = new EffectRun(Effects.byId("vignette"), size, "amount=" + amount,
                        "radius=" + radius, "softness=" + softness, "roundness=" + roundness)) {
                    int[] made = run.next(picture);
                    for (int i = 0; i < made.length; i++) {
                        double share = amount * share(distance(i, size, roundness) - radius, softness);
                        check(picture[i], made[i], share, "seed " + seed + " " + size + " pixel " + i);
                    }
                }
            }
        }
    }

    @Test
    void anAmountOfNothingIsThePicture() {
        FrameSize size = new FrameSize(40, 30);
        int[] picture = EffectRun.noise(size, new Random(1));
        try (EffectRun run = new EffectRun(Effects.byId("vignette"), size, "amount=0")) {
            assertArrayEquals(picture, run.next(picture));
        }
    }

    private static void check(int before, int after, double share, String where) {
        assertEquals(EffectRun.level(before, 3), EffectRun.level(after, 3), where);
        for (int channel = 0; channel < 3; channel++) {
            double level = EffectRun.level(before, channel);
            double expected = share >= 0 ? level * (1 - share) : level + (255 - level) * -share;
            assertEquals(expected, EffectRun.level(after, channel), 0.51, where);
        }
    }

    /** 1 at the corners whatever the shape; the curve of equal distance is an ellipse, or a circle, or between. */
    private static double distance(int pixel, FrameSize size, double roundness) {
        double halfWidth = Math.max(1, size.width() - 1) / 2.0;
        double halfHeight = Math.max(1, size.height() - 1) / 2.0;
        double circle = Math.hypot(halfWidth, halfHeight);
        double x = pixel % size.width() - (size.width() - 1) / 2.0;
        int row = pixel / size.width();
        double y = row - (size.height() - 1) / 2.0;
        double radiusX = (1 - roundness) * halfWidth * Math.sqrt(2) + roundness * circle;
        double radiusY = (1 - roundness) * halfHeight * Math.sqrt(2) + roundness * circle;
        return Math.hypot(x / radiusX, y / radiusY);
    }

    private static double share(double beyond, double softness) {
        double linear = beyond <= 0 ? 0 : softness == 0 ? 1 : Math.min(1, beyond / softness);
        return linear * linear * (3 - 2 * linear);
    }
}
