package io.github.slitstream.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.FrameSize;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EdgeGlowTest {
    @Test
    void lightFollowsTheGradientOfTheLuma() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double amount = random.nextDouble(0.1, 6);
            double threshold = random.nextDouble(0, 30);
            double picture = random.nextDouble();
            int[] colour = random.ints(3, 0, 256).toArray();
            for (FrameSize size : List.of(new FrameSize(1, 1), new FrameSize(1, 6), new FrameSize(37, 19))) {
                int[] pixels = EffectRun.noise(size, random);
                try (EffectRun run = new EffectRun(Effects.byId("edge-glow"), size, "amount=" + amount,
                        "threshold=" + threshold, "picture=" + picture, "blue=" + colour[0], "green=" + colour[1],
                        "red=" + colour[2])) {
                    int[] made = run.next(pixels);
                    for (int i = 0; i < made.length; i++) {
                        double above = Math.max(0, gradient(pixels, size, i) - threshold);
                        double glow = Math.min(1, above * amount / 64);
                        for (int channel = 0; channel < 3; channel++) {
                            double expected = Math.min(255,
                                    EffectRun.level(pixels[i], channel) * picture + colour[channel] * glow);
                            assertEquals(expected, EffectRun.level(made[i], channel), 0.51,
                                    "seed " + seed + " " + size + " pixel " + i);
                        }
                        assertEquals(EffectRun.level(pixels[i], 3), EffectRun.level(made[i], 3));
                    }
                }
            }
        }
    }

    /** Levels a pixel: differences over two pixels, in three rows or columns that weigh 1, 2 and 1. */
    private static double gradient(int[] pixels, FrameSize size, int at) {
        double across = 0;
        double down = 0;
        for (int side = -1; side <= 1; side++) {
            int weight = side == 0 ? 2 : 1;
            across += weight * (luma(pixels, size, at, 1, side) - luma(pixels, size, at, -1, side)) / 8;
            down += weight * (luma(pixels, size, at, side, 1) - luma(pixels, size, at, side, -1)) / 8;
        }
        return Math.hypot(across, down);
    }

    private static double luma(int[] pixels, FrameSize size, int at, int right, int down) {
        int column = Math.clamp(at % size.width() + right, 0, size.width() - 1);
        int row = Math.clamp(at / size.width() + down, 0, size.height() - 1);
        int pixel = pixels[row * size.width() + column];
        return (19 * EffectRun.level(pixel, 0) + 183 * EffectRun.level(pixel, 1) + 54 * EffectRun.level(pixel, 2))
                / 256.0;
    }
}
