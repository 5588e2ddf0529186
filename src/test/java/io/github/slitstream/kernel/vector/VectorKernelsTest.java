package io.github.slitstream.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.KeptFrames;
import io.github.slitstream.kernel.Border;
import io.github.slitstream.kernel.RotationTable;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.FlowScene;
import io.github.slitstream.kernel.Homography;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.RandomHistory;
import io.github.slitstream.kernel.Projection;
import io.github.slitstream.kernel.Row;
import io.github.slitstream.kernel.ScalarKernels;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector kernels against the reference, bit for bit. */
class VectorKernelsTest {
    private static final int ROUNDS = 1_500;
    /** Side of a canvas to be warped. */
    private static final int CANVAS = 13;

    private final Kernels vector = new VectorKernels();
    private final Kernels scalar = new ScalarKernels();

    /** One call, with fresh random arguments from a given seed. */
    private interface Call {
        void on(Kernels kernels, Random random, Arena arena, int pixels, MemorySegment out, long outOffset);
    }

    /** The build runs this class once more with narrow registers. */
    @Test
    void registersAreAsWideAsWasAskedFor() {
        String asked = System.getProperty("test.vector.bits", "\\d+");
        assertTrue(vector.description().matches("vector " + asked + " bit"), vector.description());
    }

    @Test
    void blendRow() {
        assertAgreement((kernels, random, arena, pixels, out, outOffset) -> kernels.blendRow(
                Row.random(arena, 4L * pixels + 5, random), random.nextInt(6),
                Row.random(arena, 4L * pixels + 5, random), random.nextInt(6), random.nextInt(257), out, outOffset,
                pixels));
    }

    @Test
    void displaceRow() {
        assertAgreement((kernels, random, arena, pixels, out, outOffset) -> {
            RandomHistory history = RandomHistory.random(arena, random.nextInt(1, 130), 4 * pixels, random);
            int row = random.nextInt(2);
            kernels.displaceRow(history.memory(), history.ageOffsets(), history.delays(pixels, 2, random), row, 0, out,
                    outOffset);
        });
    }

    @Test
    void pickRow() {
        assertAgreement((kernels, random, arena, pixels, out, outOffset) -> {
            RandomHistory history = RandomHistory.random(arena, random.nextInt(1, 130), 4 * pixels, random);
            int row = random.nextInt(2);
            kernels.pickRow(history.memory(), history.ageOffsets(), history.delays(pixels, 2, random), row, 0, out,
                    outOffset);
        });
    }

    @Test
    void packRows() {
        assertAgreement((kernels, random, arena, pixels, out, outOffset) -> {
            MemorySegment in = Row.random(arena, 8L * pixels, random);
            MemorySegment packed = arena.allocate(4L * pixels + 10);
            kernels.packRows(in, 0, 4L * pixels, packed, 0, pixels, 2L * pixels, pixels);
            MemorySegment.copy(packed, 0, out, outOffset, 4L * pixels);
        });
    }

