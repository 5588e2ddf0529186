package io.github.slitstream.pattern;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.Values;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parts of a mix that are read elsewhere, softened or quantised, against what they should be. */
class PartShapeTest {
    private static final FrameSize SIZE = new FrameSize(37, 21);

    private static final Map<String, Place> WARPS = Map.of("twist;warp-turns=0.4",
            (x, y) -> polar(Math.hypot(x, y), Math.atan2(y, x) - 2 * Math.PI * 0.4 * Math.hypot(x, y)),
            "zoom;warp-zoom=2.5", (x, y) -> new double[]{x / 2.5, y / 2.5}, "zoom;warp-zoom=0.4",
            (x, y) -> new double[]{x / 0.4, y / 0.4}, "ripple;warp-height=0.07;warp-rings=3",
            (x, y) -> polar(Math.hypot(x, y) + 0.07 * Math.sin(6 * Math.PI * Math.hypot(x, y)), Math.atan2(y, x)),
            "kaleidoscope;warp-segments=3", (x, y) -> polar(Math.hypot(x, y), inFirstWedge(Math.atan2(y, x), 3)));

    /** Where a place is read, in halves of the longer side from the middle. */
    private interface Place {
        double[] of(double x, double y);
    }

    @Test
    void aWarpedPartIsItsPatternReadElsewhere() {
        FrameSize size = new FrameSize(161, 121);
        double reach = 120 / 160.0;
        String formula = "0.5+0.2*x-0.15*y+0.1*x*y";
        WARPS.forEach((settings, place) -> {
            Values values = onlyA("formula").with("a.formula", formula);
            String[] parts = settings.split(";", -1);
            values = values.with("a.warp", parts[0]);
            for (int i = 1; i < parts.length; i++) {
                values = values.with("a." + parts[i].split("=", -1)[0], parts[i].split("=", -1)[1]);
            }
            double[] numbers = Filled.of("mix", size, values);
            for (int row = 0; row < 121; row++) {
                for (int column = 0; column < 161; column++) {
                    double[] read = place.of(column / 80.0 - 1, (row / 60.0 - 1) * reach);
                    double x = mirrored(read[0], 1);
                    double y = mirrored(read[1], reach) / reach;
                    assertEquals(0.5 + 0.2 * x - 0.15 * y + 0.1 * x * y, numbers[row * 161 + column], 2e-3,
                            settings + " at " + column + ", " + row);
                }
            }
        });
    }

    private static double[] polar(double r, double radians) {
        return new double[]{r * Math.cos(radians), r * Math.sin(radians)};
    }

    private static double inFirstWedge(double radians, int segments) {
        double pair = 2 * Math.PI / segments;
        double within = ((radians % pair) + pair) % pair;
        return Math.min(within, pair - within);
    }

    /** Within the picture, mirrored at its edges as often as it takes; the shorter side reaches less than 1. */
    private static double mirrored(double place, double reach) {
        double inside = place;
        while (Math.abs(inside) > reach) {
            inside = Math.signum(inside) * 2 * reach - inside;
        }
        return inside;
    }

    @Test
    void aTiledPartIsRepeatedSideBySide() {
        FrameSize size = new FrameSize(41, 21);
        Values plain = onlyA("formula").with("a.formula", "0.5+0.2*x-0.15*y");
        double[] numbers = Filled.of("mix", size, plain.with("a.warp", "tile").with("a.warp-tiles", "4"));
        for (int row = 0; row < 20; row++) {
            for (int column = 0; column < 40; column++) {
                double x = 2 * (column % 10 / 10.0) - 1;
                double y = 2 * (row % 5 / 5.0) - 1;
                assertEquals(0.5 + 0.2 * x - 0.15 * y, numbers[row * 41 + column], 1e-5, column + ", " + row);
            }
        }
        assertEquals(0.5 + 0.2 - 0.15, numbers[numbers.length - 1], 1e-5, "the last corner belongs to the last tile");
    }

