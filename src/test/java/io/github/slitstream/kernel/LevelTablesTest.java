package io.github.slitstream.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LevelTablesTest {
    @Test
    void eachChannelIsLookedUpInItsOwnTableAndAlphaIsKept() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            double[][] results = random(random);
            LevelTables tables = filled(results);
            int pixels = random.nextInt(1, 150);
            int inOffset = random.nextInt(8);
            int outOffset = random.nextInt(8);
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment in = Row.random(arena, inOffset + 4L * pixels, random);
                MemorySegment out = Row.random(arena, outOffset + 4L * pixels + 8, random);
                MemorySegment before = Row.copy(arena, out);
                tables.applyRow(in, inOffset, out, outOffset, pixels);
                for (int i = 0; i < out.byteSize(); i++) {
                    int at = i - outOffset;
                    int expected = at >= 0 && at < 4 * pixels
                            ? expected(results, at % 4, Row.channel(in, inOffset + (long) at))
                            : Row.channel(before, i);
                    assertEquals(expected, Row.channel(out, i), "seed " + seed + ", byte " + at);
                }
            }
        }
    }

    @Test
    void aRowMayBeItsOwnOutput() {
        Random random = new Random(7);
        LevelTables tables = filled(random(random));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment row = Row.random(arena, 400, random);
            MemorySegment out = Row.copy(arena, row);
            tables.applyRow(row, 0, out, 0, 100);
            tables.applyRow(row, 0, row, 0, 100);
            assertEquals(-1, out.mismatch(row), "first byte that differs");
        }
    }

    @Test
    void whatIsNoNumberIsDark() {
        LevelTables tables = new LevelTables();
        tables.set(1, 9, 200);
        tables.set(1, 9, Double.NaN);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pixel = Row.of(arena, (byte) 0, (byte) 9, (byte) 0, (byte) 77);
            tables.applyRow(pixel, 0, pixel, 0, 1);
            assertEquals(0, Row.channel(pixel, 1));
            assertEquals(77, Row.channel(pixel, 3));
        }
    }

    private static double[][] random(Random random) {
        return new double[][]{random.doubles(256, -50, 300).toArray(), random.doubles(256, -50, 300).toArray(),
            random.doubles(256, -50, 300).toArray()};
    }

    private static LevelTables filled(double[][] results) {
        LevelTables tables = new LevelTables();
        for (int channel = 0; channel < 3; channel++) {
            for (int level = 0; level < 256; level++) {
                tables.set(channel, level, results[channel][level]);
            }
        }
        return tables;
    }

    private static int expected(double[][] results, int channel, int level) {
        return channel == 3 ? level : (int) Math.min(255, Math.max(0, Math.rint(results[channel][level])));
    }
}
