package io.github.slitstream.pattern;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Syntax.Completion;
import io.github.slitstream.param.Syntax.Flaw;
import io.github.slitstream.param.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas against Java's own double arithmetic. */
class FormulaTest {
    private static final List<FrameSize> SIZES = List.of(new FrameSize(1, 1), new FrameSize(1, 7), new FrameSize(5, 1),
            new FrameSize(37, 21), new FrameSize(1030, 3));
    private static final double BY_TABLE = 1e-6;

    private interface Reference {
        double at(double x, double y, double t);
    }

    @Test
    void everyOperationIsWhatJavaSays() {
        agrees("x*0.5 + 0.5", (x, y, t) -> x * 0.5 + 0.5);
        agrees("0.5+0.5*sin(8*r-2*t)", (x, y, t) -> 0.5 + 0.5 * Math.sin(8 * Math.hypot(x, y) - 2 * t));
        agrees("0.5+0.5*cos(40*x*y+t)", (x, y, t) -> 0.5 + 0.5 * Math.cos(40 * x * y + t));
        agrees("0.5+0.1*tan(x)", (x, y, t) -> 0.5 + 0.1 * Math.tan(x));
        agrees("0.5+theta/(2*pi)", (x, y, t) -> 0.5 + Math.atan2(y, x) / (2 * Math.PI));
        agrees("0.5+atan2(x, 0.3)/4", (x, y, t) -> 0.5 + Math.atan2(x, 0.3) / 4);
        agrees("exp(3*x-3)", (x, y, t) -> Math.exp(3 * x - 3));
        agrees("0.5+0.1*log(1.01+x)", (x, y, t) -> 0.5 + 0.1 * Math.log(1.01 + x));
        agrees("abs(x)^1.7", (x, y, t) -> Math.pow(Math.abs(x), 1.7));
        agrees("0.5 + x^3/2", (x, y, t) -> 0.5 + x * x * x / 2);
        agrees("pow(2, x-1)", (x, y, t) -> Math.pow(2, x - 1));
        agrees("sqrt(abs(y))", (x, y, t) -> Math.sqrt(Math.abs(y)));
        agrees("smoothstep(-0.5, 0.75, x)", (x, y, t) -> {
            double s = Math.clamp((x + 0.5) / 1.25, 0, 1);
            return s * s * (3 - 2 * s);
        });
        agrees("mix(0.2, 0.9, abs(y))", (x, y, t) -> 0.2 + 0.7 * Math.abs(y));
        agrees("clamp(x, 0.25, 0.5)", (x, y, t) -> Math.clamp(x, 0.25, 0.5));
        agrees("min(abs(x), abs(y), 0.7)", (x, y, t) -> Math.min(0.7, Math.min(Math.abs(x), Math.abs(y))));
        agrees("max(0.1, abs(x), abs(y))", (x, y, t) -> Math.max(0.1, Math.max(Math.abs(x), Math.abs(y))));
        agrees("0.5*sign(x+0.013) + 0.5", (x, y, t) -> x + 0.013 > 0 ? 1 : 0);
    }

    /** Additions and multiplications that are done together, in every order and as often as they are read. */
    @Test
    void whatIsAddedAndMultipliedIsDoneInOrder() {
        agrees("0.5 + (x*y + 0.25)*0.5", (x, y, t) -> 0.5 + (x * y + 0.25) * 0.5);
        agrees("0.7 - (x*y - y)*t", (x, y, t) -> 0.7 - (x * y - y) * t);
        agrees("-(0.3 - x*y)*0.5 + 0.6", (x, y, t) -> (x * y - 0.3) * 0.5 + 0.6);
        agrees("1 - (2 - (0.5 + x*y*0.25)*2)*0.5", (x, y, t) -> 1 - (2 - (0.5 + x * y * 0.25) * 2) * 0.5);
        agrees("-(-(x*y) - 0.2) + 0.3 + y*0.1 + t", (x, y, t) -> x * y + 0.5 + y * 0.1 + t);
        agrees("(x*y*0.5 + 0.2)*(x*y*0.5 + 0.2) + 0.1*(x*y*0.5 + 0.2)",
                (x, y, t) -> (x * y / 2 + 0.2) * (x * y / 2 + 0.2) + 0.1 * (x * y / 2 + 0.2));
        agrees("0.5 + 0.5*sin(-(x*y + 0.3)*5 - t)", (x, y, t) -> 0.5 + 0.5 * Math.sin(-(x * y + 0.3) * 5 - t));
        agrees("0.5 + 0.5*cos(1 - x*y*7)*sin(x*y*7 + 1)",
                (x, y, t) -> 0.5 + 0.5 * Math.cos(1 - x * y * 7) * Math.sin(x * y * 7 + 1));
        agrees("sqrt((x*x + y*y + t)*0.25)", (x, y, t) -> Math.sqrt((x * x + y * y + t) * 0.25));
        agrees("0.5 + 0.25*(sin(x*3) + sin(x*3 + y))",
                (x, y, t) -> 0.5 + 0.25 * (Math.sin(3 * x) + Math.sin(3 * x + y)));
        agrees("y + x*0", (x, y, t) -> y);
        agrees("abs(x*3 - 1)*0.25", (x, y, t) -> Math.abs(x * 3 - 1) * 0.25);
    }

