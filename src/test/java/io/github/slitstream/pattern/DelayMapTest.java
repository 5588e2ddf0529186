package io.github.slitstream.pattern;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Delays;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DelayMapTest {
    private static final FrameSize SIZE = new FrameSize(5, 4);
    private static final Values SHAPING = Values.defaults(Shaping.PARAMETERS);

    /** Gives fixed numbers and counts how often it is asked for rows. */
    private static final class Counted implements Pattern {
        private final double[] row;
        private int filled;

        Counted(double... row) {
            this.row = row;
        }

        @Override
        public String id() {
            return "counted";
        }

        @Override
        public String label() {
            return "Counted";
        }

        @Override
        public String doc() {
            return "Counts.";
        }

        @Override
        public List<Parameter<?>> parameters() {
            return List.of();
        }

        @Override
        public Field field(FrameSize size) {
            return (index, out, first) -> {
                filled++;
                System.arraycopy(row, 0, out, first, row.length);
            };
        }
    }

    @Test
    void delaysAreRoundedToTheNearest256thOfAFrame() {
        DelayMap map = new DelayMap(new FrameSize(5, 1), Kernels.get().planes());
        map.describe(new Counted(0, 0.25, 0.5, 0.1234567, 1), SHAPING, 0, MapDepth.ofFrames(3), false);
        map.fillRow(0);
        assertEquals(List.of(0, 192, 384, (int) Math.round(0.1234567 * 3 * 256), 768), boxed(map));
        assertEquals(1.5, map.framesAt(2, 0));
        assertFalse(map.delays().isUniform(0));
    }

    @Test
    void wholeFramesRoundHalvesUp() {
        DelayMap map = new DelayMap(new FrameSize(5, 1), Kernels.get().planes());
        map.describe(new Counted(0, 0.1249, 0.125, 0.374, 1), SHAPING, 0, MapDepth.ofFrames(4), true);
        map.fillRow(0);
        assertEquals(List.of(0, 0, 256, 256, 1024), boxed(map));
    }

    @Test
    void knowsRowsOfOneDelay() {
        DelayMap down = described(Patterns.LINEAR, Filled.defaults("linear"));
        DelayMap right = described(Patterns.LINEAR, Filled.defaults("linear").with(Linear.ANGLE, 0.0));
        for (int row = 0; row < SIZE.height(); row++) {
            assertTrue(down.delays().isUniform(row));
            assertFalse(right.delays().isUniform(row));
        }
    }

    @Test
    void aStillMapIsFilledOnce() {
        Counted pattern = new Counted(0, 0.2, 0.4, 0.6, 0.8);
        DelayMap map = new DelayMap(SIZE, Kernels.get().planes());
        for (int frame = 0; frame < 3; frame++) {
            map.describe(pattern, Filled.defaults(pattern), 0, MapDepth.ofFrames(9), false);
            fill(map);
        }
        assertEquals(SIZE.height(), pattern.filled);
    }

    @Test
    void aMovingMapMovesWithoutAskingThePatternAgain() {
        Counted pattern = new Counted(0, 0.2, 0.4, 0.6, 0.8);
        DelayMap map = new DelayMap(SIZE, Kernels.get().planes());
        for (int frame = 0; frame < 3; frame++) {
            map.describe(pattern, SHAPING, frame * 0.1, MapDepth.ofFrames(10), false);
            fill(map);
            assertEquals(frame, map.framesAt(0, 2), 0.002);
            assertEquals(2 + frame, map.framesAt(1, 3), 0.002);
        }
        assertEquals(SIZE.height(), pattern.filled);
    }

    @Test
    void followsDepthRoundingAndValues() {
        Counted pattern = new Counted(0, 0.25, 0.5, 0.75, 1);
        DelayMap map = new DelayMap(SIZE, Kernels.get().planes());
        map.describe(pattern, SHAPING, 0, MapDepth.ofFrames(10), false);
        fill(map);
        assertEquals(2.5, map.framesAt(1, 0));
        map.describe(pattern, SHAPING, 0, MapDepth.ofFrames(10), true);
        fill(map);
        assertEquals(3, map.framesAt(1, 0));
        map.describe(pattern, SHAPING, 0, MapDepth.ofFrames(20), true);
        fill(map);
        assertEquals(5, map.framesAt(1, 0));
        map.describe(pattern, SHAPING.with(Shaping.INVERT, true), 0, MapDepth.ofFrames(20), true);
        fill(map);
        assertEquals(15, map.framesAt(1, 0));
    }

    @Test
    void aBadPictureLeavesTheMapAsItWas() {
        DelayMap map = described(Patterns.LINEAR, Filled.defaults("linear"));
        Values missing = Filled.defaults("picture").with(Picture.FILE, "missing.png");
        assertThrows(BadValue.class,
                () -> map.describe(Filled.pattern("picture"), missing, 0, MapDepth.ofFrames(2), false));
        fill(map);
        assertEquals(9, map.framesAt(0, SIZE.height() - 1));
    }

    @Test
    void rowsOfAMapThatMovesAreThoseOfAMapThatDoesNot() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        FrameSize size = new FrameSize(149, 6);
        for (int round = 0; round < 40; round++) {
            Pattern pattern = Patterns.ALL.get(random.nextInt(Patterns.ALL.size() - 1)); // the last follows pictures
            Values values = Filled.defaults(pattern);
            DelayMap moving = new DelayMap(size, Kernels.get().planes());
            for (int frame = 0; frame < 8; frame++) {
                values = Filled.randomly(values, Shaping.SHAPE.get(random.nextInt(Shaping.SHAPE.size())), random);
                double phase = random.nextDouble(-2, 2);
                for (double frames : new double[]{0, 1, 59, random.nextDouble(2000)}) {
                    boolean whole = random.nextBoolean();
                    moving.describe(pattern, values, phase, MapDepth.ofFrames(frames), whole);
                    DelayMap still = new DelayMap(size, Kernels.get().planes());
                    still.describe(pattern, values, phase, MapDepth.ofFrames(frames), whole);
                    assertSameRows(still, moving, values + " phase " + phase + " frames " + frames + ", seed " + seed);
                }
            }
        }
    }

    private static void assertSameRows(DelayMap still, DelayMap moving, String what) {
        int width = still.size().width();
        Delays strip = Delays.ofAnyRow(width);
        for (int row = 0; row < still.size().height(); row++) {
            still.fillRow(row);
            moving.writeRow(row, strip);
            Delays map = still.delays();
            int first = map.firstPixel(row);
            int block = map.firstBlock(row);
            assertArrayEquals(Arrays.copyOfRange(map.ofPixels(), first, first + width), strip.ofPixels(), what);
            assertArrayEquals(Arrays.copyOfRange(map.ofBlocks(), block, block + strip.ofBlocks().length),
                    strip.ofBlocks(), what);
            assertEquals(map.isUniform(row), strip.isUniform(row), what);
        }
    }

    private static DelayMap described(Pattern pattern, Values values) {
        DelayMap map = new DelayMap(SIZE, Kernels.get().planes());
        map.describe(pattern, values, 0, MapDepth.ofFrames(9), false);
        fill(map);
        return map;
    }

    private static void fill(DelayMap map) {
        for (int row = 0; row < map.size().height(); row++) {
            map.fillRow(row);
        }
    }

    private static List<Integer> boxed(DelayMap map) {
        return Arrays.stream(map.delays().ofPixels()).boxed().toList();
    }
}
