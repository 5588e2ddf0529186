package io.github.slitstream.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.KeptFrames;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.FlowScene;
import io.github.slitstream.kernel.MomentKernels;
import io.github.slitstream.kernel.PixelPlaces;
import io.github.slitstream.kernel.Row;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.kernel.ScalarMoments;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector kernels for moments of many frames against the reference, bit for bit. */
class VectorMomentsTest {
    private static final int ROUNDS = 150;

    private final MomentKernels vector = new VectorMoments();
    private final MomentKernels scalar = new ScalarMoments();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cubicRow(boolean packed) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            FrameSize size = new FrameSize(random.nextInt(1, 300), random.nextInt(1, 9));
            try (FlowScene scene = new FlowScene(size, random.nextInt(1, 30), packed, new ScalarKernels(), random);
                    Arena arena = Arena.ofConfined()) {
                Delays delays = scene.delays(random);
                int row = random.nextInt(size.height());
                assertArrayEquals(cubicRow(scalar, packed, scene, delays, row, arena),
                        cubicRow(vector, packed, scene, delays, row, arena), "seed " + seed);
            }
        }
    }

    private static byte[] cubicRow(MomentKernels kernels, boolean packed, FlowScene scene, Delays delays, int row,
            Arena arena) {
        MemorySegment out = arena.allocate(scene.size().stride());
        KeptFrames kept = scene.kept();
        if (packed) {
            kernels.cubicPackedRow(kept.memory(), kept.starts(), delays, row, scene.size(), out, 0);
        } else {
            kernels.cubicRow(kept.memory(), kept.starts(), delays, row, scene.size(), out, 0);
        }
        return out.toArray(ValueLayout.JAVA_BYTE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void placedRow(boolean packed) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            FrameSize size = new FrameSize(random.nextInt(1, 300), random.nextInt(1, 9));
            try (FlowScene scene = new FlowScene(size, random.nextInt(1, 30), packed, new ScalarKernels(), random);
                    Arena arena = Arena.ofConfined()) {
                Delays delays = scene.delays(random);
                int row = random.nextInt(size.height());
                PixelPlaces places = new PixelPlaces(size.width(), size.height());
                places.setColumns(random.nextDouble(-1.5, 1.5), random.nextDouble(-1, 1), random.nextDouble(-9, 90));
                if (random.nextBoolean()) {
                    places.setRows(random.nextDouble(-0.1, 0.1), random.nextDouble(-1, 2), random.nextDouble(-2, 5));
                }
                assertArrayEquals(placedRow(scalar, packed, scene, delays, places, row, arena),
                        placedRow(vector, packed, scene, delays, places, row, arena), "seed " + seed);
            }
        }
    }

    private static byte[] placedRow(MomentKernels kernels, boolean packed, FlowScene scene, Delays delays,
            PixelPlaces places, int row, Arena arena) {
        MemorySegment out = arena.allocate(scene.size().stride());
        KeptFrames kept = scene.kept();
        if (packed) {
            kernels.placedPackedRow(kept.memory(), kept.starts(), delays, places, row, scene.size(), out, 0);
        } else {
            kernels.placedRow(kept.memory(), kept.starts(), delays, places, row, scene.size(), out, 0);
        }
        return out.toArray(ValueLayout.JAVA_BYTE);
    }

    @Test
    void meanRow() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            int rows = random.nextInt(1, MomentKernels.MOST_ROWS + 1);
            int pixels = random.nextInt(1, 200);
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment in = Row.random(arena, 4L * pixels * rows + 4, random);
                if (seed == 0) {
                    in.fill((byte) 255); // the largest sum
                }
                byte[][] made = new byte[2][];
                for (int i = 0; i < 2; i++) {
                    MemorySegment out = arena.allocate(4L * pixels);
                    (i == 0 ? scalar : vector).meanRow(in, 4, 4L * pixels, rows, out, 0, pixels);
                    made[i] = out.toArray(ValueLayout.JAVA_BYTE);
                }
                assertArrayEquals(made[0], made[1], "seed " + seed);
            }
        }
    }

    @Test
    void mergeRow() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            int pixels = random.nextInt(1, 200);
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment in = Row.random(arena, 12L * pixels + 4, random);
                byte[][] made = new byte[2][];
                for (int i = 0; i < 2; i++) {
                    MemorySegment out = arena.allocate(4L * pixels);
                    (i == 0 ? scalar : vector).mergeRow(in, 4, 4L * pixels, out, 0, pixels);
                    made[i] = out.toArray(ValueLayout.JAVA_BYTE);
                }
                assertArrayEquals(made[0], made[1], "seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lighten", "darken", "screen"})
    void rowsAreLaidOverAnother(String way) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            int pixels = random.nextInt(1, 200);
            int weight = random.nextInt(257);
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment above = Row.random(arena, 4L * pixels + 4, random);
                MemorySegment below = Row.random(arena, 4L * pixels, random);
                if (seed < 4) { // the largest and smallest products
                    above.fill((byte) (255 * (seed & 1)));
                    below.fill((byte) (255 * (seed >> 1)));
                }
                byte[][] made = new byte[2][];
                for (int i = 0; i < 2; i++) {
                    MemorySegment out = arena.allocate(4L * pixels).copyFrom(below);
                    lay(i == 0 ? scalar : vector, way, above, weight, out, pixels);
                    made[i] = out.toArray(ValueLayout.JAVA_BYTE);
                }
                assertArrayEquals(made[0], made[1], "seed " + seed);
            }
        }
    }

    private static void lay(MomentKernels kernels, String way, MemorySegment above, int weight, MemorySegment out,
            int pixels) {
        switch (way) {
            case "lighten" -> kernels.lightenRow(out, 0, above, 4, weight, out, 0, pixels);
            case "darken" -> kernels.darkenRow(out, 0, above, 4, weight, out, 0, pixels);
            default -> kernels.screenRow(out, 0, above, 4, weight, out, 0, pixels);
        }
    }
}
