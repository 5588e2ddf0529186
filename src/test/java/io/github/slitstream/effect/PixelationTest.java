package io.github.slitstream.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.FrameSize;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelationTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 16, 256})
    void aSquareIsTheMeanOfWhatIsBelow(int side) {
        for (FrameSize size : List.of(new FrameSize(1, 1), new FrameSize(67, 35), new FrameSize(300, 270))) {
            int[] picture = EffectRun.noise(size, new Random(side));
            check(picture, size, side);
        }
    }

    @Test
    void theLargestSquareOfWhiteIsWhite() {
        FrameSize size = new FrameSize(256, 256);
        int[] white = new int[size.pixels()];
        Arrays.fill(white, -1);
        check(white, size, 256);
    }

    private static void check(int[] picture, FrameSize size, int side) {
        try (EffectRun run = new EffectRun(Effects.byId("pixelate"), size, "size=" + side)) {
            int[] made = run.next(picture);
            for (int i = 0; i < made.length; i++) {
                int left = i % size.width() / side * side;
                int top = i / size.width() / side * side;
                if (i == top * size.width() + left) {
                    checkMean(picture, size, left, top, side, made[i]);
                }
                assertEquals(made[top * size.width() + left], made[i], size + " pixel " + i);
            }
        }
    }

    private static void checkMean(int[] picture, FrameSize size, int left, int top, int side, int made) {
        for (int channel = 0; channel < 4; channel++) {
            double mean = mean(picture, size, left, top, side, channel);
            assertEquals(Math.floor(mean + 0.5), EffectRun.level(made, channel), size + " " + left + "," + top);
        }
    }

    private static double mean(int[] picture, FrameSize size, int left, int top, int side, int channel) {
        long sum = 0;
        int count = 0;
        for (int row = top; row < Math.min(top + side, size.height()); row++) {
            for (int column = left; column < Math.min(left + side, size.width()); column++) {
                sum += EffectRun.level(picture[row * size.width() + column], channel);
                count++;
            }
        }
        return (double) sum / count;
    }
}
