package io.github.slitstream.effect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.FrameSize;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("kernels")
class FeedbackTest {
    private static final FrameSize SIZE = new FrameSize(32, 20);

    /** How a level and the last result's level times the amount are mixed. */
    private static double mixed(String mode, double own, double last, double amount) {
        return switch (mode) {
            case "blend" -> own * (1 - amount) + last * amount;
            case "lighten" -> Math.max(own, last * amount);
            case "screen" -> 255 - (255 - own) * (255 - last * amount) / 255;
            case "difference" -> Math.abs(own - last * amount);
            default -> throw new AssertionError(mode);
        };
    }

    @ParameterizedTest
    @CsvSource({"blend,0.85", "lighten,0.9", "screen,0.4", "difference,1", "blend,0", "screen,1"})
    void eachPictureIsMixedWithTheLastResult(String mode, double amount) {
        Random random = new Random(mode.hashCode());
        try (EffectRun run = new EffectRun(Effects.byId("feedback"), SIZE, "mode=" + mode, "amount=" + amount,
                "zoom=1", "turn=0")) {
            int[] last = run.next(EffectRun.noise(SIZE, random));
            for (int picture = 0; picture < 4; picture++) {
                int[] own = EffectRun.noise(SIZE, random);
                int[] made = run.next(own);
                for (int i = 0; i < made.length; i++) {
                    for (int channel = 0; channel < 3; channel++) {
                        double expected = mixed(mode, EffectRun.level(own[i], channel),
                                EffectRun.level(last[i], channel), amount);
                        assertEquals(expected, EffectRun.level(made[i], channel), 1.01,
                                mode + " picture " + picture + " pixel " + i);
                    }
                    assertEquals(EffectRun.level(own[i], 3), EffectRun.level(made[i], 3));
                }
                last = made;
            }
        }
    }

    @Test
    void theFirstPictureIsShownAsItIs() {
        int[] picture = EffectRun.noise(SIZE, new Random(1));
        try (EffectRun run = new EffectRun(Effects.byId("feedback"), SIZE)) {
            assertArrayEquals(picture, run.next(picture));
        }
    }

    @Test
    void aPictureThatIsMadeAgainIsTheSame() {
        Random random = new Random(2);
        try (EffectRun run = new EffectRun(Effects.byId("feedback"), SIZE)) {
            run.next(EffectRun.noise(SIZE, random));
            int[] picture = EffectRun.noise(SIZE, random);
            int[] made = run.next(picture);
            assertArrayEquals(made, run.again(picture));
            assertArrayEquals(made, run.again(picture));
        }
    }

    /** By whole pixels, a quarter of the width and of the height; what comes in from beyond the edge is black. */
    @Test
    void theLastResultMoves() {
        int[] picture = EffectRun.noise(SIZE, new Random(3));
        int[] black = new int[SIZE.pixels()];
        Arrays.fill(black, 0xff000000);
        try (EffectRun run = new EffectRun(Effects.byId("feedback"), SIZE, "amount=1", "zoom=1", "turn=0",
                "right=0.25", "down=0.25")) {
            run.next(picture);
            int[] made = run.next(black);
            for (int i = 0; i < made.length; i++) {
                int column = i % SIZE.width() - 8;
                int row = i / SIZE.width() - 5;
                int expected = column < 0 || row < 0 ? 0 : picture[row * SIZE.width() + column] & 0xffffff;
                assertEquals(expected, made[i] & 0xffffff, "pixel " + i);
            }
        }
    }

    /** Half a turn takes each pixel to the one across the middle, and a zoom of two to four of them. */
    @Test
    void theLastResultTurnsAndGrows() {
        int[] picture = EffectRun.noise(SIZE, new Random(4));
        int[] black = new int[SIZE.pixels()];
        Arrays.fill(black, 0xff000000);
        try (EffectRun turning = new EffectRun(Effects.byId("feedback"), SIZE, "amount=1", "zoom=1", "turn=180");
                EffectRun growing = new EffectRun(Effects.byId("feedback"), SIZE, "amount=1", "zoom=2", "turn=0")) {
            turning.next(picture);
            int[] turned = turning.next(black);
            growing.next(picture);
            int[] grown = growing.next(black);
            for (int i = 0; i < turned.length; i++) {
                assertEquals(picture[turned.length - 1 - i] & 0xffffff, turned[i] & 0xffffff, "pixel " + i);
            }
            assertEquals(between(picture, (14 - 15.5) / 2 + 15.5, (9 - 9.5) / 2 + 9.5),
                    EffectRun.level(grown[9 * 32 + 14], 1), 0.6);
        }
    }

    private static double between(int[] picture, double x, double y) {
        double sum = 0;
        for (int corner = 0; corner < 4; corner++) {
            int column = (int) x + corner % 2;
            int row = (int) y + corner / 2;
            sum += (1 - Math.abs(x - column)) * (1 - Math.abs(y - row))
                    * EffectRun.level(picture[row * 32 + column], 1);
        }
        return sum;
    }
}
