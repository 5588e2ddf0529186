package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.effect.Effects;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.RingSettings.HistoryFormat;
import io.github.slitstream.preset.Slot;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments between frames along the flow, through a whole render, against the scene drawn at exact times. */
@Tag("kernels")
class FlowTest {
    private static final FrameSize SIZE = new FrameSize(480, 270);
    private static final int DEPTH = 24;
    private static final double RATE = 30;
    /** The scene is drawn so often for each frame. */
    private static final int STEPS = 16;

    private static Preset preset(String pattern, String interpolation) {
        Slot slot = Slot.of(TimeDisplacement.TYPE);
        slot = slot.withValues(slot.values().with("pattern", pattern).with("interpolation", interpolation));
        return Preset.empty("test").withRing(RingSettings.LENGTH, DEPTH).plus(slot);
    }

    private static byte[] demo(FrameSize size, Preset preset, int threads) throws Exception {
        LastPicture last = LastPicture.of(
                new MediaSources().open(new SourceRequest("demo:", size.width(), size.height(), RATE)),
                preset, DEPTH + 2, threads);
        assertEquals(List.of(), last.notes());
        return last.picture();
    }

    /** As exact as it can be: every pixel from the scene at its own moment, to a sixteenth of a frame. */
    private static byte[] exact(String pattern) {
        byte[] all = new byte[(int) SIZE.bytes()];
        DemoScene scene = new DemoScene(SIZE);
        try (Arena arena = Arena.ofConfined()) {
            Frame drawn = Frame.allocate(SIZE, arena);
            for (int step = 0; step <= (DEPTH - 1) * STEPS; step++) {
                scene.draw((DEPTH + 1 - step / (double) STEPS) / RATE, drawn);
                for (int i = 0; i < SIZE.pixels(); i++) {
                    if (Math.round(delay(pattern, i) * STEPS) == step) {
                        for (int c = 0; c < 4; c++) {
                            all[4 * i + c] = drawn.pixels().get(ValueLayout.JAVA_BYTE, 4L * i + c);
                        }
                    }
                }
            }
        }
        return all;
    }

    private static double delay(String pattern, int pixel) {
        int row = pixel / SIZE.width();
        int column = pixel % SIZE.width();
        double y = 2.0 * row / (SIZE.height() - 1) - 1;
        double x = 2.0 * column / (SIZE.width() - 1) - 1;
        return (DEPTH - 1) * (pattern.equals("radial") ? Math.min(1, Math.sqrt(x * x + y * y)) : (y + 1) / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"radial", "linear"})
    void flowComesNearTheSceneAtExactTimes(String pattern) throws Exception {
        byte[] exact = exact(pattern);
        double linear = LastPicture.decibels(exact, demo(SIZE, preset(pattern, "linear"), 2));
        double flow = LastPicture.decibels(exact, demo(SIZE, preset(pattern, "flow"), 2));
        assertTrue(flow > linear + 5, pattern + ": linear " + linear + " dB, flow " + flow + " dB");
    }

    @Test
    void threadsMakeNoDifference() throws Exception {
        byte[] one = demo(SIZE, preset("radial", "flow"), 1);
        assertArrayEquals(one, demo(SIZE, preset("radial", "flow"), 3));
    }

    @Test
    void compactMemoryGivesNearlyTheSame() throws Exception {
        Preset full = preset("radial", "flow");
        double decibels = LastPicture.decibels(demo(SIZE, full, 2),
                demo(SIZE, full.withRing(RingSettings.HISTORY, HistoryFormat.COMPACT), 2));
        assertTrue(decibels > 30, decibels + " dB");
    }

    @Test
    void behindAnotherEffectFlowIsFoundInWhatThatMade() throws Exception {
        Preset first = preset("radial", "flow");
        Preset behind = Preset.empty("test").withRing(RingSettings.LENGTH, DEPTH)
                .plus(Slot.of(Effects.byId("flip"))).plus(first.chain().getFirst());
        byte[] flipped = demo(SIZE, behind, 2);
        byte[] linear = demo(SIZE, behind.withChain(List.of(behind.chain().getFirst(),
                preset("radial", "linear").chain().getFirst())), 2);
        assertTrue(LastPicture.decibels(linear, flipped) < 45, "flow made no difference");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 5"})
    void tinyPicturesAreBlendedAndThatIsSaid(int width, int height) throws Exception {
        MediaSources sources = new MediaSources();
        SourceRequest request = new SourceRequest("demo:", width, height, RATE);
        LastPicture flow = LastPicture.of(sources.open(request), preset("radial", "flow"), 9, 2);
        assertArrayEquals(LastPicture.of(sources.open(request), preset("radial", "linear"), 9, 2).picture(),
                flow.picture());
        assertEquals(1, flow.notes().size());
        assertTrue(flow.notes().getFirst().contains("too small"), flow.notes().getFirst());
    }

    /** The same picture again and again: what stands still is the plain blend, bit for bit. */
    @Test
    void whatStandsStillStaysStill() throws Exception {
        byte[] flow = LastPicture.of(new Standing(), preset("radial", "flow"), 30, 2).picture();
        assertArrayEquals(LastPicture.of(new Standing(), preset("radial", "linear"), 30, 2).picture(), flow);
    }

    /** The demo's first picture for ever. */
    private static final class Standing implements FrameSource {
        private final DemoScene scene = new DemoScene(SIZE);
        private long read;

        @Override
        public SourceInfo info() {
            return new SourceInfo("test", "Test", SIZE, RATE, false, SourceInfo.UNKNOWN, "");
        }

        @Override
        public long read(Frame target) {
            scene.draw(1, target);
            return read++ * 33_333_333;
        }

        @Override
        public void rewind() {
            read = 0;
        }

        @Override
        public void seek(long nanos) {
            // It looks the same everywhere.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
