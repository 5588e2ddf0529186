package io.github.slitstream.effect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FrameSize;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GrainTest {
    private static final FrameSize SIZE = new FrameSize(320, 180);
    private static final int GREY = 0xff808080;

    /** The difference of two even bytes has mean 0 and a variance of (256² − 1)/6. */
    @Test
    void hasTheSpreadOfItsDefinition() {
        int[] made = made("size=1", "amount=0.2");
        double mean = Arrays.stream(made).map(pixel -> EffectRun.level(pixel, 1) - 128).average().orElseThrow();
        double square = Arrays.stream(made).map(pixel -> EffectRun.level(pixel, 1) - 128).mapToDouble(x -> x * x)
                .average().orElseThrow();
        assertEquals(0, mean, 0.5);
        assertEquals(0.2 * Math.sqrt((256 * 256 - 1) / 6.0), Math.sqrt(square), 0.4);
    }

    @Test
    void withoutColourAllChannelsChangeAlike() {
        for (int pixel : made("amount=0.3")) {
            assertEquals(EffectRun.level(pixel, 0), EffectRun.level(pixel, 1));
            assertEquals(EffectRun.level(pixel, 1), EffectRun.level(pixel, 2));
            assertEquals(255, EffectRun.level(pixel, 3));
        }
    }

    @Test
    void colouredChannelsAreIndependent() {
        int[] made = made("amount=0.3", "size=1", "coloured=true");
        for (int channel = 0; channel < 3; channel++) {
            int other = (channel + 1) % 3;
            int first = channel;
            double product = Arrays.stream(made)
                    .mapToDouble(pixel -> (EffectRun.level(pixel, first) - 128)
                            * (EffectRun.level(pixel, other) - 128.0))
                    .average().orElseThrow();
            assertEquals(0, product / (0.09 * (256 * 256 - 1) / 6), 0.03, channel + " and " + other);
        }
    }

    @Test
    void grainsHaveTheirSize() {
        int[] made = made("size=5");
        for (int i = 0; i < made.length; i++) {
            int left = i % SIZE.width() / 5 * 5;
            int top = i / SIZE.width() / 5 * 5;
            assertEquals(made[top * SIZE.width() + left], made[i], "pixel " + i);
        }
    }

    @Test
    void everyPictureHasAnotherAndEveryRunTheSame() {
        int[] grey = grey();
        try (EffectRun first = new EffectRun(Effects.byId("grain"), SIZE);
                EffectRun second = new EffectRun(Effects.byId("grain"), SIZE);
                EffectRun other = new EffectRun(Effects.byId("grain"), SIZE, "seed=2")) {
            int[] made = first.next(grey);
            assertArrayEquals(made, second.next(grey));
            assertTrue(differing(made, first.next(grey)) > 0.9, "another picture");
            assertTrue(differing(made, other.next(grey)) > 0.9, "another seed");
        }
    }

    @Test
    void blackAndWhiteStayWithinTheLevels() {
        int[] white = new int[SIZE.pixels()];
        Arrays.fill(white, -1);
        try (EffectRun run = new EffectRun(Effects.byId("grain"), SIZE, "amount=1", "size=1")) {
            int[] made = run.next(white);
            assertTrue(Arrays.stream(made).filter(pixel -> pixel == -1).count() > made.length * 0.45);
            assertNotEquals(made.length, Arrays.stream(made).filter(pixel -> pixel == -1).count());
        }
    }

    private static double differing(int[] one, int[] other) {
        int count = 0;
        for (int i = 0; i < one.length; i++) {
            count += one[i] == other[i] ? 0 : 1;
        }
        return (double) count / one.length;
    }

    private static int[] made(String... settings) {
        try (EffectRun run = new EffectRun(Effects.byId("grain"), SIZE, settings)) {
            return run.next(grey());
        }
    }

    private static int[] grey() {
        int[] picture = new int[SIZE.pixels()];
        Arrays.fill(picture, GREY);
        return picture;
    }
}
