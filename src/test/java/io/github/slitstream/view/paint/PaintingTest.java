package io.github.slitstream.view.paint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.pattern.PaintedMap;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Strokes against what they should leave, worked out pixel by pixel. */
class PaintingTest {
    private static final FrameSize SIZE = new FrameSize(101, 61);
    private static final double HALF = PaintedMap.PAST / 2.0;

    private final List<PaintedMap> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(PaintedMap::close);
    }

    @Test
    void aHardBrushLeavesADisc() {
        for (Brush.Way way : Brush.Way.values()) {
            PaintedMap map = grey(SIZE, 0.25);
            Painting painting = painting(map, PaintTool.BRUSH, new Brush(0.2, 0, 0.5, way));
            stroke(painting, 0.5, 0.5, 0.5, 0.5);
            double painted = PaintedMap.PAST * switch (way) {
                case SET -> 0.5;
                case ADD -> 0.75;
                case ERASE -> 0;
            };
            char[] samples = samples(map);
            for (int i = 0; i < samples.length; i++) {
                double distance = Math.hypot(i % 101 - 50, i / 101 - 30);
                if (distance < 9) {
                    assertEquals(painted, samples[i], 1.5, way + " inside at " + i);
                } else if (distance > 11.2) {
                    assertEquals(PaintedMap.PAST / 4.0, samples[i], 1, way + " outside at " + i);
                }
            }
        }
    }

    /** Of a radius of 20.2 pixels, all of which is edge. */
    @Test
    void aSoftBrushFallsFromItsMiddleToItsEdge() {
        PaintedMap map = grey(SIZE, 0);
        stroke(painting(map, PaintTool.BRUSH, new Brush(0.4, 1, 0.8, Brush.Way.SET)), 0.5, 0.5, 0.5, 0.5);
        for (int column = 0; column < 101; column++) {
            double t = Math.clamp((20.2 + 0.5 - Math.abs(column - 50)) / 20.2, 0, 1);
            assertEquals(0.8 * PaintedMap.PAST * (3 * Math.pow(t, 2) - 2 * Math.pow(t, 3)), at(map, column, 30), 1,
                    "column " + column);
        }
    }

    @Test
    void aLineIsAsWideAsTheBrushFromEndToEnd() {
        PaintedMap map = grey(SIZE, 0);
        stroke(painting(map, PaintTool.LINE, new Brush(0.1, 0, 1, Brush.Way.SET)), 20.5 / 101, 15.5 / 61, 80.5 / 101,
                45.5 / 61);
        char[] samples = samples(map);
        for (int i = 0; i < samples.length; i++) {
            int row = i / 101;
            double distance = Line2D.ptSegDist(20, 15, 80, 45, i % 101, row);
            if (distance < 4.4) {
                assertEquals(PaintedMap.PAST, samples[i], "on the line at " + i);
            } else if (distance > 5.6) {
                assertEquals(0, samples[i], "beside the line at " + i);
            }
        }
    }

    @Test
    void aStrokeCoversWhatItPassesTwiceOnlyOnce() {
        PaintedMap map = grey(SIZE, 0);
        Painting painting = painting(map, PaintTool.BRUSH, new Brush(0.1, 0, 0.3, Brush.Way.ADD));
        painting.begin(0.2, 0.5);
        painting.move(0.8, 0.5);
        painting.move(0.2, 0.5);
        painting.end();
        assertEquals(0.3 * PaintedMap.PAST, at(map, 50, 30), 1);
        stroke(painting, 0.2, 0.5, 0.8, 0.5);
        assertEquals(0.6 * PaintedMap.PAST, at(map, 50, 30), 2);
    }

    @Test
    void lineEllipseAndGradientAreWhatTheLastPointMakesThem() {
        for (PaintTool tool : List.of(PaintTool.LINE, PaintTool.ELLIPSE, PaintTool.GRADIENT)) {
            PaintedMap wandered = grey(SIZE, 0.2);
            Painting first = painting(wandered, tool, new Brush(0.1, 0.4, 1, Brush.Way.SET));
            first.begin(0.3, 0.4);
            first.move(0.95, 0.05);
            first.move(0.1, 0.9);
            first.move(0.6, 0.7);
            first.end();
            PaintedMap straight = grey(SIZE, 0.2);
            stroke(painting(straight, tool, new Brush(0.1, 0.4, 1, Brush.Way.SET)), 0.3, 0.4, 0.6, 0.7);
            assertArrayEquals(samples(straight), samples(wandered), tool.name());
        }
    }

    @Test
    void aGradientFallsEvenly() {
        PaintedMap map = grey(SIZE, 0);
        stroke(painting(map, PaintTool.GRADIENT, Brush.FIRST), 0.5 / 101, 0.5, 100.5 / 101, 0.5);
        for (int column = 0; column <= 100; column++) {
            assertEquals(PaintedMap.PAST * (100 - column) / 100.0, at(map, column, 7), 1, "column " + column);
        }
    }

    @Test
    void anEllipseReachesAsFarAsItWasPulled() {
        PaintedMap map = grey(SIZE, 0);
        stroke(painting(map, PaintTool.ELLIPSE, new Brush(0.1, 0, 1, Brush.Way.SET)), 50.5 / 101, 30.5 / 61,
                80.5 / 101, 40.5 / 61);
        for (int i = 0; i < SIZE.pixels(); i++) {
            double out = Math.hypot((i % 101 - 50) / 30.0, (i / 101 - 30) / 10.0);
            if (out < 0.85) {
                assertEquals(PaintedMap.PAST, samples(map)[i], "inside at " + i);
            } else if (out > 1.15) {
                assertEquals(0, samples(map)[i], "outside at " + i);
            }
        }
    }

    @Test
    void blurSoftensAndSmearDrags() {
        PaintedMap blurred = halves();
        Painting painting = painting(blurred, PaintTool.BLUR, new Brush(0.3, 0, 1, Brush.Way.SET));
        for (int i = 0; i < 5; i++) {
            stroke(painting, 0.5, 0.5, 0.5, 0.5);
        }
        assertTrue(at(blurred, 48, 30) > 500 && at(blurred, 48, 30) < HALF, "left of the edge");
        assertTrue(at(blurred, 53, 30) < PaintedMap.PAST - 500 && at(blurred, 53, 30) > HALF, "right of the edge");
        assertEquals(0, at(blurred, 20, 30));
        PaintedMap smeared = halves();
        stroke(painting(smeared, PaintTool.SMEAR, new Brush(0.2, 0, 1, Brush.Way.SET)), 60.5 / 101, 0.5, 45.5 / 101,
                0.5);
        assertEquals(PaintedMap.PAST, at(smeared, 45, 30), "dragged to the left");
        assertEquals(0, at(smeared, 45, 5));
    }

    @Test
    void fillStaysWithinWhatIsAlike() {
        PaintedMap map = halves();
        stroke(painting(map, PaintTool.FILL, new Brush(0.1, 0, 0.5, Brush.Way.SET)), 0.1, 0.9, 0.9, 0.1);
        for (int i = 0; i < SIZE.pixels(); i++) {
            assertEquals(i % 101 < 51 ? HALF : PaintedMap.PAST, samples(map)[i], 1);
        }
    }

    @Test
    void symmetryMakesEveryStrokeWhole() {
        FrameSize square = new FrameSize(81, 81);
        for (PaintTool tool : PaintTool.values()) {
            PaintedMap map = grey(square, 0.1);
            Painting painting = painting(map, tool, new Brush(0.1, 0.6, 0.7, Brush.Way.SET));
            painting.repeat(new Symmetry(true, false, 4));
            stroke(painting, 0.2, 0.3, 0.35, 0.6);
            char[] samples = samples(map);
            for (int i = 0; i < samples.length; i++) {
                int column = i % 81;
                int row = i / 81;
                assertEquals(samples[row * 81 + 80 - column], samples[i], 2, tool + " is mirrored");
                assertEquals(samples[column * 81 + 80 - row], samples[i], 2, tool + " is turned");
            }
        }
    }

    @Test
    void everyStrokeCanBeTakenBackAndPaintedAgain() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            PaintedMap map = grey(new FrameSize(random.nextInt(1, 70), random.nextInt(1, 70)), 0.5);
            Painting painting = new Painting(map);
            List<char[]> stages = new ArrayList<>(List.of(samples(map)));
            for (int i = 0; i < 12; i++) {
                painting.take(any(PaintTool.values(), random));
                painting.take(new Brush(random.nextDouble(0.01, 1), random.nextDouble(), random.nextDouble(),
                        any(Brush.Way.values(), random)));
                painting.repeat(new Symmetry(random.nextBoolean(), random.nextBoolean(), random.nextInt(1, 6)));
                stroke(painting, random.nextDouble(), random.nextDouble(), random.nextDouble(-0.5, 1.5),
                        random.nextDouble(-0.5, 1.5));
                stages.add(samples(map));
            }
            for (int i = stages.size() - 2; i >= 0; i--) {
                painting.undo();
                assertArrayEquals(stages.get(i), samples(map), "undone to " + i + ", seed " + seed);
            }
            assertFalse(painting.canUndo());
            for (int i = 1; i < stages.size(); i++) {
                painting.redo();
                assertArrayEquals(stages.get(i), samples(map), "painted again to " + i + ", seed " + seed);
            }
            assertFalse(painting.canRedo());
        }
    }

    private PaintedMap grey(FrameSize size, double value) {
        PaintedMap map = PaintedMap.open("painting-test-" + opened.size() + ".png", "folds", size);
        opened.add(map);
        char[] samples = new char[size.pixels()];
        Arrays.fill(samples, (char) Math.rint(value * PaintedMap.PAST));
        map.write(samples, 0, 0, size.width(), size.height());
        return map;
    }

    /** Now on the left, the past on the right. */
    private PaintedMap halves() {
        PaintedMap map = grey(SIZE, 0);
        char[] samples = samples(map);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i % 101 < 51 ? 0 : (char) PaintedMap.PAST;
        }
        map.write(samples, 0, 0, SIZE.width(), SIZE.height());
        return map;
    }

    private static Painting painting(PaintedMap map, PaintTool tool, Brush brush) {
        Painting painting = new Painting(map);
        painting.take(tool);
        painting.take(brush);
        return painting;
    }

    private static void stroke(Painting painting, double fromX, double fromY, double toX, double toY) {
        painting.begin(fromX, fromY);
        for (int i = 1; i <= 3; i++) {
            painting.move(fromX + (toX - fromX) * i / 3, fromY + (toY - fromY) * i / 3);
        }
        painting.end();
    }

    private static char[] samples(PaintedMap map) {
        char[] samples = new char[map.size().pixels()];
        map.read(samples);
        return samples;
    }

    private static <T> T any(T[] of, Random random) {
        return of[random.nextInt(of.length)];
    }

    private static int at(PaintedMap map, int column, int row) {
        return samples(map)[row * map.size().width() + column];
    }
}