    /** What is the same in all rows is worked out once for each picture, and not kept for the next. */
    @Test
    void whatIsTheSameInAllRowsFollowsTime() {
        FrameSize size = new FrameSize(1030, 3);
        Field field = Filled.pattern("formula").field(size, formula("0.5 + 0.4*sin(3*x + 2*t) + 0.01*n"));
        Frame picture = GreyFrame.of(size, (x, y) -> 0);
        for (int i = 0; i < 5; i++) {
            field.update(GreyFrame.at(picture, i * 250_000_000L), new ScalarKernels().planes());
            double[] numbers = filled(field, size);
            for (int at = 0; at < numbers.length; at++) {
                double x = position(at % 1030, 1030);
                assertEquals(0.5 + 0.4 * Math.sin(3 * x + 0.5 * i) + 0.01 * i, numbers[at], BY_TABLE);
            }
        }
    }

    @Test
    void stepsAndComparisonsAreExact() {
        agreesAt("i/h", (row, column, size) -> (double) row / size.height());
        agreesAt("j/w", (row, column, size) -> (double) column / size.width());
        agreesAt("i % 3 == 1", (row, column, size) -> row % 3 == 1 ? 1 : 0);
        agreesAt("(0-j) % 3 / 3", (row, column, size) -> Math.floorMod(-column, 3) / 3.0);
        agreesAt("if(j > 2, 0.25, 0.75)", (row, column, size) -> column > 2 ? 0.25 : 0.75);
        agreesAt("j >= 2", (row, column, size) -> column >= 2 ? 1 : 0);
        agreesAt("j < 2", (row, column, size) -> column < 2 ? 1 : 0);
        agreesAt("j <= 2", (row, column, size) -> column <= 2 ? 1 : 0);
        agreesAt("j != 2", (row, column, size) -> column != 2 ? 1 : 0);
        agreesAt("step(2, j)", (row, column, size) -> column < 2 ? 0 : 1);
        agreesAt("fract(j/4) + floor(j/1000)/8",
                (row, column, size) -> column % 4 / 4.0 + Math.floorDiv(column, 1000) / 8.0);
        agreesAt("-2^2 + 4.5", (row, column, size) -> 0.5);
        agreesAt("2^-1^2", (row, column, size) -> 0.5);
        agreesAt("2^3^0/4", (row, column, size) -> 0.5);
        agreesAt("1 - 0.25 - 0.25", (row, column, size) -> 0.5);
        agreesAt("n/8", (row, column, size) -> 2 / 8.0);
    }

    @Test
    void whatIsNoNumberIsNowAndTheRestIsClamped() {
        agreesAt("0/0", (row, column, size) -> 0);
        agreesAt("sqrt(0-1-j)", (row, column, size) -> 0);
        agreesAt("log(0-j)", (row, column, size) -> 0);
        agreesAt("1/0", (row, column, size) -> 1);
        agreesAt("j - 2", (row, column, size) -> Math.clamp(column - 2.0, 0, 1));
        agreesAt("exp(1000) + exp(0-1000)", (row, column, size) -> 1);
    }

