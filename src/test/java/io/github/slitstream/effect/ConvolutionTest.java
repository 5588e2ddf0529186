package io.github.slitstream.effect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.param.Values;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The convolution against its definition in doubles. */
@Tag("kernels")
class ConvolutionTest {
    private static final double[] LUMA = {19 / 256.0, 183 / 256.0, 54 / 256.0};
    private static final String[] BORDERS = {"zero", "clamp", "mirror"};

    /** A kernel as it is typed, with what the definition needs of it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Typed(int rows, int columns, double[] weights, double divisor, double bias) {
        String text() {
            StringJoiner lines = new StringJoiner("; ");
            for (int row = 0; row < rows; row++) {
                StringJoiner line = new StringJoiner(" ");
                for (int column = 0; column < columns; column++) {
                    line.add(Double.toString(weights[row * columns + column]));
                }
                lines.add(line.toString());
            }
            return lines.toString();
        }

        double sumOfMagnitudes() {
            double sum = 0;
            for (double weight : weights) {
                sum += Math.abs(weight);
            }
            return sum;
        }
    }

    @Test
    void wholeKernelsAreExact() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Typed kernel = typed(random, random.doubles(225, -9, 10).map(Math::floor).toArray(),
                    random.nextInt(1, 1001), random.nextInt(-255, 256));
            check(kernel, "each", random, 0, "seed " + seed);
        }
    }

    /** 255·65,793 < 2²⁴: the largest sums that are whole floats. */
    @Test
    void theLargestExactSumIsExact() {
        Random random = new Random(3);
        double most = Convolution.EXACT_SUM - 2;
        check(new Typed(1, 3, new double[]{most, 1, -1}, 1000, 3), "each", random, 0, "row");
        check(new Typed(3, 1, new double[]{1, 1, most}, 999, 0), "each", random, 0, "column");
    }