    /** Three means over squares of blocks of four by four pixels, each summed as it is defined. */
    @Test
    void aSoftenedPartIsBlurredInBlocks() {
        FrameSize size = new FrameSize(64, 48);
        double[] sharp = Filled.of("checker", size, Filled.defaults("checker").with("count", "3"));
        double[][] blocks = new double[12][16];
        for (int i = 0; i < sharp.length; i++) {
            blocks[i / 64 / 4][i % 64 / 4] += sharp[i] / 16;
        }
        int radius = 2; // of 12.5 % of 64 pixels, in blocks
        for (int pass = 0; pass < 3; pass++) {
            blocks = mean(blocks, radius);
        }
        double[] numbers = Filled.of("mix", size,
                onlyA("checker").with("a.count", "3").with("a.soften", "12.5"));
        for (int row = 0; row < 48; row++) {
            for (int column = 0; column < 64; column++) {
                assertEquals(between(blocks, (row + 0.5) / 4 - 0.5, (column + 0.5) / 4 - 0.5),
                        numbers[row * 64 + column], 1e-5, column + ", " + row);
            }
        }
    }

    private static double[][] mean(double[][] blocks, int radius) {
        double[][] means = new double[12][16];
        for (int i = 0; i < 12; i++) {
            for (int k = 0; k < 16; k++) {
                for (int down = -radius; down <= radius; down++) {
                    for (int across = -radius; across <= radius; across++) {
                        means[i][k] += blocks[Math.clamp(i + down, 0, 11)][Math.clamp(k + across, 0, 15)]
                                / ((2 * radius + 1) * (2 * radius + 1));
                    }
                }
            }
        }
        return means;
    }

    private static double between(double[][] blocks, double down, double across) {
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            for (int k = 0; k < 16; k++) {
                double near = Math.max(0, 1 - Math.abs(i - Math.clamp(down, 0, 11)))
                        * Math.max(0, 1 - Math.abs(k - Math.clamp(across, 0, 15)));
                sum += near * blocks[i][k];
            }
        }
        return sum;
    }

    @Test
    void aQuantisedPartHasSoManySteps() {
        double[] smooth = Filled.of("linear", SIZE, Filled.defaults("linear"));
        double[] numbers = Filled.of("mix", SIZE, onlyA("linear").with("a.steps", "5"));
        for (int i = 0; i < numbers.length; i++) {
            double expected = smooth[i] < 0.2
                    ? 0
                    : smooth[i] < 0.4
                            ? 0.25
                            : smooth[i] < 0.6
                                    ? 0.5
                                    : smooth[i] < 0.8 ? 0.75 : 1;
            assertEquals(expected, numbers[i], 1e-12, "of " + smooth[i]);
        }
    }

    /** Both in one: what is warped is softened, and then quantised, also within a nested mix and under a mask. */
    @Test
    void shapesWorkAtEveryDepth() {
        Values plain = onlyA("checker").with("a.warp", "twist").with("a.soften", "8").with("a.steps", "3");
        double[] expected = Filled.of("mix", SIZE, plain);
        double[] nested = Filled.of("mix", SIZE, Filled.defaults("mix").with("amount", "1").with("b.pattern", "mix")
                .with("b.amount", "0").with("b.a.pattern", "checker").with("b.a.warp", "twist")
                .with("b.a.soften", "8").with("b.a.steps", "3"));
        assertArrayEquals(expected, nested, 1e-12);
        double[] mask = Filled.of("mix", SIZE, Filled.defaults("mix").with("how", "mask")
                .with("mask.pattern", "checker").with("mask.warp", "twist").with("mask.soften", "8")
                .with("mask.steps", "3").with("a.pattern", "formula").with("a.formula", "0")
                .with("b.pattern", "formula").with("b.formula", "1"));
        assertArrayEquals(expected, mask, 1e-12);
    }

    /** A part that follows the picture is read anew for each. */
    @Test
    void aMovingPartMovesWarpedToo() {
        Values values = onlyA("luma").with("a.blur", "0").with("a.warp", "zoom").with("a.warp-zoom", "1");
        assertArrayEquals(Filled.of("luma", SIZE, Filled.defaults("luma").with("blur", "0")),
                Filled.of("mix", SIZE, values), 1e-9);
    }

    private static Values onlyA(String pattern) {
        return Filled.defaults("mix").with("a.pattern", pattern).with("how", "blend").with("amount", "0");
    }
}
