package io.github.slitstream.pattern;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.PlaneKernels;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Mixes against their parts, which are filled on their own. */
class MixTest {
    private static final FrameSize SIZE = new FrameSize(37, 21);
    private static final Map<String, DoubleBinaryOperator> WAYS = Map.of("blend", (a, b) -> a * 0.75 + b * 0.25, "add",
            (a, b) -> Math.min(1, a + b), "multiply", (a, b) -> a * b, "difference", (a, b) -> Math.abs(a - b), "max",
            Math::max, "min", Math::min);

    @Test
    void everyWayIsWhatItsNameSays() {
        double[] a = Filled.of("angular", SIZE, Filled.defaults("angular").with("arms", "5").with("angle", "33"));
        double[] b = Filled.of("waves", SIZE, Filled.defaults("waves").with("count", "3").with("angle", "12"));
        Values values = Filled.defaults("mix").with("a.pattern", "angular").with("a.arms", "5").with("a.angle", "33")
                .with("b.pattern", "waves").with("b.count", "3").with("b.angle", "12");
        WAYS.forEach((how, way) -> {
            Values mixed = values.with("how", how);
            mixed = how.equals("blend") ? mixed.with("amount", "0.25") : mixed;
            double[] numbers = Filled.of("mix", SIZE, mixed);
            for (int i = 0; i < numbers.length; i++) {
                assertEquals(way.applyAsDouble(a[i], b[i]), numbers[i], 1e-12, how);
            }
        });
    }

    @Test
    void aMaskSaysWhichOfBothIsSeen() {
        double[] a = Filled.of("radial", SIZE, Filled.defaults("radial"));
        double[] b = Filled.of("mirror", SIZE, Filled.defaults("mirror"));
        double[] mask = Filled.of("checker", SIZE, Filled.defaults("checker").with("count", "5"));
        double[] numbers = Filled.of("mix", SIZE, Filled.defaults("mix").with("a.pattern", "radial")
                .with("b.pattern", "mirror").with("how", "mask").with("mask.pattern", "checker")
                .with("mask.count", "5"));
        for (int i = 0; i < numbers.length; i++) {
            assertEquals(mask[i] == 0 ? a[i] : b[i], numbers[i], 1e-12);
        }
    }

    @Test
    void aMixMayHoldAMix() {
        double[] a = Filled.of("linear", SIZE, Filled.defaults("linear").with("angle", "20"));
        double[] b = Filled.of("radial", SIZE, Filled.defaults("radial"));
        double[] c = Filled.of("formula", SIZE, Filled.defaults("formula").with("formula", "abs(x*y)"));
        double[] numbers = Filled.of("mix", SIZE, Filled.defaults("mix").with("a.pattern", "linear")
                .with("a.angle", "20").with("how", "max").with("b.pattern", "mix").with("b.how", "multiply")
                .with("b.a.pattern", "radial").with("b.b.pattern", "formula").with("b.b.formula", "abs(x*y)"));
        for (int i = 0; i < numbers.length; i++) {
            assertEquals(Math.max(a[i], b[i] * c[i]), numbers[i], 1e-12);
        }
        Values blended = Filled.defaults("mix").with("b.pattern", "mix").with("b.how", "blend")
                .with("b.amount", "1").with("how", "blend").with("amount", "1").with("b.b.pattern", "noise");
        assertArrayEquals(Filled.of("noise", SIZE, Filled.defaults("noise")), Filled.of("mix", SIZE, blended), 1e-12);
    }

    /** The innermost of eight, each half of the one in it. */
    @Test
    void mixesNestAsDeepAsTheySay() {
        double[] innermost = Filled.of("spiral", SIZE, Filled.defaults("spiral").with("arms", "5"));
        Values values = Filled.defaults("mix");
        String path = "";
        for (int depth = 1; depth < Patterns.DEEPEST_MIX; depth++) {
            values = values.with(path + "how", "multiply").with(path + "a.pattern", "formula")
                    .with(path + "a.formula", "0.5").with(path + "b.pattern", "mix");
            path += "b.";
        }
        Values deepest = values.with(path + "how", "blend").with(path + "amount", "1")
                .with(path + "b.pattern", "spiral").with(path + "b.arms", "5");
        double[] numbers = Filled.of("mix", SIZE, deepest);
        for (int i = 0; i < numbers.length; i++) {
            assertEquals(innermost[i] / 128, numbers[i], 1e-12);
        }
        String beyond = path + "b.pattern";
        assertMessage("'mix' is not a value of b.b.b.b.b.b.b.b.pattern: at most 8 mixes lie within one another; it"
                + " takes one of linear",
                () -> deepest.with(beyond, "mix"));
    }

