package io.github.slitstream.effect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.slitstream.frame.FrameSize;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tiles and the kaleidoscope against their definitions in doubles, by angles where the code has none. */
@Tag("kernels")
class RemappingTest {
    private static final List<FrameSize> SIZES = List.of(new FrameSize(1, 1), new FrameSize(1, 7),
            new FrameSize(9, 1), new FrameSize(61, 35), new FrameSize(48, 64));

    /** Where a pixel reads. */
    private interface Point {
        double[] of(double column, double row, FrameSize size);
    }

    @Test
    void kaleidoscope() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            int mirrors = random.nextInt(1, 33);
            double angle = random.nextInt(-360, 361);
            double zoom = random.nextDouble(0.3, 3);
            double x = random.nextDouble();
            double y = random.nextDouble();
            check(random, "kaleidoscope", (column, row, size) -> {
                double middleX = x * (size.width() - 1);
                double middleY = y * (size.height() - 1);
                double distance = Math.hypot(column - middleX, row - middleY) / zoom;
                double sector = 2 * Math.PI / mirrors;
                double direction = Math.atan2(row - middleY, column - middleX);
                double folded = Math.abs(Math.IEEEremainder(direction, sector)) + Math.toRadians(angle);
                return new double[]{middleX + distance * Math.cos(folded), middleY + distance * Math.sin(folded)};
            }, "mirrors=" + mirrors, "angle=" + angle, "zoom=" + zoom, "x=" + x, "y=" + y);
        }
    }

    @Test
    void tiles() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            double across = random.nextDouble(0.25, 9);
            double down = random.nextDouble(0.25, 9);
            double angle = random.nextInt(-360, 361);
            check(random, "tiles", (column, row, size) -> {
                double x = column - (size.width() - 1) / 2.0;
                double y = row - (size.height() - 1) / 2.0;
                double distance = Math.hypot(x, y);
                double direction = Math.atan2(y, x) - Math.toRadians(angle);
                return new double[]{
                    tile(distance * Math.cos(direction) * across / size.width(), size.width()),
                    tile(distance * Math.sin(direction) * down / size.height(), size.height())};
            }, "across=" + across, "down=" + down, "angle=" + angle);
        }
    }

    /** A zigzag from the middle of a side: its slope changes at every half. */
    private static double tile(double tilesFromMiddle, int side) {
        double place = Math.abs(Math.IEEEremainder(tilesFromMiddle - 0.5, 2)) * side - 0.5;
        return Math.clamp(side - 1 - place, 0, side - 1.0);
    }

    @Test
    void oneTileIsThePicture() {
        FrameSize size = new FrameSize(21, 12);
        int[] picture = EffectRun.noise(size, new Random(1));
        try (EffectRun run = new EffectRun(Effects.byId("tiles"), size, "across=1", "down=1")) {
            assertArrayEquals(picture, run.next(picture));
        }
    }

    @Test
    void tilesThatAreNotMirroredRepeat() {
        FrameSize size = new FrameSize(30, 20);
        int[] picture = smooth(size, new Random(2));
        try (EffectRun run = new EffectRun(Effects.byId("tiles"), size, "across=3", "down=1", "mirrored=false")) {
            int[] made = run.next(picture);
            for (int i = 0; i < made.length; i++) {
                if (i % 30 < 20) {
                    assertEquals(made[i], made[i + 10], "pixel " + i);
                }
            }
        }
    }

    @Test
    void spinTurnsWithTime() {
        FrameSize size = new FrameSize(33, 33);
        int[] picture = smooth(size, new Random(3));
        try (EffectRun spun = new EffectRun(Effects.byId("kaleidoscope"), size, "spin=250");
                EffectRun turned = new EffectRun(Effects.byId("kaleidoscope"), size, "angle=20")) {
            int[] first = spun.next(picture);
            spun.next(picture);
            int[] third = spun.next(picture);
            assertArrayEquals(turned.next(picture), third, "two pictures of 40 ms later it has turned by 20°");
            assertFalse(Arrays.equals(first, third));
        }
    }

    private static void check(Random random, String id, Point point, String... settings) {
        for (FrameSize size : SIZES) {
            int[] picture = smooth(size, random);
            try (EffectRun run = new EffectRun(Effects.byId(id), size, settings)) {
                int[] made = run.next(picture);
                for (int i = 0; i < made.length; i++) {
                    int column = i % size.width();
                    int row = i / size.width();
                    double[] read = point.of(column, row, size);
                    for (int channel = 0; channel < 4; channel++) {
                        double expected = bilinear(picture, size, read, channel);
                        assertEquals(expected, EffectRun.level(made[i], channel), 0.6,
                                size + " " + column + "," + row + " " + String.join(",", settings));
                    }
                }
            }
        }
    }

    private static double bilinear(int[] picture, FrameSize size, double[] point, int channel) {
        double x = mirrored(point[0], size.width());
        double y = mirrored(point[1], size.height());
        int left = (int) x;
        int top = (int) y;
        double sum = 0;
        for (int corner = 0; corner < 4; corner++) {
            int column = Math.min(left + corner % 2, size.width() - 1);
            int row = Math.min(top + corner / 2, size.height() - 1);
            double across = corner % 2 == 0 ? 1 - (x - left) : x - left;
            double down = corner < 2 ? 1 - (y - top) : y - top;
            sum += across * down * EffectRun.level(picture[row * size.width() + column], channel);
        }
        return sum;
    }

    private static double mirrored(double coordinate, int side) {
        return side == 1 ? 0 : Math.abs(Math.IEEEremainder(coordinate, 2.0 * (side - 1)));
    }

    /** Levels that change by little from pixel to pixel, so that rounding of a point changes no level by much. */
    private static int[] smooth(FrameSize size, Random random) {
        double[] slopes = random.doubles(8, -2, 2).toArray();
        int[] picture = new int[size.pixels()];
        for (int i = 0; i < picture.length; i++) {
            int column = i % size.width();
            int row = i / size.width();
            for (int channel = 0; channel < 4; channel++) {
                double level = 127 + slopes[2 * channel] * (column - size.width() / 2.0)
                        + slopes[2 * channel + 1] * (row - size.height() / 2.0);
                picture[i] |= (int) Math.clamp(level, 0, 255) << (8 * channel);
            }
        }
        return picture;
    }
}
