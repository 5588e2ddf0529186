package io.github.slitstream.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.Corridor.Walls;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Patterns of distance, direction and grain against their definitions, written out on their own. */
class ShapesTest {
    private static final List<FrameSize> SIZES = List.of(new FrameSize(1, 1), new FrameSize(1, 9), new FrameSize(7, 1),
            new FrameSize(33, 21), new FrameSize(40, 64), new FrameSize(3840, 2160));
    private static final int ROWS_LOOKED_AT = 40;
    private static final double BY_TABLE = 2e-5;

    private interface Definition {
        double at(int column, int row, FrameSize size);
    }

    /** x and y are −1 … 1 along the longer side. */
    private interface OfPlace {
        double at(double x, double y);
    }

    @Test
    void spiralsWindByTheLogarithmOfDistance() {
        for (int arms : new int[]{0, 1, 5}) {
            Values values = Filled.defaults("spiral").with(Spiral.ARMS, arms).with(Spiral.TIGHTNESS, -2.25);
            agrees("spiral", values, square((x, y) -> {
                double octaves = Math.log(Math.max(1e-4, Math.hypot(x, y))) / Math.log(2);
                double turns = arms * Math.atan2(y, x) / (2 * Math.PI) + 2.25 * octaves;
                return (1 - Math.cos(2 * Math.PI * turns)) / 2;
            }), BY_TABLE);
        }
    }

    /** What is declared around the middle is seen around any other place, wider or higher. */
    @Test
    void middlesMove() {
        double stretch = Math.sqrt(2.5);
        Values moved = Filled.defaults("radial").with("centre-x", "0.2").with("centre-y", "0.9").with("aspect", "2.5");
        agrees("radial", moved, (column, row, size) -> {
            double x = (position(column, size.width()) + (size.width() == 1 ? 0 : 0.6)) / stretch;
            double y = (position(row, size.height()) - (size.height() == 1 ? 0 : 0.8)) * stretch;
            return Math.min(1, Math.hypot(x, y));
        }, 1e-9);
        Values spiral = Filled.defaults("spiral").with("centre-x", "0.2").with("centre-y", "0.9").with("aspect", "2.5");
        agrees("spiral", spiral, offCentre((x, y) -> {
            double octaves = Math.log(Math.max(1e-4, Math.hypot(x, y))) / Math.log(2);
            double turns = 2 * Math.atan2(y, x) / (2 * Math.PI) - 1.5 * octaves;
            return (1 - Math.cos(2 * Math.PI * turns)) / 2;
        }), BY_TABLE);
        Values angular = Filled.defaults("angular").with("centre-x", "0.2").with("centre-y", "0.9")
                .with("aspect", "2.5").with("twist", "0").with("angle", "0");
        agrees("angular", angular,
                offCentre((x, y) -> (1 - Math.cos(2 * Math.PI * 3 * Math.atan2(y, x) / (2 * Math.PI))) / 2), BY_TABLE);
        Values tunnel = Filled.defaults("tunnel").with("centre-x", "0.2").with("centre-y", "0.9")
                .with("aspect", "2.5").with("twist", "0").with("angle", "0").with("sides", "4").with("length", "4");
        agrees("tunnel", tunnel, offCentre((x, y) -> Math
                .clamp(-Math.log(Math.max(1e-30, Math.max(Math.abs(x), Math.abs(y)))) / Math.log(2) / 4, 0, 1)),
                BY_TABLE);
        Values corridor = Filled.defaults("corridor").with("walls", "four").with("centre-x", "0.2")
                .with("centre-y", "0.9").with("aspect", "2.5").with("slit", "0.2");
        agrees("corridor", corridor, (column, row, size) -> {
            double x = (position(column, size.width()) + (size.width() == 1 ? 0 : 0.6)) / stretch;
            double y = (position(row, size.height()) - (size.height() == 1 ? 0 : 0.8)) * stretch;
            double distance = Math.clamp(Math.max(Math.abs(x), Math.abs(y)), 0.2, 1);
            return Math.max(0, (1 / distance - 1) / 4);
        }, 1e-9);
    }

    private static Definition offCentre(OfPlace definition) {
        double stretch = Math.sqrt(2.5);
        return (column, row, size) -> {
            double half = Math.max(1, Math.max(size.width(), size.height()) - 1) / 2.0;
            return definition.at((column - 0.2 * (size.width() - 1)) / half / stretch,
                    (row - 0.9 * (size.height() - 1)) / half * stretch);
        };
    }