    /** What a mix held is kept while another pattern is chosen, however deep it lay. */
    @Test
    void whatLayInAMixIsKeptWithItsPath() {
        Values deep = Filled.defaults("mix").with("a.pattern", "mix").with("a.b.pattern", "mix")
                .with("a.b.a.pattern", "spiral").with("a.b.a.arms", "9");
        Values away = deep.with("a.pattern", "radial");
        assertEquals(List.of("a.b.a.arms", "a.b.a.pattern", "a.b.pattern"),
                away.kept().stream().map(Parameter::id).toList());
        assertEquals(deep, away.with("a.pattern", "mix"));
    }

    /** Where a place is read, in halves of the longer side from the middle. */
    private interface Place {
        double[] of(double x, double y);
    }

    private static double[] polar(double r, double radians) {
        return new double[]{r * Math.cos(radians), r * Math.sin(radians)};
    }

    private static final Map<String, Place> WARPS = Map.of("twist;warp-turns=0.4",
            (x, y) -> polar(Math.hypot(x, y), Math.atan2(y, x) - 2 * Math.PI * 0.4 * Math.hypot(x, y)),
            "zoom;warp-zoom=2.5", (x, y) -> new double[]{x / 2.5, y / 2.5}, "zoom;warp-zoom=0.4",
            (x, y) -> new double[]{x / 0.4, y / 0.4}, "ripple;warp-height=0.07;warp-rings=3",
            (x, y) -> polar(Math.hypot(x, y) + 0.07 * Math.sin(6 * Math.PI * Math.hypot(x, y)), Math.atan2(y, x)),
            "kaleidoscope;warp-segments=3", (x, y) -> polar(Math.hypot(x, y), inFirstWedge(Math.atan2(y, x), 3)));

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

    @Test
    void whatIsNotAllowedIsNamedByItsPath() {
        Values values = Filled.defaults("mix").with("a.pattern", "waves").with("b.pattern", "mix");
        assertMessage("a.count", () -> values.with("a.count", "0"));
        assertMessage("b.a.pattern", () -> values.with("b.a.pattern", "wave"));
        assertMessage("no parameter is called 'b.a.angel' (did you mean 'b.a.angle'?): 'slitstream effects' and",
                () -> values.with("b.a.angel", "0"));
        assertMessage("no parameter is called 'c.angle'", () -> values.with("c.angle", "0"));
        assertMessage("'a.b.angle' is of a.pattern=mix, not of a.pattern=waves, which takes a.angle",
                () -> Filled.defaults("mix").with(Map.of("a.pattern", "waves", "a.b.angle", "3")));
        assertMessage("b.b.formula: column 3", () -> values.with("b.b.pattern", "formula").with("b.b.formula", "x x"));
        assertMessage("a.warp-turns", () -> values.with("a.warp", "twist").with("a.warp-turns", "9"));
        assertMessage("b.a.soften", () -> values.with("b.a.soften", "-1"));
        assertMessage("b.b.steps", () -> values.with("b.b.steps", "0"));
        assertMessage("b.a.warp (did you mean 'twist'?)", () -> values.with("b.a.warp", "twst"));
        assertMessage("a.cuont", () -> values.with("a.cuont", "0"));
        Values missing = values.with("a.pattern", "picture").with("a.file", "nowhere.png");
        assertMessage("nowhere.png", () -> Filled.pattern("mix").check(missing));
    }

    /** A choice is read before what it brings, whatever comes first in a file. */
    @Test
    void choicesComeBeforeWhatTheyBring() {
        var order = Filled.defaults("mix").inOrder(List.of("b.a.angle", "b.a.pattern", "b.pattern", "how"));
        assertTrue(order.indexOf("b.pattern") < order.indexOf("b.a.pattern"), order.toString());
        assertTrue(order.indexOf("b.a.pattern") < order.indexOf("b.a.angle"), order.toString());
    }

    @Test
    void rowsOfAMixWithinAMixAllocateNothing() {
        Values values = Filled.defaults("mix").with("a.pattern", "motion").with("b.pattern", "mix")
                .with("b.how", "mask").with("b.mask.pattern", "formula").with("a.warp", "ripple")
                .with("b.a.soften", "5").with("b.b.warp", "kaleidoscope").with("b.mask.steps", "4");
        Field field = Filled.pattern("mix").field(SIZE, values);
        Frame picture = GreyFrame.of(SIZE, (x, y) -> x * y & 0xff);
        PlaneKernels kernels = new ScalarKernels().planes();
        double[] out = new double[SIZE.pixels()];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long leanest = Long.MAX_VALUE;
        long end = System.nanoTime() + 30_000_000_000L;
        while (leanest > 0 && System.nanoTime() < end) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20; i++) {
                field.update(picture, kernels);
                for (int row = 0; row < SIZE.height(); row++) {
                    field.fillRow(row, out, row * SIZE.width());
                }
            }
            leanest = Math.min(leanest, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, leanest);
    }

    private static void assertMessage(String part, Executable call) {
        BadValue refusal = assertThrows(BadValue.class, call);
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }
}
