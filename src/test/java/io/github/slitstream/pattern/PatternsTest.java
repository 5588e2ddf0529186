package io.github.slitstream.pattern;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.SingleFrameHistory;
import io.github.slitstream.kernel.PixelPlaces;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every pattern of the catalog. */
class PatternsTest {
    private static final MapDepth DEPTH = MapDepth.ofFrames(59);
    private static final Frame PICTURE = GreyFrame.of(new FrameSize(64, 36), (x, y) -> x * y & 0xff);
    private static final List<FrameSize> ODD_SIZES = List.of(new FrameSize(1, 1), new FrameSize(1, 17),
            new FrameSize(23, 1),
            new FrameSize(2, 2), new FrameSize(31, 19));

    private static final List<Parameter<?>> SHAPING = Values.defaults(Shaping.PARAMETERS).parameters();

    static List<Pattern> all() {
        return Patterns.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void staysWithinNowAndThePast(Pattern pattern) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            FrameSize size = round < ODD_SIZES.size()
                    ? ODD_SIZES.get(round)
                    : new FrameSize(random.nextInt(1, 90), random.nextInt(1, 90));
            Values values = Filled.random(Filled.defaults(pattern), random);
            for (double number : Filled.of(pattern, size, values)) {
                assertTrue(number >= 0 && number <= 1,
                        () -> pattern.id() + " " + size + " " + values + " gave " + number + ", seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void givesTheSameAgainAndRowByRow(Pattern pattern) {
        FrameSize size = new FrameSize(37, 21);
        double[] once = Filled.of(pattern, size, Filled.defaults(pattern));
        Field field = Filled.field(pattern, size, Filled.defaults(pattern));
        double[] out = new double[size.width() + 2];
        for (int row = size.height() - 1; row >= 0; row--) {
            Arrays.fill(out, -1);
            field.fillRow(row, out, 1);
            assertEquals(-1, out[0], "wrote before its row");
            assertEquals(-1, out[size.width() + 1], "wrote behind its row");
            assertArrayEquals(Arrays.copyOfRange(once, row * size.width(), (row + 1) * size.width()),
                    Arrays.copyOfRange(out, 1, size.width() + 1));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void readsEachOfItsOwnParameters(Pattern pattern) {
        FrameSize size = new FrameSize(41, 29);
        Values defaults = Filled.defaults(pattern);
        double[] before = seen(pattern, size, defaults);
        Random random = new Random(5);
        for (Parameter<?> parameter : defaults.parameters()) {
            boolean changed = false;
            for (int round = 0; round < 6; round++) {
                Values values = Filled.randomly(defaults, parameter, random);
                changed |= !Arrays.equals(before, seen(pattern, size, values));
            }
            assertEquals(!SHAPING.contains(parameter), changed, pattern.id() + " and " + parameter.id());
        }
    }

    /** Its numbers, where some pixels are read, and whether it draws over them and how. */
    private static double[] seen(Pattern pattern, FrameSize size, Values values) {
        PixelPlaces places = new PixelPlaces(size.width(), size.height());
        Field field = Filled.field(pattern, size, values);
        field.place(places);
        double[] numbers = Filled.of(pattern, size, values);
        double[] all = Arrays.copyOf(numbers, numbers.length + 5);
        all[numbers.length + 4] = drawn(field, size);
        for (int i = 0; i < 2; i++) {
            all[numbers.length + 2 * i] = places.x(3 + 20 * i, 8);
            all[numbers.length + 2 * i + 1] = places.y(3 + 20 * i, 8);
        }
        return all;
    }

    private static double drawn(Field field, FrameSize size) {
        if (!field.draws()) {
            return 0;
        }
        Frame picture = GreyFrame.of(size, (x, y) -> 100);
        field.drawRow(8, picture);
        return Arrays.hashCode(picture.pixels().toArray(ValueLayout.JAVA_INT));
    }

    @ParameterizedTest
    @MethodSource("all")
    void isNoFlatPictureByDefault(Pattern pattern) {
        double[] numbers = Filled.of(pattern, new FrameSize(160, 90), Filled.defaults(pattern));
        assertTrue(Arrays.stream(numbers).min().orElseThrow() < 0.1, pattern.id());
        assertTrue(Arrays.stream(numbers).max().orElseThrow() > 0.9, pattern.id());
    }

    @ParameterizedTest
    @MethodSource("all")
    void rowsAllocateNothing(Pattern pattern) {
        FrameSize size = new FrameSize(64, 36);
        DelayMap map = new DelayMap(size, new ScalarKernels().planes());
        SingleFrameHistory history = new SingleFrameHistory();
        Values values = Filled.defaults(pattern);
        int frames = 20;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long leanest = Long.MAX_VALUE;
        long end = System.nanoTime() + 30_000_000_000L;
        for (int round = 0; leanest > 0 && System.nanoTime() < end; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            fill(map, history, pattern, values, round * frames, (round + 1) * frames);
            leanest = Math.min(leanest, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, leanest, pattern.id() + ": bytes in the leanest twenty frames");
    }

    private static void fill(DelayMap map, SingleFrameHistory history, Pattern pattern, Values values, int firstFrame,
            int lastFrame) {
        for (int frame = firstFrame; frame < lastFrame; frame++) {
            map.describe(pattern, values, frame * 0.01, DEPTH, false);
            history.show(GreyFrame.at(PICTURE, frame * 33_000_000L), frame * 33_000_000L);
            map.update(history);
            for (int row = 0; row < map.size().height(); row++) {
                map.fillRow(row);
            }
        }
    }
}
