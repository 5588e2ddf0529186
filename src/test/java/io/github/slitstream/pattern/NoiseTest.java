package io.github.slitstream.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Values;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NoiseTest {
    private static final FrameSize SIZE = new FrameSize(320, 180);
    private static final Values CLOUDS = Filled.defaults("smooth-noise");

    @Test
    void pixelNoiseFavoursNoMoment() {
        int[] tenths = tenths(Filled.of("noise", SIZE, Filled.defaults("noise")));
        double even = SIZE.pixels() / 10.0;
        for (int tenth : tenths) {
            assertEquals(even, tenth, 0.05 * even, Arrays.toString(tenths));
        }
    }

    @Test
    void pixelNoiseHasNoGrain() {
        double[] numbers = Filled.of("noise", SIZE, Filled.defaults("noise"));
        for (int neighbour : new int[]{1, 2, SIZE.width(), SIZE.width() + 1}) {
            double likeness = 0;
            for (int i = 0; i + neighbour < numbers.length; i++) {
                likeness += (numbers[i] - 0.5) * (numbers[i + neighbour] - 0.5);
            }
            double correlation = 12 * likeness / numbers.length;
            assertEquals(0, correlation, 0.025, "with the pixel " + neighbour + " further");
        }
    }

    @Test
    void noiseNeverChangesFromReleaseToRelease() {
        assertEquals(0xD7_9B, (int) (Hash.unit(1, 2, 3) * 0x1_0000));
    }

    @Test
    void anotherSeedIsAnotherPicture() {
        for (String id : new String[]{"noise", "smooth-noise", "tiles"}) {
            double[] one = Filled.of(id, SIZE, seed(id, 1));
            double[] two = Filled.of(id, SIZE, seed(id, 2));
            int same = 0;
            for (int i = 0; i < one.length; i++) {
                same += one[i] == two[i] ? 1 : 0;
            }
            assertTrue(same < one.length / 5, id + " has " + same + " pixels in common");
        }
    }

    @Test
    void smoothNoiseSpreadsOverAllMoments() {
        Values fine = CLOUDS.with(SmoothNoise.SCALE, 16.0);
        int[] tenths = tenths(Filled.of("smooth-noise", SIZE, fine));
        for (int tenth : tenths) {
            assertTrue(tenth > 0.04 * SIZE.pixels() && tenth < 0.2 * SIZE.pixels(), Arrays.toString(tenths));
        }
    }

    /**
     * One cell is 80 pixels here; a slope of 1 per cell, spread by at most 1.5 / (4.2 · 0.22), and half as much again
     * for blending.
     */
    @Test
    void smoothNoiseIsSmooth() {
        Values values = CLOUDS.with(SmoothNoise.SCALE, 4.0).with(SmoothNoise.OCTAVES, 1);
        assertTrue(largestStep(Filled.of("smooth-noise", SIZE, values)) < 0.06);
    }

    @Test
    void octavesAddDetail() {
        double one = largestStep(Filled.of("smooth-noise", SIZE, CLOUDS.with(SmoothNoise.OCTAVES, 1)));
        double five = largestStep(Filled.of("smooth-noise", SIZE, CLOUDS.with(SmoothNoise.OCTAVES, 5)));
        assertTrue(five > 1.5 * one, one + " and " + five);
    }

    private static double largestStep(double[] numbers) {
        double largest = 0;
        for (int i = 0; i + SIZE.width() < numbers.length; i++) {
            double across = i % SIZE.width() == SIZE.width() - 1 ? 0 : Math.abs(numbers[i + 1] - numbers[i]);
            largest = Math.max(largest, Math.max(across, Math.abs(numbers[i + SIZE.width()] - numbers[i])));
        }
        return largest;
    }

    private static int[] tenths(double[] numbers) {
        int[] tenths = new int[10];
        for (double number : numbers) {
            tenths[Math.min(9, (int) (number * 10))]++;
        }
        return tenths;
    }

    private static Values seed(String id, int seed) {
        return Filled.defaults(id).with("seed", Integer.toString(seed));
    }
}
