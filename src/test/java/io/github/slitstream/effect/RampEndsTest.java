package io.github.slitstream.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.DelayMap;
import java.lang.foreign.Arena;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Near and far ends in frames, seconds and shares, over frames that come at varying times, against doubles. */
class RampEndsTest {
    private static final FrameSize SIZE = new FrameSize(1, 33);
    private static final int FRAMES = 12;
    /** Delays are counted in 1/256 of a frame, and parts of a depth in seconds in 2⁻²² of it. */
    private static final double ALLOWED = 1 / 256.0;

    private static Values values(String settings) {
        Values values = TimeDisplacement.TYPE.defaults().with("angle", "90");
        for (String setting : settings.split(",", -1)) {
            values = values.with(setting.split("=", -1)[0], setting.split("=", -1)[1]);
        }
        return values;
    }

    @Test
    void whatOtherUnitsWouldTakeIsSaid() {
        String message = assertThrows(BadValue.class, () -> values("from=30")).getMessage();
        assertEquals("'30' is not a value of from: it takes 0 … 1; with ends=frames 0 … 2000 frames; with ends=seconds "
                + "0 … 600 s", message);
        assertEquals("'3000' is not a value of from: it takes 0 … 2000 frames",
                assertThrows(BadValue.class, () -> values("ends=frames,from=3000")).getMessage());
    }

    /** How long before the newest each frame was captured, in seconds. */
    private static double[] fill(FrameRing ring, Random random) {
        long[] nanos = new long[FRAMES];
        long now = 0;
        for (int i = FRAMES - 1; i >= 0; i--) {
            now += random.nextLong(10_000_000, 90_000_000);
            nanos[i] = now;
            Objects.requireNonNull(ring.claim());
            ring.publish(now);
        }
        double[] ages = new double[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            ages[i] = (now - nanos[i]) / 1e9;
        }
        return ages;
    }

    private static double frameAt(double[] seconds, double age) {
        for (int i = 1; i < seconds.length; i++) {
            if (seconds[i] >= age) {
                return i - (seconds[i] - age) / (seconds[i] - seconds[i - 1]);
            }
        }
        return seconds.length - 1;
    }

    private static double secondsAt(double[] seconds, double frame) {
        int newer = Math.min((int) frame, seconds.length - 2);
        return seconds[newer] + (seconds[newer + 1] - seconds[newer]) * Math.min(frame - newer, 1);
    }

    private static double[] rendered(FrameHistory past, Values values) {
        Effect effect = TimeDisplacement.TYPE.create(SIZE, Kernels.get());
        try (Arena arena = Arena.ofConfined()) {
            Frame out = Frame.allocate(SIZE, arena);
            effect.prepare(past, values);
            effect.render(past, out, 0, SIZE.height());
        }
        DelayMap map = effect.delayMap().orElseThrow();
        double[] delays = new double[SIZE.height()];
        for (int row = 0; row < delays.length; row++) {
            delays[row] = map.framesAt(0, row);
        }
        return delays;
    }

    @ParameterizedTest
    @CsvSource({"2, 9, false", "9, 2, false", "2.5, 7.25, true", "0, 2000, false", "2000, 0, false", "3, 3, false"})
    void endsInFramesAreFrames(double from, double to, boolean inverted) {
        try (FrameRing ring = new FrameRing(SIZE, FRAMES)) {
            fill(ring, new Random(3));
            double[] delays = rendered(ring.newest(),
                    values("ends=frames,from=" + from + ",to=" + to + ",invert=" + inverted));
            double near = Math.min(inverted ? to : from, FRAMES - 1);
            double far = Math.min(inverted ? from : to, FRAMES - 1);
            for (int row = 0; row < delays.length; row++) {
                assertEquals(near + (far - near) * row / 32, delays[row], ALLOWED, "row " + row);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.4", "0.4, 0.1", "0, 600"})
    void endsInSecondsOfADepthInFramesLieWhereTheseWereCaptured(double from, double to) {
        long seed = System.nanoTime();
        try (FrameRing ring = new FrameRing(SIZE, FRAMES)) {
            double[] seconds = fill(ring, new Random(seed));
            double[] delays = rendered(ring.newest(), values("ends=seconds,from=" + from + ",to=" + to + ",depth=9"));
            double near = Math.min(frameAt(seconds, from), 8);
            double far = Math.min(frameAt(seconds, to), 8);
            for (int row = 0; row < delays.length; row++) {
                assertEquals(near + (far - near) * row / 32, delays[row], ALLOWED, "row " + row + ", seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"seconds, 0.05, 0.2", "seconds, 0.2, 0.05", "frames, 1.5, 2.5", "frames, 2000, 0"})
    void endsOfADepthInSecondsMayBeCountedInEither(String unit, double from, double to) {
        long seed = System.nanoTime();
        try (FrameRing ring = new FrameRing(SIZE, FRAMES)) {
            double[] seconds = fill(ring, new Random(seed));
            double depth = Math.min(0.3, seconds[FRAMES - 1]);
            double[] delays = rendered(ring.newest(),
                    values("ends=" + unit + ",from=" + from + ",to=" + to + ",depth=0.3,depth-unit=seconds"));
            double near = Math.min(unit.equals("seconds") ? from : secondsAt(seconds, from), depth);
            double far = Math.min(unit.equals("seconds") ? to : secondsAt(seconds, to), depth);
            for (int row = 0; row < delays.length; row++) {
                assertEquals(frameAt(seconds, near + (far - near) * row / 32), delays[row], 2 * ALLOWED,
                        "row " + row + ", seed " + seed);
            }
        }
    }

    @Test
    void anEndThatIsNotAllowedIsNamedWithItsUnit() {
        Values frames = values("ends=frames");
        BadValue refusal = assertThrows(BadValue.class, () -> frames.with("to", "2001"));
        assertTrue(refusal.getMessage().contains("0 … 2000 frames"), refusal.getMessage());
        assertThrows(BadValue.class, () -> values("to=2"), "shares are the default");
    }
}