    /** Of the same seed both give the same; of seeds that differ, other numbers. */
    @Test
    void noiseIsSmoothAndRandomIsNot() {
        FrameSize size = new FrameSize(200, 100);
        double[] noise = numbers("noise(3*x, 3*y, 5)", size);
        double[] other = numbers("noise(3*x, 3*y, 6)", size);
        double[] random = numbers("random(i*w + j)", size);
        double apart = 0;
        for (int i = 1; i < noise.length; i++) {
            if (i % 200 != 0) {
                assertTrue(Math.abs(noise[i] - noise[i - 1]) < 0.12, "a jump at " + i);
            }
            apart += Math.abs(noise[i] - other[i]) / noise.length;
        }
        assertTrue(apart > 0.1, "seeds give the same: " + apart);
        double mean = Arrays.stream(random).average().orElseThrow();
        assertEquals(0.5, mean, 0.01);
        assertEquals(random.length, Arrays.stream(random).distinct().count());
    }

    @Test
    void lumaAndMotionFollowThePicture() {
        FrameSize size = new FrameSize(16, 9);
        Field field = Filled.pattern("formula").field(size, formula("luma"));
        Field moving = Filled.pattern("formula").field(size, formula("motion*2"));
        Frame dark = GreyFrame.of(size, (x, y) -> 40);
        Frame bright = GreyFrame.of(size, (x, y) -> x < 8 ? 40 : 140);
        for (Frame picture : List.of(GreyFrame.at(dark, 0), GreyFrame.at(bright, 40_000_000))) {
            assertTrue(field.update(picture, new ScalarKernels().planes()));
            assertTrue(moving.update(picture, new ScalarKernels().planes()));
            filled(field, size);
            filled(moving, size);
        }
        double[] luma = filled(field, size);
        double[] motion = filled(moving, size);
        assertEquals(40 / 255.0, luma[3], 1e-6);
        assertEquals(140 / 255.0, luma[12], 1e-6);
        assertEquals(0, motion[3]);
        assertEquals(200 / 255.0, motion[12], 1e-6);
        assertArrayEquals(motion, filled(moving, size), "asked again");
    }

