package io.github.slitstream.pattern;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Values;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Patterns with a formula against the formula, written out on its own. */
class FormulasTest {
    private static final List<FrameSize> SIZES = List.of(new FrameSize(1, 1), new FrameSize(1, 5), new FrameSize(7, 1),
            new FrameSize(33, 21), new FrameSize(40, 64));
    /** What the tables of sines and angles may be off. */
    private static final double BY_TABLE = 2e-6;

    /** x and y are −1 … 1 from edge to edge. */
    private interface Formula {
        double at(double x, double y);
    }

    @Test
    void linearRunsDown() {
        agrees("linear", Filled.defaults("linear"), 1e-15, (x, y) -> (y + 1) / 2);
    }

    @Test
    void linearRunsRight() {
        agrees("linear", angle("linear", 0), 1e-15, (x, y) -> (x + 1) / 2);
    }

    @Test
    void linearRunsAskew() {
        double c = Math.sqrt(3) / 2;
        double s = 0.5;
        agrees("linear", angle("linear", 30), 1e-12, (x, y) -> ((x * c + y * s) / (c + s) + 1) / 2);
    }

    @Test
    void linearRunsBackwards() {
        agrees("linear", angle("linear", -90), 1e-15, (x, y) -> (1 - y) / 2);
        agrees("linear", angle("linear", 180), 1e-15, (x, y) -> (1 - x) / 2);
    }

    @Test
    void radialGrowsFromTheMiddle() {
        agrees("radial", Filled.defaults("radial"), 1e-15, (x, y) -> Math.min(1, Math.hypot(x, y)));
    }

    @Test
    void mirrorIsTheSameOnBothSides() {
        agrees("mirror", Filled.defaults("mirror"), 1e-15, (x, y) -> Math.abs(y));
        double s = Math.sqrt(0.5);
        agrees("mirror", angle("mirror", 45), 1e-12, (x, y) -> Math.abs(x * s + y * s) / (2 * s));
        double[] numbers = Filled.of("mirror", new FrameSize(31, 18), angle("mirror", 217));
        for (int i = 0; i < numbers.length; i++) {
            assertEquals(numbers[i], numbers[numbers.length - 1 - i], 1e-12);
        }
    }

    @Test
    void angularSweepsInArms() {
        Values sweep = angle("angular", 40).with(Angular.ARMS, 3).with(Angular.TWIST, 0.7);
        for (FrameSize size : SIZES) {
            double half = Math.max(1, Math.max(size.width(), size.height()) - 1) / 2.0;
            double[] numbers = Filled.of("angular", size, sweep);
            for (int row = 0; row < size.height(); row++) {
                for (int column = 0; column < size.width(); column++) {
                    double x = (column - (size.width() - 1) / 2.0) / half;
                    double y = (row - (size.height() - 1) / 2.0) / half;
                    double turns = Math.atan2(y, x) / (2 * Math.PI) - 40 / 360.0 - 0.7 * Math.hypot(x, y);
                    double expected = (1 - Math.cos(2 * Math.PI * 3 * turns)) / 2;
                    assertEquals(expected, numbers[row * size.width() + column], 3 * BY_TABLE,
                            size + " " + column + "," + row);
                }
            }
        }
    }

    @Test
    void wavesHaveTheirForms() {
        Values straight = Filled.defaults("waves").with(Waves.COUNT, 5).with(Waves.BEND, 0.0);
        agrees("waves", straight, BY_TABLE, (x, y) -> (1 - Math.cos(5 * Math.PI * (y + 1))) / 2);
        agrees("waves", straight.with(Waves.WAVEFORM, Waveform.TRIANGLE), 1e-9,
                (x, y) -> Math.abs(toWhole(5 * (y + 1) / 2)) * 2);
    }

    @Test
    void wavesWind() {
        Values winding = angle("waves", 0).with(Waves.COUNT, 2).with(Waves.BEND, 1.5);
        agrees("waves", winding, 4 * BY_TABLE,
                (x, y) -> (1 - Math.cos(2 * Math.PI * (x + 1 + 1.5 * Math.sin(Math.PI * (y + 1))))) / 2);
    }

    @Test
    void barsAreEvenSteps() {
        double[] column = Filled.of("bars", new FrameSize(1, 20), Filled.defaults("bars").with(Bars.COUNT, 4));
        double[] expected = new double[20];
        for (int row = 0; row < 20; row++) {
            int bar = row / 5;
            expected[row] = bar / 3.0;
        }
        assertArrayEquals(expected, column, 1e-15);
    }

    @Test
    void askewBarsAreStepsOfTheRamp() {
        int count = 6;
        Values values = angle("bars", 30).with(Bars.COUNT, count);
        FrameSize size = new FrameSize(50, 30);
        double[] ramp = Filled.of("linear", size, angle("linear", 30));
        double[] bars = Filled.of("bars", size, values);
        for (int i = 0; i < bars.length; i++) {
            double expected = Math.min(count - 1, Math.floor(ramp[i] * count)) / (count - 1);
            assertEquals(expected, bars[i], 1e-12);
        }
    }

    @Test
    void oneBarAndOneTileAreNow() {
        for (String id : List.of("bars", "tiles")) {
            Values one = Filled.defaults(id).with("count", "1");
            assertEquals(0, Arrays.stream(Filled.of(id, new FrameSize(9, 7), one)).max().orElseThrow(), id);
        }
    }

    @Test
    void tilesInReadingOrderGrowLineByLine() {
        Values values = Filled.defaults("tiles").with(Tiles.COUNT, 4).with(Tiles.ORDER,
                TileOrder.READING);
        double[] numbers = Filled.of("tiles", new FrameSize(16, 8), values);
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 16; column++) {
                int tile = row / 4 * 4 + column / 4;
                assertEquals(tile / 7.0, numbers[row * 16 + column], 1e-15);
            }
        }
    }

    @Test
    void spiralEndsInTheMiddle() {
        int[] ranks = new int[4 * 3];
        TileOrder.SPIRAL.rank(4, 3, 0, ranks);
        assertEquals(List.of(11, 10, 9, 8, 2, 1, 0, 7, 3, 4, 5, 6), Arrays.stream(ranks).boxed().toList());
    }

    @Test
    void everyOrderHoldsEveryRankOnce() {
        for (TileOrder order : TileOrder.values()) {
            for (int columns = 1; columns < 8; columns++) {
                for (int rows = 1; rows < 8; rows++) {
                    int[] ranks = new int[columns * rows];
                    order.rank(columns, rows, 3, ranks);
                    Arrays.sort(ranks);
                    for (int i = 0; i < columns * rows; i++) {
                        assertEquals(i, ranks[i], order + " " + columns + "×" + rows);
                    }
                }
            }
        }
    }

    /** The distance to the nearest whole number. */
    private static double toWhole(double waves) {
        return Math.IEEEremainder(waves, 1);
    }

    private static Values angle(String id, double degrees) {
        return Filled.defaults(id).with("angle", Double.toString(degrees));
    }

    private static void agrees(String id, Values values, double tolerance, Formula formula) {
        for (FrameSize size : SIZES) {
            double[] numbers = Filled.of(id, size, values);
            for (int row = 0; row < size.height(); row++) {
                for (int column = 0; column < size.width(); column++) {
                    double x = size.width() == 1 ? 0 : 2.0 * column / (size.width() - 1) - 1;
                    double y = size.height() == 1 ? 0 : 2.0 * row / (size.height() - 1) - 1;
                    assertEquals(formula.at(x, y), numbers[row * size.width() + column], tolerance,
                            id + " " + size + " at " + column + "," + row);
                }
            }
        }
    }
}