    @Test
    void tunnelsAreSmallerAndSmallerPolygons() {
        Values values = Filled.defaults("tunnel").with(Tunnel.SIDES, 5).with(Tunnel.ANGLE, 20.0)
                .with(Tunnel.LENGTH, 4.0).with(Tunnel.TWIST, 0.0);
        agrees("tunnel", values, square((x, y) -> {
            double outline = 0;
            for (int side = 0; side < 5; side++) {
                double direction = Math.toRadians(20 + side * 72.0);
                outline = Math.max(outline, x * Math.cos(direction) + y * Math.sin(direction));
            }
            return Math.clamp(-Math.log(Math.max(1e-30, outline)) / Math.log(2) / 4, 0, 1);
        }), BY_TABLE);
    }

    @Test
    void aTwistTurnsTheTunnelOnceEachOctave() {
        Values twisted = Filled.defaults("tunnel").with(Tunnel.SIDES, 3).with(Tunnel.TWIST, 0.1);
        Values straight = twisted.with(Tunnel.TWIST, 0.0).with(Tunnel.ANGLE, 90 + 36.0);
        FrameSize size = new FrameSize(257, 257);
        int half = 64; // half way from the middle to the right, where the twist has turned once
        int at = 128 * 257 + 128 + half;
        assertEquals(Filled.of("tunnel", size, straight)[at], Filled.of("tunnel", size, twisted)[at], BY_TABLE);
    }

    @Test
    void corridorsRunAwayInPerspective() {
        double slit = 0.2;
        Values values = Filled.defaults("corridor").with(Corridor.SLIT, slit).with(Corridor.ANGLE, 0.0);
        for (Walls walls : Walls.values()) {
            agrees("corridor", values.with("walls", walls.id()), (column, row, size) -> {
                double x = position(column, size.width());
                double y = position(row, size.height());
                double distance = switch (walls) {
                    case ONE -> (x + 1) / 2;
                    case TWO -> Math.abs(x);
                    case FOUR -> Math.max(Math.abs(x), Math.abs(y));
                };
                return (1 / Math.max(distance, slit) - 1) / (1 / slit - 1);
            }, 1e-9);
        }
    }

    @Test
    void checkersAreHardOrSoft() {
        Values values = Filled.defaults("checker").with(Checker.COUNT, 5);
        Definition hard = (column, row, size) -> {
            double square = Math.max(size.width(), size.height()) / 5.0;
            return ((int) ((column + 0.5) / square) + (int) ((row + 0.5) / square)) % 2 == 0 ? 1 : 0;
        };
        agrees("checker", values, hard, 0);
        agrees("checker", values.with(Checker.SOFTNESS, 0.6), (column, row, size) -> {
            double square = Math.max(size.width(), size.height()) / 5.0;
            double s = Math.sin(Math.PI * (column + 0.5) / square) * Math.sin(Math.PI * (row + 0.5) / square);
            return Math.clamp(0.5 + s / 1.2, 0, 1);
        }, BY_TABLE);
    }

    /** Bayer's matrix by its recursion: four times itself plus 0, 2, 3 and 1. */
    @Test
    void ditherIsBayersMatrix() {
        int[][] bayer = {{0}};
        while (bayer.length < 8) {
            int half = bayer.length;
            int[][] next = new int[2 * half][2 * half];
            for (int row = 0; row < 2 * half; row++) {
                for (int column = 0; column < 2 * half; column++) {
                    int quarter = row < half ? column < half ? 0 : 2 : column < half ? 3 : 1;
                    next[row][column] = 4 * bayer[row % half][column % half] + quarter;
                }
            }
            bayer = next;
        }
        int[][] matrix = bayer;
        Values values = Filled.defaults("dither").with(Dither.ANGLE, 0.0).with(Dither.COUNT, 4).with(Dither.CELL, 2);
        agrees("dither", values, (column, row, size) -> {
            double ramp = (position(column, size.width()) + 1) / 2;
            double threshold = (matrix[row / 2 % 8][column / 2 % 8] + 0.5) / 64;
            return Math.min(3, Math.floor(ramp * 3 + threshold)) / 3;
        }, 1e-12);
    }

    private static Definition square(OfPlace definition) {
        return (column, row, size) -> {
            double half = Math.max(1, Math.max(size.width(), size.height()) - 1) / 2.0;
            return definition.at((column - (size.width() - 1) / 2.0) / half,
                    (row - (size.height() - 1) / 2.0) / half);
        };
    }

    private static void agrees(String id, Values values, Definition definition, double within) {
        for (FrameSize size : SIZES) {
            Field field = Filled.pattern(id).field(size, values);
            double[] numbers = new double[size.width()];
            int step = Math.max(1, size.height() / ROWS_LOOKED_AT);
            IntStream.range(0, size.height()).filter(row -> row % step == 0).forEach(row -> {
                field.fillRow(row, numbers, 0);
                for (int column = 0; column < size.width(); column++) {
                    assertEquals(definition.at(column, row, size), numbers[column], within,
                            id + " at " + column + "," + row + " of " + size);
                }
            });
        }
    }

    private static double position(int index, int side) {
        return side == 1 ? 0 : 2.0 * index / (side - 1) - 1;
    }
}
