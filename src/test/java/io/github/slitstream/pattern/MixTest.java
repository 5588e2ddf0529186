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
        assertMessage("a: there is no picture 'nowhere.png'", () -> Filled.pattern("mix").check(missing));
        Values deeper = values.with("b.b.pattern", "video").with("b.b.video", "nowhere.mp4");
        assertMessage("b.b: video: ", () -> Filled.pattern("mix").check(deeper));
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