    @Test
    void unpackRow() {
        assertAgreement((kernels, random, arena, pixels, out, outOffset) -> kernels
                .unpackRow(Row.random(arena, 2L * pixels + 1, random), 0, pixels, out, outOffset, pixels));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void flowRow(boolean packed) {
        for (int seed = 0; seed < ROUNDS / 10; seed++) {
            Random random = new Random(seed);
            FrameSize size = new FrameSize(random.nextInt(1, 300), random.nextInt(1, 9));
            try (FlowScene scene = new FlowScene(size, random.nextInt(2, 60), packed, scalar, random);
                    Arena arena = Arena.ofConfined()) {
                Delays delays = scene.delays(random);
                int row = random.nextInt(size.height());
                assertArrayEquals(flowRow(scalar, packed, scene, delays, row, arena),
                        flowRow(vector, packed, scene, delays, row, arena), "seed " + seed);
            }
        }
    }

    private static byte[] flowRow(Kernels kernels, boolean packed, FlowScene scene, Delays delays, int row,
            Arena arena) {
        MemorySegment out = arena.allocate(scene.size().stride());
        KeptFrames kept = scene.kept();
        if (packed) {
            kernels.flowPackedRow(kept.memory(), kept.starts(), kept.flows(), delays, row, scene.size(), out, 0);
        } else {
            kernels.flowRow(kept.memory(), kept.starts(), kept.flows(), delays, row, scene.size(), out, 0);
        }
        return out.toArray(ValueLayout.JAVA_BYTE);
    }

    @Test
    void displacePackedRow() {
        assertAgreement((kernels, random, arena, pixels, out, outOffset) -> {
            RandomHistory history = RandomHistory.random(arena, random.nextInt(1, 130), 2 * pixels + 1, random);
            int row = random.nextInt(2);
            kernels.displacePackedRow(history.memory(), history.ageOffsets(), history.delays(pixels, 2, random), row, 0,
                    pixels,
                    out, outOffset);
        });
    }

    @Test
    void rotateRow() {
        RotationTable rotation = new RotationTable();
        assertAgreement((kernels, random, arena, pixels, out, outOffset) -> {
            rotation.rotate(random.nextDouble(-720, 720));
            kernels.rotateRow(Row.random(arena, 4L * pixels, random), 0, rotation, out, outOffset, pixels);
        });
    }

    /** Among them angles near a quarter turn, where nearly every sum is too near a whole number to trust. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 90, -90, 180, 45, 40, 30, 60, 135, 359.9, 720.5, 1e-3, 1e-7, 1e-12, 90.000001, 179.9999})
    void rotateRowTurnsAllPairsAsTheTableDoes(double angle) {
        RotationTable rotation = new RotationTable();
        rotation.rotate(angle);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment in = arena.allocate(4L << 16);
            for (int pair = 0; pair < 1 << 16; pair++) {
                in.setAtIndex(ValueLayout.JAVA_INT_UNALIGNED, pair, 0x5a000033 | (pair & 0xff) << 16 | (pair & 0xff00));
            }
            MemorySegment expected = arena.allocate(4L << 16);
            MemorySegment actual = arena.allocate(4L << 16);
            scalar.rotateRow(in, 0, rotation, expected, 0, 1 << 16);
            vector.rotateRow(in, 0, rotation, actual, 0, 1 << 16);
            assertEquals(-1, expected.mismatch(actual), "first byte that differs at " + angle + "°");
        }
    }

    @Test
    void colourRow() {
        assertAgreement((kernels, random, arena, pixels, out, outOffset) -> {
            int[] matrix = random.ints(12, -(16 << Kernels.COLOUR_BITS), (16 << Kernels.COLOUR_BITS) + 1).toArray();
            matrix[3] *= random.nextInt(-256, 257);
            matrix[11] *= random.nextInt(-256, 257);
            kernels.colourRow(Row.random(arena, 4L * pixels, random), 0, matrix, out, outOffset, pixels);
        });
    }

    @Test
    void reverseRow() {
        assertAgreement((kernels, random, arena, pixels, out, outOffset) -> kernels
                .reverseRow(Row.random(arena, 4L * pixels, random), 0, out, outOffset, pixels));
    }

    @ParameterizedTest
    @EnumSource(Border.class)
    void sourceRows(Border border) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            double[] numbers = random.doubles(9, -1, 1).toArray();
            numbers[6] *= seed % 3 == 0 ? 1 : 0.01;
            numbers[8] = seed % 5 == 0 ? -numbers[6] * random.nextInt(50) : numbers[8];
            Projection projection = new Projection(Homography.of(numbers), random.nextInt(1, 60), random.nextInt(1, 60),
                    border);
            int pixels = random.nextInt(1, 100);
            int column = random.nextInt(20);
            int row = random.nextInt(100);
            int[][] expected = new int[3][pixels + 5];
            int[][] actual = new int[3][pixels + 5];
            String round = border + ", seed " + seed;
            assertEquals(scalar.sourceRow(projection, column, row, expected[0], 3, pixels),
                    vector.sourceRow(projection, column, row, actual[0], 3, pixels), round);
            assertEquals(scalar.blendedSourceRow(projection, column, row, expected[1], expected[2], 3, pixels),
                    vector.blendedSourceRow(projection, column, row, actual[1], actual[2], 3, pixels), round);
            assertArrayEquals(expected, actual, round);
        }
    }

    @Test
    void gatherRow() {
        assertGathering((kernels, in, sources, fractions, out, outOffset, pixels) -> kernels.gatherRow(in, 8, sources,
                2, 0x01020304, out, outOffset, pixels));
    }

    @Test
    void gatherLinearRow() {
        assertGathering((kernels, in, sources, fractions, out, outOffset, pixels) -> kernels.gatherLinearRow(in, 8,
                CANVAS, CANVAS, sources, fractions, 2, 0x01020304, out, outOffset, pixels));
    }

    @Test
    void gatherCubicRow() {
        assertGathering((kernels, in, sources, fractions, out, outOffset, pixels) -> kernels.gatherCubicRow(in, 8,
                CANVAS, CANVAS, sources, fractions, 2, 0x01020304, out, outOffset, pixels));
    }

    @Test
    void sourcesBeyondTheCanvasAreRefused() {
        MemorySegment canvas = Arena.ofAuto().allocate(4 * 9);
        MemorySegment out = Arena.ofAuto().allocate(400);
        int[] sources = new int[100];
        sources[50] = 9;
        assertThrows(IndexOutOfBoundsException.class, () -> vector.gatherRow(canvas, 0, sources, 0, 0, out, 0, 100));
        assertThrows(IndexOutOfBoundsException.class,
                () -> vector.gatherLinearRow(canvas, 0, 3, 3, sources, new int[100], 0, 0, out, 0, 100));
        assertThrows(IndexOutOfBoundsException.class,
                () -> vector.gatherCubicRow(canvas, 0, 3, 3, sources, new int[100], 0, 0, out, 0, 100));
    }

    private interface Gather {
        void on(Kernels kernels, MemorySegment in, int[] sources, int[] fractions, MemorySegment out, long outOffset,
                int pixels);
    }

    private void assertGathering(Gather gather) {
        assertAgreement((kernels, random, arena, pixels, out, outOffset) -> {
            int[] sources = new int[pixels + 2];
            int[] fractions = new int[pixels + 2];
            for (int i = 0; i < sources.length; i++) {
                int source = random.nextInt(CANVAS - 1) * CANVAS + random.nextInt(CANVAS - 1);
                sources[i] = random.nextInt(9) == 0 ? Projection.NOWHERE : source;
                fractions[i] = random.nextInt((1 << Projection.FRACTION_BITS) + 1) << Projection.ACROSS_SHIFT
                        | random.nextInt((1 << Projection.FRACTION_BITS) + 1);
            }
            gather.on(kernels, Row.random(arena, 8 + 4 * CANVAS * CANVAS, random), sources, fractions, out, outOffset,
                    pixels);
        });
    }

    @Test
    void rowsInArraysGoThePlainWay() {
        MemorySegment in = MemorySegment.ofArray(new byte[]{1, 2, 3, 4, 5, 6, 7, 8});
        MemorySegment out = MemorySegment.ofArray(new byte[8]);
        vector.reverseRow(in, 0, out, 0, 2);
        assertEquals(-1, out.mismatch(MemorySegment.ofArray(new byte[]{5, 6, 7, 8, 1, 2, 3, 4})));
    }

    @Test
    void rowsThatDoNotFitTheirSegmentAreRefused() {
        MemorySegment memory = Arena.ofAuto().allocate(400);
        MemorySegment out = Arena.ofAuto().allocate(400);
        assertThrows(IndexOutOfBoundsException.class, () -> vector.reverseRow(memory, 0, out, 4, 100));
        assertThrows(IndexOutOfBoundsException.class, () -> vector.reverseRow(memory, -4, out, 0, 100));
        assertThrows(IndexOutOfBoundsException.class, () -> vector.blendRow(memory, 0, memory, 4, 1, out, 0, 100));
        assertThrows(IndexOutOfBoundsException.class,
                () -> vector.displaceRow(memory, new long[]{0, 4}, new Delays(100, 1), 0, 0, out, 0));
        assertThrows(IndexOutOfBoundsException.class,
                () -> vector.pickRow(memory, new long[]{-4}, new Delays(100, 1), 0, 0, out, 0));
    }

    @Test
    void readOnlyAndClosedSegmentsAreRefused() {
        MemorySegment memory = Arena.ofAuto().allocate(400);
        assertThrows(IllegalArgumentException.class,
                () -> vector.reverseRow(memory, 0, memory.asReadOnly(), 0, 100));
        MemorySegment gone;
        try (Arena arena = Arena.ofShared()) {
            gone = arena.allocate(400);
        }
        assertThrows(IllegalStateException.class, () -> vector.reverseRow(gone, 0, memory, 0, 100));
    }

    private void assertAgreement(Call call) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            int pixels = seed < 70 ? seed + 1 : random.nextInt(1, 300);
            int outOffset = random.nextInt(70);
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment expected = Row.random(arena, outOffset + 4L * pixels + 70, random);
                MemorySegment actual = Row.copy(arena, expected);
                call.on(scalar, new Random(seed), arena, pixels, expected, outOffset);
                call.on(vector, new Random(seed), arena, pixels, actual, outOffset);
                assertEquals(-1, expected.mismatch(actual), "first byte that differs, seed " + seed);
            }
        }
    }
}
