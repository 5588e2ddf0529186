package io.github.slitstream.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FlowGridTest {
    @Test
    void aBitSaysOfEverySixteenColumnsWhetherThereIsFlow() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            FrameSize frame = new FrameSize(random.nextInt(1, 3_000), random.nextInt(1, 7));
            long start = 8L * random.nextInt(3);
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment memory = arena.allocate(start + FlowGrid.keptBytes(frame), Long.BYTES);
                boolean[][] moves = fill(memory.asSlice(start), frame, random);
                FlowGrid.mark(memory, start, frame);
                for (int row = 0; row < frame.height(); row++) {
                    for (int column = 0; column < frame.width(); column++) {
                        long word = memory.get(ValueLayout.JAVA_LONG,
                                start + FlowGrid.marks(frame, row) + column / 16 / 64 * 8L);
                        assertEquals(moves[row / 2][column / 16], (word >>> column / 16 % 64 & 1) == 1,
                                "seed " + seed + ", row " + row + ", column " + column + " of " + frame);
                    }
                }
            }
        }
    }

    /** @return by row of cells and sixteen columns of pixels whether a cell there is not 0 */
    private static boolean[][] fill(MemorySegment cells, FrameSize frame, Random random) {
        int columns = (frame.width() + 1) / 2;
        boolean[][] moves = new boolean[(frame.height() + 1) / 2][(frame.width() + 15) / 16];
        for (int cell = 0; cell < columns * moves.length; cell++) {
            if (random.nextInt(20) == 0) {
                cells.setAtIndex(ValueLayout.JAVA_LONG, cell, 1L << random.nextInt(64));
                moves[cell / columns][cell % columns / 8] = true;
            }
        }
        return moves;
    }
}
