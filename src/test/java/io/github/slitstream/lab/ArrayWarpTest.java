package io.github.slitstream.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.kernel.Border;
import io.github.slitstream.kernel.Homography;
import io.github.slitstream.kernel.Projection;
import io.github.slitstream.kernel.WarpMap.Sampling;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Warped arrays of grey levels against double loops that are written here, for several numbers of channels. */
@Tag("kernels")
class ArrayWarpTest {
    private static final int SEEDS = 36;
    private static final float FILL = -5;

    /** An array by chance, and a matrix for it; every third sends a column or a diagonal of the result to infinity. */
    private static final class Scene {
        private final int channels;
        private final int inWidth;
        private final int inHeight;
        private final int width;
        private final int height;
        private final float[] in;
        private final double[] h;

        Scene(int seed, int channels) {
            Random random = new Random(31L * seed + channels);
            this.channels = channels;
            inWidth = seed % 7 == 0 ? 1 : random.nextInt(2, 40);
            inHeight = seed % 11 == 0 ? 1 : random.nextInt(2, 30);
            width = random.nextInt(1, 50);
            height = random.nextInt(1, 30);
            in = new float[inWidth * inHeight * channels];
            for (int i = 0; i < in.length; i++) {
                in[i] = random.nextInt(256);
            }
            h = random.doubles(9, -1, 1).toArray();
            switch (seed % 6) {
                case 0 -> set(6, 1, 0, -random.nextInt(width));
                case 1 -> set(6, 1, 1, -random.nextInt(width + height));
                case 2, 3 -> {
                    set(0, (double) inWidth / width, 0.1 * h[1], 2 * h[2]);
                    set(3, 0.1 * h[3], (double) inHeight / height, 2 * h[5]);
                    set(6, 1e-3 * h[6], 1e-3 * h[7], 1);
                }
                default -> { // any numbers
                }
            }
        }

        private void set(int first, double a, double b, double c) {
            h[first] = a;
            h[first + 1] = b;
            h[first + 2] = c;
        }

        double coordinate(int first, int x, int y) {
            return (h[first] * x + h[first + 1] * y + h[first + 2]) / (h[6] * x + h[7] * y + h[8]);
        }

        boolean isOutside(int x, int y) {
            double u = coordinate(0, x, y);
            double v = coordinate(3, x, y);
            boolean nowhere = Double.isNaN(u) || Double.isNaN(v);
            return nowhere || (int) u < 0 || (int) u > inWidth - 1 || (int) v < 0 || (int) v > inHeight - 1;
        }

        float at(int column, int row, int channel) {
            int inColumn = Math.max(0, Math.min(inWidth - 1, column));
            int inRow = Math.max(0, Math.min(inHeight - 1, row));
            return in[(inRow * inWidth + inColumn) * channels + channel];
        }

        double bilinear(int x, int y, int channel) {
            double u = clamped(coordinate(0, x, y), inWidth);
            double v = clamped(coordinate(3, x, y), inHeight);
            double across = u - (int) u;
            double down = v - (int) v;
            return (at((int) u, (int) v, channel) * (1 - across) + at((int) u + 1, (int) v, channel) * across)
                    * (1 - down)
                    + (at((int) u, (int) v + 1, channel) * (1 - across)
                            + at((int) u + 1, (int) v + 1, channel) * across)
                            * down;
        }

        private static double clamped(double coordinate, int side) {
            return Double.isNaN(coordinate) ? 0 : Math.max(0, Math.min(side - 1, coordinate));
        }

        /** Counts what is outside, and warps. */
        long warp(Border border, Sampling sampling, float[] out) {
            Projection projection = new Projection(Homography.of(h), inWidth, inHeight, border);
            return new ArrayWarp(projection, sampling, channels, width, height, FILL).apply(in, out);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void nearestAndTheCountAreThoseOfThePlainLoop(int channels) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Scene scene = new Scene(seed, channels);
            float[] clamped = new float[scene.width * scene.height * channels];
            float[] filled = clamped.clone();
            long counted = scene.warp(Border.CLAMP, Sampling.NEAREST, clamped);
            assertEquals(counted, scene.warp(Border.FILL, Sampling.NEAREST, filled), "seed " + seed);
            long outside = 0;
            for (int i = 0; i < clamped.length; i++) {
                int x = i / channels % scene.width;
                int y = i / channels / scene.width;
                float expected = scene.at((int) scene.coordinate(0, x, y), (int) scene.coordinate(3, x, y),
                        i % channels);
                boolean isOutside = scene.isOutside(x, y);
                outside += isOutside && i % channels == 0 ? 1 : 0;
                assertEquals(expected, clamped[i], "seed " + seed + " at " + x + "," + y);
                assertEquals(isOutside ? FILL : expected, filled[i], "seed " + seed + " at " + x + "," + y);
            }
            assertEquals(outside, counted, "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void linearIsThatOfDoubles(int channels) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Scene scene = new Scene(seed, channels);
            float[] out = new float[scene.width * scene.height * channels];
            scene.warp(Border.CLAMP, Sampling.LINEAR, out);
            for (int i = 0; i < out.length; i++) {
                int x = i / channels % scene.width;
                int y = i / channels / scene.width;
                assertEquals(scene.bilinear(x, y, i % channels), out[i], 0.02, "seed " + seed + " at " + x + "," + y);
            }
        }
    }

    /** A parabola is what the spline gives back; its ends are not, for want of neighbours. */
    @Test
    void cubicGoesThroughAParabola() {
        float[] in = new float[2 * 20];
        for (int i = 0; i < in.length; i++) {
            in[i] = i / 2 * (i / 2) * (i % 2 == 0 ? 1 : -2);
        }
        float[] out = new float[2 * 50];
        Projection projection = new Projection(Homography.of(0.25, 0, 2, 0, 1, 0, 0, 0, 1), 20, 1, Border.CLAMP);
        assertEquals(0, new ArrayWarp(projection, Sampling.CUBIC, 2, 50, 1, FILL).apply(in, out));
        for (int x = 0; x < 50; x++) {
            double at = 0.25 * x + 2;
            assertEquals(at * at, out[2 * x], 0.05, "at " + x);
            assertEquals(-2 * at * at, out[2 * x + 1], 0.1, "at " + x);
        }
    }

    @Test
    void arraysOfAnotherSizeAreRefused() {
        ArrayWarp warp = new ArrayWarp(new Projection(Homography.identity(), 4, 3, Border.CLAMP), Sampling.NEAREST, 2,
                4,
                3, 0);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> warp.apply(new float[24], new float[23]));
        assertTrue(String.valueOf(refused.getMessage()).contains("(3, 4, 2)"), refused.toString());
    }
}
