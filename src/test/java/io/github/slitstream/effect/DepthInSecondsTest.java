package io.github.slitstream.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.Values;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A depth in seconds over frames of a camera whose rate varies, against moments worked out from the capture times. */
@Tag("kernels")
class DepthInSecondsTest {
    private static final FrameSize SIZE = new FrameSize(37, 21);
    private static final int FRAMES = 16;
    /** Half a level for the moment, which is rounded to 1/256 of a frame, and half a level for the picture. */
    private static final double ALLOWED = 1.02;

    /** Frames of noise, 5 … 120 ms one after another. */
    private static final class Camera implements AutoCloseable {
        private final FrameRing ring = new FrameRing(SIZE, FRAMES);
        private final Arena arena = Arena.ofConfined();
        private final Frame out = Frame.allocate(SIZE, arena);
        private final Effect effect = TimeDisplacement.TYPE.create(SIZE, Kernels.get());
        private final List<int[]> pictures = new ArrayList<>();
        private final List<Long> nanos = new ArrayList<>();
        private final Random random;

        Camera(long seed) {
            random = new Random(seed);
        }

        void capture() {
            int[] noise = EffectRun.noise(SIZE, random);
            long before = nanos.isEmpty() ? 7_000_000_000L : nanos.getLast();
            MemorySegment.copy(noise, 0, Objects.requireNonNull(ring.claim()).pixels(), ValueLayout.JAVA_INT, 0,
                    noise.length);
            pictures.add(noise);
            nanos.add(before + random.nextLong(5_000_000, 120_000_000));
            ring.publish(nanos.getLast());
        }

        int[] rendered(Values values) {
            return rendered(values, 0);
        }

        int[] rendered(Values values, int ahead) {
            FrameHistory past = ring.newest(ahead);
            effect.prepare(past, values);
            effect.render(past, out, 0, 8);
            effect.render(past, out, 8, SIZE.height());
            return out.pixels().toArray(ValueLayout.JAVA_INT);
        }

        /** Seconds from the oldest frame kept to the newest. */
        double reach() {
            return (nanos.getLast() - nanos.get(Math.max(0, nanos.size() - FRAMES))) / 1e9;
        }

        /** Where so long before the newest capture lies, in captures counted from the first. */
        double captureAt(double secondsAgo) {
            double moment = nanos.getLast() - secondsAgo * 1e9;
            int newer = nanos.size() - 1;
            int oldest = Math.max(0, nanos.size() - FRAMES);
            while (newer > oldest && nanos.get(newer - 1) >= moment) {
                newer--;
            }
            if (newer == oldest) {
                return oldest;
            }
            double gap = nanos.get(newer) - nanos.get(newer - 1);
            return newer - (nanos.get(newer) - moment) / gap;
        }

        double level(double capture, int pixel, int channel) {
            int older = (int) Math.floor(capture);
            double share = capture - older;
            int newer = Math.min(older + 1, pictures.size() - 1);
            return (1 - share) * EffectRun.level(pictures.get(older)[pixel], channel)
                    + share * EffectRun.level(pictures.get(newer)[pixel], channel);
        }

        @Override
        public void close() {
            ring.close();
            arena.close();
        }
    }

    private static Values values(String... settings) {
        Values values = TimeDisplacement.TYPE.defaults().with("depth-unit", "seconds");
        for (String setting : settings) {
            int at = setting.indexOf('=');
            values = values.with(setting.substring(0, at), setting.substring(at + 1));
        }
        return values;
    }

    /** Of a radial pattern. */
    private static double number(int pixel) {
        int row = pixel / SIZE.width();
        int column = pixel % SIZE.width();
        double x = 2.0 * column / (SIZE.width() - 1) - 1;
        double y = 2.0 * row / (SIZE.height() - 1) - 1;
        return Math.min(1, Math.hypot(x, y));
    }

    private static void assertMoments(Camera camera, int[] shown, double depth, String what) {
        for (int pixel = 0; pixel < shown.length; pixel++) {
            double capture = camera.captureAt(number(pixel) * depth);
            for (int channel = 0; channel < 4; channel++) {
                assertEquals(camera.level(capture, pixel, channel), EffectRun.level(shown[pixel], channel), ALLOWED,
                        what + ", pixel " + pixel + ", channel " + channel);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyPixelShowsItsOwnMoment(long seed) {
        try (Camera camera = new Camera(seed)) {
            Values values = values("pattern=radial", "depth=0.4", "interpolation=linear");
            for (int count = 0; count < 2 * FRAMES; count++) {
                camera.capture();
                if (count < FRAMES && camera.reach() < 0.4) {
                    continue; // what it reaches is guessed as long as it fills
                }
                double depth = Math.min(0.4, camera.reach());
                assertMoments(camera, camera.rendered(values), depth, "seed " + seed + ", picture " + count);
                assertMoments(camera, camera.rendered(values), depth, "again, seed " + seed + ", picture " + count);
            }
        }
    }

    /** Of a now that lies 9 frames back, 0.2 s ahead, or as far as there are frames. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void aDepthBelowZeroLeadsAhead(long seed) {
        try (Camera camera = new Camera(seed)) {
            Values values = values("pattern=radial", "depth=-0.2", "interpolation=linear");
            for (int count = 0; count < 2 * FRAMES; count++) {
                camera.capture();
                if (count < FRAMES) {
                    continue;
                }
                double behind = (camera.nanos.getLast() - camera.nanos.get(count - 9)) / 1e9;
                int[] shown = camera.rendered(values, 9);
                for (int pixel = 0; pixel < shown.length; pixel++) {
                    double capture = camera.captureAt(behind - number(pixel) * Math.min(behind, 0.2));
                    assertEquals(camera.level(capture, pixel, 1), EffectRun.level(shown[pixel], 1), ALLOWED,
                            "seed " + seed + ", picture " + count + ", pixel " + pixel);
                }
            }
        }
    }

    @Test
    void beyondTheRingTheDepthEndsWithIt() {
        try (Camera camera = new Camera(5)) {
            for (int count = 0; count < FRAMES + 3; count++) {
                camera.capture();
            }
            assertMoments(camera, camera.rendered(values("pattern=radial", "depth=90")), camera.reach(), "too deep");
        }
    }

    @Test
    void whileTheRingFillsItsOldestFrameStandsIn() {
        try (Camera camera = new Camera(6)) {
            for (int count = 0; count < 3; count++) {
                camera.capture();
            }
            double depth = camera.reach() * 2; // so much it will reach when it is full
            assertMoments(camera, camera.rendered(values("pattern=radial", "depth=" + depth)), depth, "filling");
        }
    }

    @Test
    void theNearestFrameIsTheOneWhoseCaptureIsNearest() {
        try (Camera camera = new Camera(8)) {
            for (int count = 0; count < FRAMES; count++) {
                camera.capture();
            }
            int[] shown = camera.rendered(values("pattern=radial", "depth=0.5", "interpolation=nearest"));
            for (int pixel = 0; pixel < shown.length; pixel++) {
                double capture = camera.captureAt(number(pixel) * 0.5);
                if (Math.abs(capture - Math.floor(capture) - 0.5) > 0.01) {
                    assertEquals(camera.pictures.get((int) Math.rint(capture))[pixel], shown[pixel], "pixel " + pixel);
                }
            }
        }
    }
}
