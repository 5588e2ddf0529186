package io.github.slitstream.bench.accuracy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.flow.FlowPorts;
import io.github.slitstream.engine.flow.FlowQuality;
import io.github.slitstream.engine.flow.RingFlow;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.media.OpenCvFlow;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Footage that is hard on flow, painted: along the flow, frames that were left out are made about as well as by a plain
 * blend, whatever comes.
 */
@Tag("kernels")
class LeftOutFramesTest {
    private static final FrameSize SIZE = new FrameSize(256, 144);
    private static final int FRAMES = 23;
    private static final double ALLOWED_ON_AVERAGE = 0.1;
    private static final double ALLOWED_ONCE = 0.5;

    /** What is painted: a level for each time and place. */
    @FunctionalInterface
    private interface Scene {
        double level(int t, int x, int y);
    }

    private static Scene footage(String name) {
        return switch (name) {
            case "white noise" -> (t, x, y) -> 255 * random(t, x, y);
            case "night" -> (t, x, y) -> 30 + 12 * texture(x, y) + 9 * grain(t, x, y);
            case "strong grain" -> (t, x, y) -> 110 + 50 * texture(x, y) + 22 * grain(t, x, y);
            case "grain that moves" -> (t, x, y) -> 110 + 50 * texture(x - 3 * t, y) + 9 * grain(t, x, y);
            case "cuts" -> (t, x, y) -> 128 + 100 * texture(x + 700 * (t / 5) - 2 * t, y + 431 * (t / 5));
            case "a cut at every frame" -> (t, x, y) -> 128 + 100 * texture(x + 700 * t, y + 431 * t);
            case "flashes" -> (t, x, y) -> 90 + 50 * texture(x - 2 * t, y) + (t % 6 == 3 ? 90 : 0);
            case "flicker" -> (t, x, y) -> (1 + 0.25 * Math.sin(2.1 * t)) * (100 + 60 * texture(x - 2 * t, y));
            case "fade" -> (t, x, y) -> (1 - t / (double) FRAMES) * (128 + 90 * texture(x - 2 * t, y));
            case "bars" -> (t, x, y) -> y < 20 || y >= 124 ? 16 : 128 + 90 * texture(x - 5 * t, y - 3 * t);
            case "grain between bars" ->
                (t, x, y) -> y < 20 || y >= 124 ? 0 : 110 + 60 * texture(x, y) + 12 * grain(t, x, y);
            case "a thin line" -> (t, x, y) -> Math.abs(Math.floorMod(x - 23 * t, 256) - 128) < 1.5
                    ? 240
                    : 100 + 30 * texture(x, y);
            case "a small moon" ->
                (t, x, y) -> Math.hypot(x - Math.floorMod(31 * t, 256), y - 72 - 40 * Math.sin(t)) < 4
                        ? 240
                        : 100 + 30 * texture(x, y);
            case "a disc that uncovers" -> (t, x, y) -> Math.hypot(x - 40 - 9 * t, y - 72) < 35
                    ? 180 + 40 * texture(x - 9 * t + 333, y)
                    : 90 + 60 * texture(x, y);
            case "stripes" -> (t, x, y) -> 128 + 100 * Math.sin((x + 2 * t) * 0.37);
            case "spokes" -> (t, x, y) -> 128 + 100 * Math.sin(12 * Math.atan2(y - 72, x - 128) + 0.6 * t);
            case "snow" -> (t, x, y) -> random(t, x / 2, y / 2) > 0.997 ? 230 : 60 + 20 * texture(x, y);
            case "a fast pan" -> (t, x, y) -> 128 + 100 * texture(x - 60 * t, y);
            case "a camera that shakes" -> (t, x, y) -> 128
                    + 100 * texture(x + 14 * Math.sin(0.5 * t), y + 11 * Math.cos(0.6 * t));
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** A number of 0 … 1 that is the same for the same place and time. */
    private static double random(int t, int x, int y) {
        long mixed = (t * 0x9e3779b97f4a7c15L + x) * 0xbf58476d1ce4e5b9L + y;
        mixed = (mixed ^ (mixed >>> 30)) * 0x94d049bb133111ebL;
        mixed = (mixed ^ (mixed >>> 27)) * 0xbf58476d1ce4e5b9L;
        return (mixed >>> 40) / (double) (1 << 24);
    }

    /** About as film has it: of mean 0 and deviation 1. */
    private static double grain(int t, int x, int y) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += random(t + 1000 * (i + 1), x, y) - 0.5;
        }
        return 2 * sum;
    }

    /** Hills of three sizes, none like another, −1 … 1. */
    private static double texture(double x, double y) {
        return hills(x / 23, y / 23, 1) + hills(x / 9, y / 9, 2) / 2 + hills(x / 4, y / 4, 3) / 4;
    }

    /** A level of −4/7 … 4/7 at each whole place, smooth between them. */
    private static double hills(double x, double y, int size) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double across = smooth(x - left);
        double down = smooth(y - top);
        double above = random(size, left, top) * (1 - across) + random(size, left + 1, top) * across;
        double below = random(size, left, top + 1) * (1 - across) + random(size, left + 1, top + 1) * across;
        return (above * (1 - down) + below * down - 0.5) * 8 / 7;
    }

    private static double smooth(double share) {
        return share * share * (3 - 2 * share);
    }

    @ParameterizedTest
    @ValueSource(strings = {"white noise", "night", "strong grain", "grain that moves", "cuts", "a cut at every frame",
        "flashes", "flicker", "fade", "bars", "grain between bars", "a thin line", "a small moon",
        "a disc that uncovers", "stripes", "spokes", "snow", "a fast pan", "a camera that shakes"})
    void flowIsNotMuchWorseThanABlend(String footage) throws Exception {
        for (FlowQuality quality : List.of(FlowQuality.DRAFT, FlowQuality.BEST)) {
            LeftOutFrames.Result result = leftOut(footage(footage), quality);
            assertTrue(result.along() > result.linear() - ALLOWED_ON_AVERAGE, quality + ": " + result);
            assertTrue(result.worst() > -ALLOWED_ONCE, quality + ": " + result);
        }
    }

    @Test
    void whatMovesIsMadeFarBetter() throws Exception {
        LeftOutFrames.Result result = leftOut((t, x, y) -> 128 + 100 * texture(x - 5 * t, y + 2 * t),
                FlowQuality.DRAFT);
        assertTrue(result.along() > result.linear() + 8, result.toString());
    }

    private static LeftOutFrames.Result leftOut(Scene scene, FlowQuality quality) throws Exception {
        FlowPorts ports = new FlowPorts(OpenCvFlow::new, quality, words -> {});
        return new LeftOutFrames(ports, RingFlow::findNewest, FRAMES).of(new Painted(scene));
    }

    private static final class Painted implements FrameSource {
        private final Scene scene;
        private int t;

        Painted(Scene scene) {
            this.scene = scene;
        }

        @Override
        public SourceInfo info() {
            return new SourceInfo("test", "Test", SIZE, 30, false, FRAMES, "");
        }

        @Override
        public long read(Frame target) {
            if (t == FRAMES) {
                return END;
            }
            for (int i = 0; i < SIZE.pixels(); i++) {
                int level = Math.clamp(Math.round(scene.level(t, i % SIZE.width(), i / SIZE.width())), 0, 255);
                target.pixels().setAtIndex(ValueLayout.JAVA_INT, i, 0xff000000 | 0x010101 * level);
            }
            return t++ * 33_000_000L;
        }

        @Override
        public void rewind() {
            t = 0;
        }

        @Override
        public void seek(long nanos) {
            t = (int) (nanos / 33_000_000L);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
