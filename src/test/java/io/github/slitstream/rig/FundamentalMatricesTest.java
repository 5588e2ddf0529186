package io.github.slitstream.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.kernel.matrix.FundamentalKernels;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fundamental matrices against their definition in exact arithmetic, and by what they are for. */
@Tag("kernels")
class FundamentalMatricesTest {
    /** More than a tile and more than a group, and no multiple of either. */
    private static final int COUNT = 83;
    /** Rows of a camera without one of them, in the cyclic order. */
    private static final int[][] WITHOUT = {{1, 2}, {2, 0}, {0, 1}};

    @Test
    void everyMatrixIsTheDeterminantOfFourRows() {
        for (long seed = 1; seed <= 3; seed++) {
            CameraRig rig = Rigs.random(COUNT, new Random(seed));
            try (Arena arena = Arena.ofShared()) {
                MemorySegment all = all(rig, arena);
                for (int a = 0; a < COUNT; a++) {
                    for (int b = a % 7; b < COUNT; b += 7) {
                        assertExact(rig, a, b, all, "seed " + seed + ", cameras " + a + " and " + b);
                    }
                }
            }
        }
    }

    @Test
    void picturesOfOnePointLieOnEachOthersLines() {
        Random random = new Random(7);
        CameraRig rig = Rigs.random(COUNT, random);
        try (Arena arena = Arena.ofShared()) {
            MemorySegment all = all(rig, arena);
            for (int round = 0; round < 2_000; round++) {
                int a = random.nextInt(COUNT);
                int b = random.nextInt(COUNT);
                double[] point = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), 1};
                double[] x = rig.cameras().get(a).matrix().project(point);
                double[] y = rig.cameras().get(b).matrix().project(point);
                double sum = 0;
                double size = 0;
                for (int i = 0; i < 3; i++) {
                    for (int j = 0; j < 3; j++) {
                        double part = y[i] * Rigs.at(all, (long) a * COUNT + b, i, j) * x[j];
                        sum += part;
                        size += Math.abs(part);
                    }
                }
                assertTrue(Math.abs(sum) <= 1e-11 * size, "round " + round + ": " + sum + " of " + size);
            }
        }
    }

    @Test
    void turningAPairAroundTransposesAndOneCameraAloneGivesNothing() {
        CameraRig rig = Rigs.random(COUNT, new Random(11));
        try (Arena arena = Arena.ofShared()) {
            MemorySegment all = all(rig, arena);
            for (int a = 0; a < COUNT; a++) {
                for (int b = 0; b < COUNT; b++) {
                    for (int i = 0; i < 9; i++) {
                        double there = Rigs.at(all, (long) a * COUNT + b, i / 3, i % 3);
                        double back = Rigs.at(all, (long) b * COUNT + a, i % 3, i / 3);
                        assertEquals(there, back, 0, "cameras " + a + " and " + b);
                        assertTrue(a != b || there == 0, "camera " + a);
                    }
                }
            }
        }
    }

    @Test
    void theRankIsTwo() {
        CameraRig rig = Rigs.random(COUNT, new Random(13));
        try (Arena arena = Arena.ofShared()) {
            MemorySegment all = all(rig, arena);
            for (int pair = 1; pair < COUNT * COUNT; pair += 5) {
                if (pair % (COUNT + 1) == 0) {
                    continue; // a camera with itself
                }
                double largest = 0;
                double largestMinor = 0;
                double determinant = 0;
                for (int j = 0; j < 3; j++) {
                    double minor = minor(all, pair, (j + 1) % 3, (j + 2) % 3);
                    determinant += Rigs.at(all, pair, 0, j) * minor;
                    largestMinor = Math.max(largestMinor, Math.abs(minor));
                    largest = Math.max(largest, Math.abs(Rigs.at(all, pair, 0, j)));
                }
                assertTrue(Math.abs(determinant) <= 1e-11 * largest * largestMinor, "pair " + pair);
                assertTrue(largestMinor > 0, "pair " + pair);
            }
        }
    }

    @Test
    void theUpperHalfAndChosenPairsAreTheSameNumbers(@TempDir Path folder) throws Exception {
        CameraRig rig = Rigs.random(COUNT, new Random(17));
        FundamentalMatrices matrices = new FundamentalMatrices(rig.minors(), FundamentalKernels.get());
        Path list = Files.writeString(folder.resolve("pairs.txt"), "# chosen\n82 3\n\n5, 5\n0;1 # last\n");
        CameraPairs pairs = CameraPairs.read(list, COUNT);
        try (Arena arena = Arena.ofShared()) {
            MemorySegment all = all(rig, arena);
            int half = COUNT * (COUNT - 1) / 2;
            MemorySegment upper = arena.allocate((long) half * FundamentalMatrices.BYTES, 8);
            matrices.upperRows(0, COUNT, upper);
            int next = 0;
            for (int a = 0; a < COUNT; a++) {
                for (int b = a + 1; b < COUNT; b++) {
                    assertSame(all, (long) a * COUNT + b, upper, next++);
                }
            }
            MemorySegment chosen = arena.allocate(3L * FundamentalMatrices.BYTES, 8);
            matrices.pairs(pairs, 0, 3, chosen);
            assertSame(all, 82L * COUNT + 3, chosen, 0);
            assertSame(all, 5L * COUNT + 5, chosen, 1);
            assertSame(all, 1, chosen, 2);
        }
    }

    private static MemorySegment all(CameraRig rig, Arena arena) {
        MemorySegment all = arena.allocate((long) rig.size() * rig.size() * FundamentalMatrices.BYTES, 64);
        new FundamentalMatrices(rig.minors(), FundamentalKernels.get()).rows(0, rig.size(), all);
        return all;
    }

    private static void assertSame(MemorySegment expected, long expectedPair, MemorySegment actual, long pair) {
        for (int i = 0; i < 9; i++) {
            assertEquals(Rigs.at(expected, expectedPair, i / 3, i % 3), Rigs.at(actual, pair, i / 3, i % 3), 0,
                    "pair " + pair);
        }
    }

    private static double minor(MemorySegment all, long pair, int left, int right) {
        return Rigs.at(all, pair, 1, left) * Rigs.at(all, pair, 2, right)
                - Rigs.at(all, pair, 1, right) * Rigs.at(all, pair, 2, left);
    }

    private static void assertExact(CameraRig rig, int a, int b, MemorySegment all, String where) {
        ProjectionMatrix first = rig.cameras().get(a).matrix();
        ProjectionMatrix second = rig.cameras().get(b).matrix();
        BigDecimal[] exact = new BigDecimal[9];
        BigDecimal largest = BigDecimal.ZERO;
        for (int i = 0; i < 9; i++) {
            exact[i] = determinant(new BigDecimal[][]{row(first, WITHOUT[i % 3][0]), row(first, WITHOUT[i % 3][1]),
                row(second, WITHOUT[i / 3][0]), row(second, WITHOUT[i / 3][1])});
            largest = largest.max(exact[i].abs());
        }
        for (int i = 0; i < 9; i++) {
            double actual = Rigs.at(all, (long) a * rig.size() + b, i / 3, i % 3);
            BigDecimal error = new BigDecimal(actual).subtract(exact[i]).abs();
            assertTrue(error.compareTo(largest.multiply(new BigDecimal("1e-12"))) <= 0,
                    where + ": " + actual + " is off by " + error.doubleValue());
        }
    }

    private static BigDecimal[] row(ProjectionMatrix matrix, int row) {
        BigDecimal[] numbers = new BigDecimal[4];
        for (int column = 0; column < 4; column++) {
            numbers[column] = new BigDecimal(matrix.at(row, column));
        }
        return numbers;
    }

    /** By the first row, and so on. */
    private static BigDecimal determinant(BigDecimal[][] rows) {
        if (rows.length == 1) {
            return rows[0][0];
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int column = 0; column < rows.length; column++) {
            BigDecimal part = rows[0][column].multiply(determinant(without(rows, column)));
            sum = column % 2 == 0 ? sum.add(part) : sum.subtract(part);
        }
        return sum;
    }

    private static BigDecimal[][] without(BigDecimal[][] rows, int column) {
        BigDecimal[][] rest = new BigDecimal[rows.length - 1][rows.length - 1];
        for (int i = 0; i < rest.length; i++) {
            for (int j = 0; j < rest.length; j++) {
                rest[i][j] = rows[i + 1][j < column ? j : j + 1];
            }
        }
        return rest;
    }
}