    /** What stays is kept, and gives the same bits as if it were not. */
    @Test
    void keptPartsChangeNothing() {
        FrameSize size = new FrameSize(67, 9);
        String still = "noise(3*x, 3*y, 2)*sin(5*theta)";
        double[] numbers = numbers("0.5 + 0.3*(" + still + ") + 0*t", size);
        assertArrayEquals(numbers("0.5 + 0.3*(" + still + ")", size), numbers);
        Field field = Filled.pattern("formula").field(size, formula(still));
        assertFalse(field.update(GreyFrame.of(size, (x, y) -> 0), new ScalarKernels().planes()), "moves");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "8*r - sine(t)|7|no variable or function is called 'sine' (did you mean 'sin'?)",
        "8*|3|the formula ends where a number, a variable, a function, '-' or '(' is expected",
        "8r|2|'r' stands where an operator",
        "(x + 1|7|or ')' for the '(' in column 1 is expected",
        "sin x|5|'x' stands where the '(' of sin is expected",
        "clamp(x, 1)|1|clamp takes 3 values, here it gets 2",
        "sin(x, y)|1|sin takes 1 value, here it gets 2", "min(x)|1|min takes 2 or more values",
        "x + $|5|'$' stands where", "x = 1|3|'=' stands where an operator", "``|1|the formula ends",
        "1.2.3|4|'.' stands where an operator", "1e999|1|too large", "x)|2|')' stands where an operator"})
    void errorsNameTheColumn(String text, int column, String reason) {
        Flaw flaw = Formula.FORMULA.syntax().flaw(text).orElseThrow();
        assertEquals(column, flaw.column(), flaw.words());
        assertTrue(flaw.reason().contains(reason), flaw.words());
        BadValue refusal = assertThrows(BadValue.class, () -> Formula.FORMULA.parse(text));
        assertTrue(refusal.getMessage().startsWith("formula: column " + column + ": "), refusal.getMessage());
    }

    @Test
    void lengthAndDepthHaveLimits() {
        assertEquals(1001, flaw("1+".repeat(500) + "1").orElseThrow().column());
        assertTrue(flaw("(".repeat(20) + "x" + ")".repeat(20)).isEmpty());
        assertTrue(flaw("(".repeat(60) + "x" + ")".repeat(60)).orElseThrow().reason().contains("50 levels"));
        assertTrue(flaw("-".repeat(999) + "x").isPresent());
        assertTrue(flaw("2^".repeat(400) + "x").isPresent());
        assertTrue(flaw("1+".repeat(499) + "1").isEmpty());
    }

    @Test
    void namesStandForExamples() {
        assertEquals(FormulaExamples.RIPPLES.text(), Formula.FORMULA.parse(" ripples "));
        assertEquals(12, Formula.FORMULA.examples().size());
        BadValue near = assertThrows(BadValue.class, () -> Formula.FORMULA.parse("ripple"));
        assertTrue(near.getMessage().endsWith(" (did you mean 'ripples'?)"), near.getMessage());
    }

    /** Whatever is typed gives numbers within 0 … 1 or a column within the text, soon. */
    @Test
    void tenThousandFormulasGiveNumbersOrAColumn() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        FrameSize size = new FrameSize(7, 3);
        int right = 0;
        for (int round = 0; round < 10_000; round++) {
            String text = new RandomFormulas(random).next();
            Optional<Flaw> flaw = flaw(text);
            if (flaw.isPresent()) {
                int column = flaw.get().column();
                assertTrue(column >= 1 && column <= text.length() + 1, text + " seed " + seed);
                continue;
            }
            right++;
            for (double number : filled(Filled.pattern("formula").field(size, formula(text)), size)) {
                assertTrue(number >= 0 && number <= 1, () -> text + " gave " + number + ", seed " + seed);
            }
        }
        assertTrue(right > 1000, "hardly any was right: " + right);
    }

    private interface Place {
        double at(int row, int column, FrameSize size);
    }

    private static Optional<Flaw> flaw(String text) {
        return Formula.FORMULA.syntax().flaw(text);
    }

    private static Values formula(String text) {
        return Filled.defaults("formula").with(Formula.FORMULA, text);
    }

    private static double[] numbers(String text, FrameSize size) {
        return Filled.of("formula", size, formula(text));
    }

    private static double[] filled(Field field, FrameSize size) {
        double[] out = new double[size.pixels()];
        for (int row = 0; row < size.height(); row++) {
            field.fillRow(row, out, row * size.width());
        }
        return out;
    }

    /** {@link Filled} shows three pictures, each a tenth of a second after the one before. */
    private static void agrees(String text, Reference reference) {
        agreesAt(text, (row, column, size) -> Math.clamp(
                reference.at(position(column, size.width()), position(row, size.height()), 0.2), 0, 1));
    }

    private static void agreesAt(String text, Place expected) {
        for (FrameSize size : SIZES) {
            double[] numbers = numbers(text, size);
            for (int row = 0; row < size.height(); row++) {
                for (int column = 0; column < size.width(); column++) {
                    assertEquals(expected.at(row, column, size), numbers[row * size.width() + column], BY_TABLE,
                            text + " at " + column + "," + row + " of " + size);
                }
            }
        }
    }

    private static double position(int index, int side) {
        return side == 1 ? 0 : 2.0 * index / (side - 1) - 1;
    }

    @Test
    void aNameThatWasBegunMayBecomeThoseThatBeginSo() {
        assertEquals(List.of("smoothstep("), completed("0.5*smo", 7));
        assertEquals(List.of("min(", "max(", "mix("), completed("m + x", 1).stream()
                .filter(name -> name.endsWith("(")).toList());
        assertEquals(List.of("atan2("), completed("2at", 3), "a digit begins no name");
        assertEquals(List.of(), completed("sin", 3), "it is one already");
        assertEquals(List.of(), completed("sin(r)", 2), "the name goes on");
        assertEquals(List.of(), completed("x + ", 4), "none was begun");
        assertEquals(List.of(), completed("zz", 2), "none begins so");
        assertEquals(4, Formula.FORMULA.syntax().completions("x + thet", 8).getFirst().from());
        assertEquals("theta", Formula.FORMULA.syntax().completions("x + thet", 8).getFirst().text());
    }

    private static List<String> completed(String text, int at) {
        return Formula.FORMULA.syntax().completions(text, at).stream().map(Completion::text).toList();
    }
}
