package io.github.slitstream.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DelaysTest {
    @Test
    void summariesTellEveryBlocksNewestAndOldestAge() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int width = random.nextInt(1, 70);
            int rows = random.nextInt(1, 4);
            Delays delays = new Delays(width, rows);
            int deepest = random.nextInt(1, 2_000 * 256);
            boolean flat = random.nextBoolean();
            for (int i = 0; i < width * rows; i++) {
                delays.ofPixels()[i] = flat ? deepest : random.nextInt(deepest);
            }
            for (int row = 0; row < rows; row++) {
                delays.summarise(row);
                check(delays, row, "seed " + seed + ", round " + round);
            }
        }
    }

    private static void check(Delays delays, int row, String message) {
        boolean same = true;
        for (int from = 0; from < delays.width(); from += 16) {
            int newest = Integer.MAX_VALUE;
            int oldest = 0;
            for (int i = from; i < Math.min(from + 16, delays.width()); i++) {
                int delay = delays.ofPixels()[row * delays.width() + i];
                newest = Math.min(newest, delay / 256);
                oldest = Math.max(oldest, delay / 256);
                same &= delay == delays.ofPixels()[row * delays.width()];
            }
            int block = delays.ofBlocks()[delays.firstBlock(row) + from / 16];
            assertEquals(newest, Delays.newest(block), message);
            assertEquals(oldest - newest, Delays.span(block), message);
        }
        assertEquals(same, delays.isUniform(row), message);
    }
}
