package io.github.slitstream.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.Values;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames whose level is the time at which they were captured, so that the picture says which moment it shows. */
@Tag("kernels")
class TimeWarpTest {
    private static final FrameSize SIZE = new FrameSize(19, 3);
    private static final int FRAMES = 20;
    /** Level of a second. */
    private static final double BRIGHTENING = 100;
    /** Half a level for the frame, and half a level for the picture. */
    private static final double ALLOWED = 1.01 / BRIGHTENING;

    /** A camera at 25 frames a second or, of variable rate, at 20 … 33. */
    private static final class Run implements AutoCloseable {
        private final FrameRing ring = new FrameRing(SIZE, FRAMES);
        private final Arena arena = Arena.ofConfined();
        private final Frame out = Frame.allocate(SIZE, arena);
        private final Effect effect = TimeWarp.TYPE.create(SIZE, Kernels.get());
        private final boolean steady;
        private Values values = TimeWarp.TYPE.defaults();
        private double seconds;
        private int count;

        Run(boolean steady) {
            this.steady = steady;
        }

        void set(String parameter, String value) {
            values = values.with(parameter, value);
        }

        /** @return seconds of the moment that the picture shows */
        double next() {
            seconds += count == 0 ? 0 : interval();
            count++;
            Objects.requireNonNull(ring.claim()).pixels().fill((byte) Math.rint(seconds * BRIGHTENING));
            ring.publish(Math.round(seconds * 1e9));
            effect.prepare(ring.newest(), values);
            effect.render(ring.newest(), out, 0, SIZE.height());
            int first = out.pixels().get(ValueLayout.JAVA_BYTE, 0) & 0xff;
            for (long i = 0; i < SIZE.bytes(); i++) {
                assertEquals(first, out.pixels().get(ValueLayout.JAVA_BYTE, i) & 0xff, "one moment everywhere");
            }
            return first / BRIGHTENING;
        }

        double interval() {
            return steady ? 0.04 : count % 2 == 0 ? 0.03 : 0.05;
        }

        @Override
        public void close() {
            ring.close();
            arena.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void timeSlowsStopsRunsBackAndCatchesUp(boolean steady) {
        try (Run run = new Run(steady)) {
            run.set("pace", "speed");
            double expected = 0;
            for (String speed : new String[]{"1", "0.5", "0", "-0.5", "3"}) {
                run.set("speed", speed);
                for (int i = 0; i < 9; i++) {
                    double before = run.seconds;
                    double shown = run.next();
                    expected += Double.parseDouble(speed) * (run.seconds - before);
                    expected = Math.clamp(expected, oldest(run), run.seconds);
                    assertEquals(expected, shown, ALLOWED, "speed " + speed + ", picture " + i);
                }
            }
            double last = run.next();
            assertEquals(run.seconds, last, ALLOWED, "it has caught up");
        }
    }

    @Test
    void itCatchesUpWithNowAndStaysThere() {
        try (Run run = new Run(true)) {
            run.set("pace", "speed");
            run.set("speed", "0");
            for (int i = 0; i < 13; i++) {
                run.next();
            }
            run.set("pace", "now");
            for (int i = 1; i < 9; i++) {
                double shown = run.next();
                assertEquals(Math.min(run.seconds, 4 * 0.04 * i), shown, ALLOWED, "picture " + i);
            }
            run.set("pace", "speed");
            run.set("speed", "0.5");
            double now = run.seconds;
            assertEquals(now + 0.02, run.next(), ALLOWED, "slow from now on");
        }
    }

    private static double oldest(Run run) {
        return run.seconds - run.ring.newest().secondsAt(run.ring.newest().length() - 1);
    }

    @Test
    void aCurveLeadsBackAndComesAgain() {
        try (Run run = new Run(true)) {
            run.set("waveform", "triangle");
            run.set("period", "0.8");
            run.set("reach", "0.3");
            for (int i = 0; i < 45; i++) {
                double shown = run.next();
                double phase = run.seconds / 0.8 % 1;
                double back = 0.3 * (phase < 0.5 ? 2 * phase : 2 - 2 * phase);
                assertEquals(run.seconds - back, shown, ALLOWED, "picture " + i);
            }
        }
    }

    @Test
    void theNearestFrameIsShownAsItIs() {
        try (Run run = new Run(true)) {
            run.set("pace", "speed");
            run.set("interpolation", "nearest");
            run.set("speed", "0.3");
            double expected = 0;
            for (int i = 0; i < 20; i++) {
                double shown = run.next();
                expected += i == 0 ? 0 : 0.3 * 0.04;
                double nearest = 0.04 * Math.ceil(expected / 0.04 - 0.5 - 1e-9);
                assertEquals(nearest, shown, 1e-9, "picture " + i);
            }
        }
    }
}
