package io.github.slitstream.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FrameSize;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The kernels for moments of many frames against their definitions in doubles. */
@Tag("kernels")
class MomentKernelsTest {
    private static final int ROUNDS = 40;

    private final MomentKernels kernels = Kernels.get().moments();

    @Test
    void aCurveGoesThroughFourFramesAndDoesNotOvershoot() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            FrameSize size = new FrameSize(random.nextInt(1, 90), random.nextInt(1, 5));
            int frames = random.nextInt(1, 9);
            try (FlowScene scene = new FlowScene(size, frames, false, Kernels.get(), random);
                    Arena arena = Arena.ofConfined()) {
                Delays delays = scene.delays(random);
                MemorySegment out = arena.allocate(size.stride());
                for (int row = 0; row < size.height(); row++) {
                    kernels.cubicRow(scene.kept().memory(), scene.kept().starts(), delays, row, size, out, 0);
                    for (int i = 0; i < size.stride(); i++) {
                        int delay = delays.ofPixels()[row * size.width() + i / 4];
                        assertEquals(cubic(scene, delay, (long) row * size.stride() + i, frames - 1),
                                out.get(ValueLayout.JAVA_BYTE, i) & 0xff, 0.8,
                                "seed " + seed + ", row " + row + ", byte " + i + " of " + size);
                    }
                }
            }
        }
    }

    /**
     * Catmull and Rom's spline in the form of Hermite: through both frames, with the slope between their neighbours.
     */
    private static double cubic(FlowScene scene, int delay, long at, int last) {
        int age = delay / 256;
        double t = delay % 256 / 256.0;
        double a = scene.kept().at(age, at) & 0xff;
        double b = scene.kept().at(Math.min(age + 1, last), at) & 0xff;
        double slopeOfA = (b - (scene.kept().at(Math.max(age - 1, 0), at) & 0xff)) / 2;
        double slopeOfB = ((scene.kept().at(Math.min(age + 2, last), at) & 0xff) - a) / 2;
        double made = (1 + 2 * t) * (1 - t) * (1 - t) * a + t * (1 - t) * (1 - t) * slopeOfA
                + t * t * (3 - 2 * t) * b + t * t * (t - 1) * slopeOfB;
        return Math.clamp(made, Math.min(a, b), Math.max(a, b));
    }

    @Test
    void aMeanIsRoundedToNearestAndHalvesUp() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            int rows = random.nextInt(1, MomentKernels.MOST_ROWS + 1);
            int pixels = random.nextInt(1, 70);
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment in = Row.random(arena, 4L * pixels * rows, random);
                MemorySegment out = arena.allocate(4L * pixels);
                kernels.meanRow(in, 0, 4L * pixels, rows, out, 0, pixels);
                for (int i = 0; i < 4 * pixels; i++) {
                    double sum = 0;
                    for (int row = 0; row < rows; row++) {
                        sum += in.get(ValueLayout.JAVA_BYTE, 4L * pixels * row + i) & 0xff;
                    }
                    assertEquals(Math.round(sum / rows), out.get(ValueLayout.JAVA_BYTE, i) & 0xff, "seed " + seed);
                }
            }
        }
    }

    @Test
    void eachColourIsTakenFromItsRow() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment in = Row.random(arena, 12 * 41, new Random(1));
            MemorySegment out = arena.allocate(4 * 41);
            kernels.mergeRow(in, 0, 4 * 41, out, 0, 41);
            int[] rows = {0, 1, 2, 1};
            for (int i = 0; i < 4 * 41; i++) {
                assertEquals(in.get(ValueLayout.JAVA_BYTE, rows[i % 4] * 4 * 41 + i),
                        out.get(ValueLayout.JAVA_BYTE, i));
            }
        }
    }

    @Test
    void aShareOfARowIsLaidOverAnother() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            int bytes = 4 * random.nextInt(1, 70);
            int weight = random.nextInt(257);
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment below = Row.random(arena, bytes, random);
                MemorySegment above = Row.random(arena, bytes, random);
                MemorySegment lighter = arena.allocate(bytes);
                MemorySegment darker = arena.allocate(bytes);
                MemorySegment screened = arena.allocate(bytes);
                kernels.lightenRow(below, 0, above, 0, weight, lighter, 0, bytes / 4);
                kernels.darkenRow(below, 0, above, 0, weight, darker, 0, bytes / 4);
                kernels.screenRow(below, 0, above, 0, weight, screened, 0, bytes / 4);
                for (int i = 0; i < bytes; i++) {
                    double under = below.get(ValueLayout.JAVA_BYTE, i) & 0xff;
                    double level = above.get(ValueLayout.JAVA_BYTE, i) & 0xff;
                    double share = weight / 256.0;
                    double lit = Math.floor(level * share + 0.5);
                    assertLevel(Math.max(under, lit), lighter, i, seed);
                    assertLevel(Math.min(under, Math.floor(level * share + 255 * (1 - share) + 0.5)), darker, i, seed);
                    assertLevel(255 - Math.rint((255 - under) * (255 - lit) / 255), screened, i, seed);
                }
            }
        }
    }

    private static void assertLevel(double expected, MemorySegment made, int at, int seed) {
        assertEquals(expected, made.get(ValueLayout.JAVA_BYTE, at) & 0xff, "seed " + seed);
    }

    @Test
    void momentsOfAnExposureLieAroundTheDelayAndWithinThePast() {
        Delays delays = new Delays(3, 1);
        delays.ofPixels()[0] = 0;
        delays.ofPixels()[1] = 5 * 256 + 17;
        delays.ofPixels()[2] = 9 * 256;
        Delays made = Delays.ofAnyRow(3);
        MovedDelays moved = new MovedDelays(made);
        moved.take(delays, 0);
        MomentDelays moments = new MomentDelays();
        assertTrue(moments.areSingle());
        for (double degrees : new double[]{1, 45, 90, 91, 180, 360}) {
            moments.expose(degrees, false, 0, 9);
            int count = Math.max(2, (int) Math.ceil(degrees / 45));
            assertEquals(count, moments.exposures());
            for (int i = 0; i < count; i++) {
                moments.move(0, i, moved);
                double later = degrees / 360 * ((i + 0.5) / count - 0.5) * 256;
                assertEquals(Math.max(0, later), made.ofPixels()[0], 0.5001);
                assertEquals(5 * 256 + 17 + later, made.ofPixels()[1], 0.5001);
                assertEquals(9 * 256 + Math.min(0, later), made.ofPixels()[2], 0.5001);
            }
        }
    }

    @Test
    void wholeMomentsOfAnExposureAreFramesAndColoursHaveTheirOwn() {
        Delays delays = new Delays(1, 1);
        delays.ofPixels()[0] = 3 * 256 + 128;
        Delays made = Delays.ofAnyRow(1);
        MovedDelays moved = new MovedDelays(made);
        moved.take(delays, 0);
        MomentDelays moments = new MomentDelays();
        moments.expose(180, true, 0, 9);
        int[] expected = {3, 3, 4, 4};
        for (int i = 0; i < 4; i++) {
            moments.move(0, i, moved);
            assertEquals(expected[i] * 256, made.ofPixels()[0]);
        }
        moments.expose(0, false, 0, 9);
        moments.setApart(2, 0.5, 1.25);
        moments.move(2, 0, moved);
        assertEquals((int) Math.round((3.5 * 0.5 + 1.25) * 256), made.ofPixels()[0]);
        moments.setApart(1, 2, 7);
        moments.move(1, 0, moved);
        assertEquals(9 * 256, made.ofPixels()[0]);
        moments.keepTogether();
        assertTrue(moments.areSingle());
    }

    @Test
    void movedRowsTellWhatTheirBlocksHaveInCommon() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            int width = random.nextInt(1, 90);
            Delays delays = new Delays(width, 3);
            int spread = random.nextInt(1, 3000);
            Arrays.setAll(delays.ofPixels(), i -> random.nextInt(spread));
            Delays made = Delays.ofAnyRow(width);
            MovedDelays moved = new MovedDelays(made);
            moved.take(delays, 2);
            double scale = random.nextBoolean() ? 1 : random.nextDouble(2);
            double added = random.nextDouble(-700, 2000);
            int mask = random.nextBoolean() ? -1 : -256;
            moved.move(scale, added, 9 * 256, mask);
            Delays expected = Delays.ofAnyRow(width);
            for (int i = 0; i < width; i++) {
                int delay = (int) Math.floor(delays.ofPixels()[2 * width + i] * scale + added);
                expected.ofPixels()[i] = Math.clamp(delay, 0, 9 * 256) & mask;
            }
            expected.summarise(0);
            assertArrayEquals(expected.ofPixels(), made.ofPixels(), "seed " + seed);
            assertArrayEquals(expected.ofBlocks(), made.ofBlocks(), "seed " + seed);
            assertEquals(expected.isUniform(0), made.isUniform(0), "seed " + seed);
        }
    }
}
