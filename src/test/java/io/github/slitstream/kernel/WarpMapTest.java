package io.github.slitstream.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.kernel.WarpMap.Sampling;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Warps against plain double loops that are written here, one pixel at a time. */
@Tag("kernels")
class WarpMapTest {
    private static final int FILL = 0x7f102030;

    private final Kernels kernels = Kernels.get();

    /** A canvas of noise, a matrix and the size of the output, by chance. */
    private static final class Scene {
        private final double[][] h;
        private final int[][] canvas;
        private final int width;
        private final int height;

        Scene(double[][] h, int[][] canvas, int width, int height) {
            this.h = h;
            this.canvas = canvas;
            this.width = width;
            this.height = height;
        }

        static Scene random(int seed) {
            Random random = new Random(seed);
            int canvasWidth = seed % 5 == 0 ? 1 + seed / 5 % 3 : random.nextInt(1, 90);
            int canvasHeight = seed % 7 == 0 ? 1 : random.nextInt(1, 70);
            int width = seed % 11 == 0 ? 1 : random.nextInt(1, 120);
            int height = seed % 13 == 0 ? 1 : random.nextInt(1, 60);
            int[][] canvas = new int[canvasHeight][canvasWidth];
            for (int[] row : canvas) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = random.nextInt();
                }
            }
            return new Scene(matrix(random, seed % 6, canvasWidth, canvasHeight, width, height), canvas, width,
                    height);
        }

        private static double[][] matrix(Random random, int kind, int canvasWidth, int canvasHeight, int width,
                int height) {
            double[][] h = new double[3][3];
            for (double[] row : h) {
                for (int j = 0; j < 3; j++) {
                    row[j] = random.nextDouble(kind == 0 ? 0 : -1, 1);
                }
            }
            switch (kind) {
                case 1 -> { // fits, turned a little
                    h[0] = new double[]{(double) canvasWidth / width, 0.1 * h[0][1], 3 * h[0][2]};
                    h[1] = new double[]{0.1 * h[1][0], (double) canvasHeight / height, 3 * h[1][2]};
                    h[2] = new double[]{1e-3 * h[2][0], 1e-3 * h[2][1], 1};
                }
                case 2 -> h[2] = new double[]{1, 0, -random.nextInt(width)}; // one column at infinity
                case 3 -> h[2] = new double[]{1, 1, -random.nextInt(width + height)}; // a diagonal at infinity
                case 4 -> h[2] = new double[]{0, 0, random.nextBoolean() ? 0 : 1e-320}; // all at infinity, or nearly
                case 5 -> h[2] = new double[]{1e308, 1e308, 1e308}; // a third coordinate that overflows
                default -> { // any numbers
                }
            }
            return h;
        }

        double w(int x, int y) {
            return h[2][0] * x + h[2][1] * y + h[2][2];
        }

        double u(int x, int y) {
            return (h[0][0] * x + h[0][1] * y + h[0][2]) / w(x, y);
        }

        double v(int x, int y) {
            return (h[1][0] * x + h[1][1] * y + h[1][2]) / w(x, y);
        }

        boolean isOutside(int x, int y) {
            boolean noPoint = w(x, y) == 0 || Double.isInfinite(w(x, y)) || Double.isNaN(u(x, y))
                    || Double.isNaN(v(x, y));
            int column = (int) u(x, y);
            int row = (int) v(x, y);
            return noPoint || column < 0 || column > canvas[0].length - 1 || row < 0 || row > canvas.length - 1;
        }

        int pixel(int column, int row) {
            return canvas[Math.max(Math.min(row, canvas.length - 1), 0)][Math
                    .max(Math.min(column, canvas[0].length - 1), 0)];
        }

        Homography matrix() {
            return Homography.of(h[0][0], h[0][1], h[0][2], h[1][0], h[1][1], h[1][2], h[2][0], h[2][1], h[2][2]);
        }
    }

    @Test
    void nearestEqualsThePlainLoopAndSoDoesTheCountOutside() {
        for (int seed = 0; seed < 120; seed++) {
            Scene scene = Scene.random(seed);
            for (Border border : new Border[]{Border.CLAMP, Border.FILL}) {
                int outside = 0;
                int[][] made = new int[scene.height][scene.width];
                assertEquals(count(scene), warp(scene, border, Sampling.NEAREST, made), "seed " + seed);
                for (int y = 0; y < scene.height; y++) {
                    for (int x = 0; x < scene.width; x++) {
                        boolean filled = border == Border.FILL && scene.isOutside(x, y);
                        int expected = filled ? FILL : scene.pixel((int) scene.u(x, y), (int) scene.v(x, y));
                        outside += filled ? 1 : 0;
                        assertEquals(expected, made[y][x], "seed " + seed + " " + border + " at " + x + "," + y);
                    }
                }
                assertTrue(border == Border.CLAMP || outside == count(scene));
            }
        }
    }

    @Test
    void linearIsRoundedToTheNearestLevel() {
        for (int seed = 0; seed < 120; seed++) {
            Scene scene = Scene.random(seed);
            int[][] made = new int[scene.height][scene.width];
            assertEquals(count(scene), warp(scene, Border.CLAMP, Sampling.LINEAR, made), "seed " + seed);
            for (int y = 0; y < scene.height; y++) {
                for (int x = 0; x < scene.width; x++) {
                    for (int channel = 0; channel < 4; channel++) {
                        double exact = bilinear(scene, clamped(scene.u(x, y), scene.canvas[0].length),
                                clamped(scene.v(x, y), scene.canvas.length), channel);
                        assertTrue(Math.abs((made[y][x] >>> (8 * channel) & 0xff) - exact) <= 0.52,
                                "seed " + seed + " at " + x + "," + y + ": " + exact);
                    }
                }
            }
        }
    }

    @Test
    void cubicGivesBackPixelsAndStaysNearKeysFormulaBetweenThem() {
        for (int seed = 0; seed < 120; seed++) {
            Scene scene = Scene.random(seed);
            int[][] made = new int[scene.height][scene.width];
            warp(scene, Border.CLAMP, Sampling.CUBIC, made);
            for (int y = 0; y < scene.height; y++) {
                for (int x = 0; x < scene.width; x++) {
                    for (int channel = 0; channel < 4; channel++) {
                        double exact = bicubic(scene, clamped(scene.u(x, y), scene.canvas[0].length),
                                clamped(scene.v(x, y), scene.canvas.length), channel);
                        assertEquals(exact, made[y][x] >>> (8 * channel) & 0xff, 1,
                                "seed " + seed + " at " + x + "," + y);
                    }
                }
            }
        }
    }

    @Test
    void mirrorRepeatsAllButTheEdge() {
        int[][] row = {{10, 20, 30}};
        Scene scene = new Scene(new double[][]{{1, 0, -5}, {0, 1, 0}, {0, 0, 1}}, row, 12, 1);
        for (Sampling sampling : Sampling.values()) {
            int[][] made = new int[1][12];
            warp(scene, Border.MIRROR, sampling, made);
            int[] expected = {20, 10, 20, 30, 20, 10, 20, 30, 20, 10, 20, 30};
            for (int x = 0; x < 12; x++) {
                assertEquals(expected[x], made[0][x], sampling + " at " + x);
            }
        }
    }

    @Test
    void anotherProjectionReplacesWhatWasFilled() {
        WarpMap map = new WarpMap(3, 1);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment canvas = arena.allocateFrom(ValueLayout.JAVA_INT, 1, 2, 3);
            MemorySegment out = arena.allocate(12, 4);
            for (int shift = 0; shift < 3; shift++) {
                map.describe(new Projection(Homography.of(1, 0, shift, 0, 1, 0, 0, 0, 1), 3, 1, Border.CLAMP),
                        Sampling.NEAREST);
                map.fillRow(0, kernels);
                map.gatherRow(0, kernels, canvas, 0, 0, out, 0);
                assertEquals(1 + shift, out.get(ValueLayout.JAVA_INT, 0));
                assertEquals(shift, map.outside());
            }
        }
    }

    private long warp(Scene scene, Border border, Sampling sampling, int[][] made) {
        int canvasWidth = scene.canvas[0].length;
        int canvasHeight = scene.canvas.length;
        WarpMap map = new WarpMap(scene.width, scene.height);
        map.describe(new Projection(scene.matrix(), canvasWidth, canvasHeight, border), sampling);
        try (Arena arena = Arena.ofConfined()) {
            long inOffset = 12;
            MemorySegment in = arena.allocate(inOffset + 4L * canvasWidth * canvasHeight, 4);
            MemorySegment out = arena.allocate(4L * scene.width * scene.height, 4);
            for (int y = 0; y < canvasHeight; y++) {
                for (int x = 0; x < canvasWidth; x++) {
                    in.set(ValueLayout.JAVA_INT, inOffset + 4L * (y * canvasWidth + x), scene.canvas[y][x]);
                }
            }
            for (int y = 0; y < scene.height; y++) {
                map.fillRow(y, kernels);
                map.gatherRow(y, kernels, in, inOffset, FILL, out, 4L * y * scene.width);
                for (int x = 0; x < scene.width; x++) {
                    made[y][x] = out.get(ValueLayout.JAVA_INT, 4L * (y * scene.width + x));
                }
            }
        }
        return map.outside();
    }

    private static long count(Scene scene) {
        long count = 0;
        for (int y = 0; y < scene.height; y++) {
            for (int x = 0; x < scene.width; x++) {
                count += scene.isOutside(x, y) ? 1 : 0;
            }
        }
        return count;
    }

    private static double clamped(double coordinate, int side) {
        return Double.isNaN(coordinate) ? 0 : Math.max(0, Math.min(side - 1, coordinate));
    }

    private static double bilinear(Scene scene, double u, double v, int channel) {
        int left = (int) u;
        int top = (int) v;
        double across = u - left;
        double down = v - top;
        return channel(scene, left, top, channel) * (1 - across) * (1 - down)
                + channel(scene, left + 1, top, channel) * across * (1 - down)
                + channel(scene, left, top + 1, channel) * (1 - across) * down
                + channel(scene, left + 1, top + 1, channel) * across * down;
    }

    private static double bicubic(Scene scene, double u, double v, int channel) {
        double sum = 0;
        for (int row = (int) v - 1; row <= (int) v + 2; row++) {
            for (int column = (int) u - 1; column <= (int) u + 2; column++) {
                sum += keys(u - column) * keys(v - row) * channel(scene, column, row, channel);
            }
        }
        return Math.clamp(sum, 0, 255);
    }

    /** Keys' kernel with a = −1/2. */
    private static double keys(double distance) {
        double d = Math.abs(distance);
        if (d <= 1) {
            return 1.5 * d * d * d - 2.5 * d * d + 1;
        }
        return d < 2 ? -0.5 * d * d * d + 2.5 * d * d - 4 * d + 2 : 0;
    }

    private static int channel(Scene scene, int column, int row, int channel) {
        return scene.pixel(column, row) >>> (8 * channel) & 0xff;
    }
}
