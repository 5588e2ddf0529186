package io.github.slitstream.pattern;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.SingleFrameHistory;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.Values;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pattern that follows the picture, on pictures whose structure is known, and against its definition. */
@Tag("kernels")
class StructureTest {
    private static final FrameSize SIZE = new FrameSize(64, 48);
    private static final Values DEFAULTS = Filled.defaults("structure");
    private static final Values FIXED = DEFAULTS.with(Structure.AUTO, false)
            .with(Structure.EPSILON, 4.0).with(Structure.SMOOTHING, 3);
    private static final long FRAME_NANOS = 33_333_333;

    @Test
    void flatPicturesAreNow() {
        Frame picture = GreyFrame.of(SIZE, (x, y) -> 180);
        double[] numbers = filled(field(SIZE, FIXED, picture), SIZE);
        assertArrayEquals(new double[SIZE.pixels()], numbers);
    }

    @Test
    void straightEdgesAreHalfWayBackWhateverTheirDirection() {
        Frame upright = GreyFrame.of(SIZE, (x, y) -> x < 32 ? 20 : 220);
        Frame slanted = GreyFrame.of(SIZE, (x, y) -> Math.clamp(40L * (x - y) + 128, 0, 255));
        assertEquals(0.5, filled(field(SIZE, FIXED, upright), SIZE)[at(32, 24)], 0.001);
        assertEquals(0.5, filled(field(SIZE, FIXED, slanted), SIZE)[at(24, 24)], 0.001);
        assertEquals(0, filled(field(SIZE, FIXED, upright), SIZE)[at(5, 24)]);
    }

    @Test
    void cornersAreThePast() {
        Frame picture = GreyFrame.of(SIZE, (x, y) -> x < 32 && y < 24 ? 20 : 220);
        assertEquals(1, filled(field(SIZE, FIXED, picture), SIZE)[at(31, 23)], 0.01);
    }