    /** Products of whole rows and columns take the separable way, and give the same. */
    @Test
    void productsOfWholeNumbersAreExact() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            double[] down = random.doubles(15, -8, 9).map(Math::floor).toArray();
            double[] across = random.doubles(15, -8, 9).map(Math::floor).toArray();
            double[] weights = new double[225];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = down[i / 15] * across[i % 15];
            }
            check(new Typed(15, 15, weights, random.nextInt(1, 1001), 0), "each", random, 0, "seed " + seed);
        }
    }

    @Test
    void otherKernelsAreWithinTheStatedBound() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Typed kernel = typed(random, random.doubles(225, -1, 1).toArray(), random.nextDouble(0.5, 30),
                    random.nextDouble(-60, 60));
            double bound = (kernel.weights.length + 2) * 0x1p-24 * 255 * kernel.sumOfMagnitudes() / kernel.divisor
                    + 0x1p-12;
            check(kernel, "each", random, bound, "seed " + seed);
        }
    }

    @ParameterizedTest
    @CsvSource({"luma", "grey"})
    void lumaIsConvolvedAlone(String channels) {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Typed kernel = typed(random, random.doubles(225, -1, 1).toArray(), random.nextDouble(0.5, 30), 0);
            double bound = (kernel.weights.length + 4) * 0x1p-24 * 255 * kernel.sumOfMagnitudes() / kernel.divisor
                    + 0x1p-11;
            check(kernel, channels, random, bound, "seed " + seed);
        }
    }

    @Test
    void aDivisorOfZeroIsTheSumOfTheKernel() {
        Random random = new Random(5);
        FrameSize size = new FrameSize(31, 9);
        byte[] picture = randomPicture(size, random);
        assertArrayEquals(convolved(size, picture, "kernel=1 2 1; 2 4 2; 1 2 1,divisor=16"),
                convolved(size, picture, "kernel=1 2 1; 2 4 2; 1 2 1,divisor=0"));
        assertArrayEquals(convolved(size, picture, "kernel=1 0 -1,divisor=1"),
                convolved(size, picture, "kernel=1 0 -1,divisor=0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        filter=sharpen,amount=1                  | kernel=0 -1 0; -1 5 -1; 0 -1 0
        filter=laplacian,amount=2                | kernel=-2 -2 -2; -2 16 -2; -2 -2 -2
        filter=emboss,angle=45                   | kernel=-2 -1 0; -1 1 1; 0 1 2
        filter=emboss,angle=225                  | kernel=2 1 0; 1 1 -1; 0 -1 -2
        filter=blur,radius=0                     | kernel=1
        filter=motion-blur,length=1              | kernel=1
        filter=motion-blur,length=2,angle=0      | kernel=3 14 3,divisor=20
        filter=motion-blur,length=3,angle=90     | kernel=10; 16; 10,divisor=36
        """)
    void filtersAreTheKernelsTheySay(String filter, String kernel) {
        FrameSize size = new FrameSize(40, 20);
        byte[] picture = randomPicture(size, new Random(8));
        assertArrayEquals(convolved(size, picture, kernel), convolved(size, picture, filter));
    }

    @Test
    void sobelIsTheLengthOfBothGradients() {
        FrameSize size = new FrameSize(37, 11);
        byte[] picture = randomPicture(size, new Random(8));
        double[][] kernels = {{-1, 0, 1, -2, 0, 2, -1, 0, 1}, {-1, -2, -1, 0, 0, 0, 1, 2, 1}};
        byte[] actual = convolved(size, picture, "filter=sobel,amount=0.25,border=mirror");
        for (int at = 0; at < actual.length; at++) {
            int channel = at % 4;
            double x = sum(size, picture, at / 4, channel, new Typed(3, 3, kernels[0], 1, 0), "mirror");
            double y = sum(size, picture, at / 4, channel, new Typed(3, 3, kernels[1], 1, 0), "mirror");
            double expected = channel == 3 ? picture[at] & 0xff : Math.min(255, Math.floor(Math.hypot(x, y) / 4 + 0.5));
            assertEquals(expected, actual[at] & 0xff, "byte " + at);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"filter=blur,radius=60", "filter=blur,radius=2.5", "filter=motion-blur,length=101,angle=33",
        "filter=motion-blur,length=17.3,angle=-120"})
    void blursLeaveFlatPicturesAsTheyAre(String filter) {
        FrameSize size = new FrameSize(70, 40);
        for (int grey : new int[]{0, 1, 127, 254, 255}) {
            byte[] flat = new byte[(int) size.bytes()];
            Arrays.fill(flat, (byte) grey);
            assertArrayEquals(flat, convolved(size, flat, filter), filter + " of " + grey);
        }
    }

    private static Typed typed(Random random, double[] weights, double divisor, double bias) {
        int rows = 2 * random.nextInt(8) + 1;
        int columns = 2 * random.nextInt(8) + 1;
        return new Typed(rows, columns, Arrays.copyOf(weights, rows * columns), divisor, bias);
    }

    /** @param bound how near to the next grey level the definition must be where the result is that level */
    private static void check(Typed kernel, String channels, Random random, double bound, String where) {
        String border = BORDERS[random.nextInt(BORDERS.length)];
        FrameSize size = random.nextInt(5) == 0
                ? new FrameSize(1, 1)
                : new FrameSize(random.nextInt(1, 90), random.nextInt(1, 20));
        byte[] picture = randomPicture(size, random);
        byte[] actual = convolved(size, picture, "kernel=" + kernel.text() + ",divisor=" + kernel.divisor + ",bias="
                + kernel.bias + ",border=" + border + ",channels=" + channels);
        for (int at = 0; at < actual.length; at++) {
            int channel = at % 4;
            int before = picture[at] & 0xff;
            double exact = switch (channels) {
                case "each" -> sum(size, picture, at / 4, channel, kernel, border) / kernel.divisor + kernel.bias;
                case "luma" -> before + luma(size, picture, at / 4, kernel, border) - luma(picture, at / 4);
                default -> luma(size, picture, at / 4, kernel, border);
            };
            int result = actual[at] & 0xff;
            boolean right = channel == 3
                    ? result == before
                    : level(exact - bound) <= result && result <= level(exact + bound);
            assertTrue(right,
                    where + ", " + size + ", " + border + ", " + kernel.rows + "×" + kernel.columns + ", byte "
                            + at + ": " + result + " for " + exact);
        }
    }

    private static int level(double exact) {
        return (int) Math.clamp(Math.floor(exact + 0.5), 0, 255);
    }

    private static double luma(FrameSize size, byte[] picture, int pixel, Typed kernel, String border) {
        double sum = 0;
        for (int channel = 0; channel < 3; channel++) {
            sum += LUMA[channel] * sum(size, picture, pixel, channel, kernel, border);
        }
        return sum / kernel.divisor;
    }

    private static double luma(byte[] picture, int pixel) {
        double sum = 0;
        for (int channel = 0; channel < 3; channel++) {
            sum += LUMA[channel] * (picture[4 * pixel + channel] & 0xff);
        }
        return sum;
    }

    private static double sum(FrameSize size, byte[] picture, int pixel, int channel, Typed kernel, String border) {
        double sum = 0;
        for (int i = 0; i < kernel.weights.length; i++) {
            int row = pixel / size.width() + i / kernel.columns - kernel.rows / 2;
            int column = pixel % size.width() + i % kernel.columns - kernel.columns / 2;
            int insideRow = inside(row, size.height(), border);
            int insideColumn = inside(column, size.width(), border);
            if (insideRow >= 0 && insideColumn >= 0) {
                sum += kernel.weights[i] * (picture[4 * (insideRow * size.width() + insideColumn) + channel] & 0xff);
            }
        }
        return sum;
    }

    /** Step by step back into the picture, as one would walk. */
    private static int inside(int at, int size, String border) {
        if (border.equals("zero")) {
            return at < 0 || at >= size ? -1 : at;
        }
        int inside = at;
        while (inside < 0 || inside >= size) {
            if (border.equals("clamp") || size == 1) {
                inside = inside < 0 ? 0 : size - 1;
            } else {
                inside = inside < 0 ? -inside : 2 * (size - 1) - inside;
            }
        }
        return inside;
    }

    private static byte[] randomPicture(FrameSize size, Random random) {
        byte[] picture = new byte[(int) size.bytes()];
        random.nextBytes(picture);
        return picture;
    }

    /** Rendered by these kernels and by the scalar ones, in one band and in several, which must all agree. */
    private static byte[] convolved(FrameSize size, byte[] picture, String settings) {
        byte[] whole = convolved(size, picture, settings, Kernels.get(), size.height());
        assertArrayEquals(whole, convolved(size, picture, settings, new ScalarKernels(), size.height()), "kernels");
        assertArrayEquals(whole, convolved(size, picture, settings, Kernels.get(), 3), "bands of three rows");
        return whole;
    }

    private static byte[] convolved(FrameSize size, byte[] picture, String settings, Kernels kernels, int band) {
        Values values = Convolution.TYPE.defaults();
        for (String setting : List.of(settings.split(",(?=[a-z]+=)", -1))) {
            String[] pair = setting.split("=", 2);
            values = values.with(pair[0], pair[1]);
        }
        try (FrameRing ring = new FrameRing(size, 2); Arena arena = Arena.ofConfined()) {
            Frame slot = ring.claim();
            if (slot == null) {
                throw new AssertionError("a new ring has room");
            }
            slot.pixels().copyFrom(MemorySegment.ofArray(picture));
            ring.publish(0);
            Frame out = Frame.allocate(size, arena);
            Effect effect = Convolution.TYPE.create(size, kernels);
            effect.prepare(ring.newest(), values);
            for (int row = 0; row < size.height(); row += band) {
                effect.render(ring.newest(), out, row, Math.min(row + band, size.height()));
            }
            return out.pixels().toArray(ValueLayout.JAVA_BYTE);
        }
    }
}