    @Test
    void everyPixelFollowsTheDefinition() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            FrameSize size = new FrameSize(random.nextInt(1, 40), random.nextInt(1, 30));
            int radius = random.nextInt(0, 21);
            double epsilon = 0.5 + 30 * random.nextDouble();
            int[] grey = random.ints(size.pixels(), 0, 256).toArray();
            Values values = FIXED.with(Structure.SMOOTHING, radius).with(Structure.EPSILON, epsilon);
            Frame picture = GreyFrame.of(size, (x, y) -> grey[y * size.width() + x]);
            double[] numbers = filled(field(size, values, picture), size);
            for (int y = 0; y < size.height(); y++) {
                for (int x = 0; x < size.width(); x++) {
                    assertEquals(definition(grey, size, x, y, radius, epsilon), numbers[y * size.width() + x], 1e-5,
                            "seed " + seed + ", pixel " + x + ", " + y);
                }
            }
        }
    }

    @Test
    void someOfEightMillionPixelsFollowIt() {
        FrameSize size = new FrameSize(3840, 2160);
        int[] grey = new Random(6).ints(size.pixels(), 0, 256).toArray();
        Field field = field(size, FIXED, GreyFrame.of(size, (x, y) -> grey[y * size.width() + x]));
        double[] numbers = new double[size.width()];
        for (int y : new int[]{0, 1, 700, 1081, 2159}) {
            field.fillRow(y, numbers, 0);
            for (int x = 0; x < size.width(); x += 47) {
                assertEquals(definition(grey, size, x, y, 3, 4), numbers[x], 1e-5, x + ", " + y);
            }
        }
    }

    @Test
    void rowsMayBeFilledInAnyOrder() {
        Frame picture = GreyFrame.of(SIZE, (x, y) -> x * y * 37 & 255);
        Field field = field(SIZE, FIXED, picture);
        double[] upwards = new double[SIZE.pixels()];
        for (int row = SIZE.height() - 1; row >= 0; row--) {
            field.fillRow(row, upwards, row * SIZE.width());
        }
        assertArrayEquals(filled(field, SIZE), upwards);
    }

    @Test
    void epsilonIsFoundForTheWantedShare() {
        for (double wanted : new double[]{0.1, 0.25, 0.4}) {
            Values values = DEFAULTS.with(Structure.TEXTURED_SHARE, wanted);
            Frame picture = GreyFrame.of(SIZE, StructureTest::mixed);
            Field field = field(SIZE, values, picture);
            for (int frame = 1; frame < 120; frame++) {
                filled(field, SIZE);
                field.update(GreyFrame.at(picture, frame * FRAME_NANOS), Kernels.get().planes());
            }
            assertEquals(wanted, Arrays.stream(filled(field, SIZE)).average().orElseThrow(), 0.005);
        }
    }

    @Test
    void aPictureThatStandsStillInTimeKeepsItsEpsilon() {
        Frame picture = GreyFrame.of(SIZE, StructureTest::mixed);
        Field field = field(SIZE, DEFAULTS, picture);
        double[] before = filled(field, SIZE);
        field.update(picture, Kernels.get().planes());
        assertArrayEquals(before, filled(field, SIZE));
        field.update(GreyFrame.at(picture, FRAME_NANOS), Kernels.get().planes());
        assertNotEquals(before[at(40, 10)], filled(field, SIZE)[at(40, 10)]);
    }

    @Test
    void otherValuesGoOnFromTheEpsilonThatWasFound() {
        Frame picture = GreyFrame.of(SIZE, StructureTest::mixed);
        DelayMap map = new DelayMap(SIZE, Kernels.get().planes());
        Pattern pattern = Filled.pattern("structure");
        SingleFrameHistory history = new SingleFrameHistory();
        for (int frame = 0; frame < 60; frame++) {
            map.describe(pattern, DEFAULTS, 0, MapDepth.ofFrames(50), false);
            history.show(GreyFrame.at(picture, frame * FRAME_NANOS), frame * FRAME_NANOS);
            map.update(history);
            fill(map);
        }
        double found = map.framesAt(40, 10);
        map.describe(pattern, DEFAULTS.with(Shaping.SPEED, 0.1), 0, MapDepth.ofFrames(50), false);
        map.update(history);
        fill(map);
        assertEquals(found, map.framesAt(40, 10), 0.05);
    }

    /** Noise on the left, stripes in the middle, nothing on the right. */
    private static int mixed(int x, int y) {
        if (x < 20) {
            return x * 7919 + y * 104_729 & 127;
        }
        return x < 44 ? (x / 4 % 2) * 90 : 60;
    }

    private static int at(int x, int y) {
        return y * SIZE.width() + x;
    }

    private static void fill(DelayMap map) {
        for (int row = 0; row < SIZE.height(); row++) {
            map.fillRow(row);
        }
    }

    private static Field field(FrameSize size, Values values, Frame picture) {
        Field field = Filled.pattern("structure").field(size, values);
        field.update(picture, Kernels.get().planes());
        return field;
    }

    private static double[] filled(Field field, FrameSize size) {
        double[] numbers = new double[size.pixels()];
        for (int row = 0; row < size.height(); row++) {
            field.fillRow(row, numbers, row * size.width());
        }
        return numbers;
    }

    /** Window by window, in doubles. */
    private static double definition(int[] grey, FrameSize size, int x, int y, int radius, double epsilon) {
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int j = -radius; j <= radius; j++) {
            for (int i = -radius; i <= radius; i++) {
                int column = Math.clamp(x + i, 0, size.width() - 1);
                int row = Math.clamp(y + j, 0, size.height() - 1);
                double gx = 0;
                double gy = 0;
                for (int k = -1; k <= 1; k++) {
                    double weight = (k == 0 ? 2 : 1) / 8.0;
                    gx += weight * (pixel(grey, size, column + 1, row + k) - pixel(grey, size, column - 1, row + k));
                    gy += weight * (pixel(grey, size, column + k, row + 1) - pixel(grey, size, column + k, row - 1));
                }
                xx += gx * gx;
                xy += gx * gy;
                yy += gy * gy;
            }
        }
        double count = (2 * radius + 1) * (2 * radius + 1);
        double middle = (xx + yy) / 2 / count;
        double half = Math.hypot((xx - yy) / 2, xy) / count;
        return (share(middle + half, epsilon * epsilon) + share(Math.max(0, middle - half), epsilon * epsilon)) / 2;
    }

    private static double share(double singular, double threshold) {
        return singular * singular / (singular * singular + threshold * threshold);
    }

    private static double pixel(int[] grey, FrameSize size, int x, int y) {
        return grey[Math.clamp(y, 0, size.height() - 1) * size.width() + Math.clamp(x, 0, size.width() - 1)];
    }
}
