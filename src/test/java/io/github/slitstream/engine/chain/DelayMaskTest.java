package io.github.slitstream.engine.chain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.slitstream.effect.DelayMask;
import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.param.Values;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.Slot;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An effect behind a displacement, masked: the doubles beside it know only the linear pattern. */
class DelayMaskTest {
    private static final FrameSize SIZE = new FrameSize(45, 31);
    private static final int LENGTH = 5;

    static Stream<EffectType> maskable() {
        return Effects.ALL.stream().filter(EffectType::isMaskable);
    }

    private static Preset preset(String displacement, Slot effect) {
        Values values = TimeDisplacement.TYPE.defaults().with("angle", "90");
        for (String pair : displacement.split(",", -1)) {
            String[] parts = pair.split("=", -1);
            values = parts.length == 2 ? values.with(parts[0], parts[1]) : values;
        }
        return Preset.empty("test").withRing(RingSettings.LENGTH, LENGTH)
                .plus(Slot.of(TimeDisplacement.TYPE).withValues(values)).plus(effect);
    }

    private static Slot masked(EffectType type, DelayMask mask, double amount) {
        return Slot.of(type).with(DelayMask.MASK, mask).with(DelayMask.AMOUNT, amount);
    }

    /** Pictures of a ring of noise, the newest two of which are rendered, so that effects with a past have one. */
    private static byte[] rendered(Preset preset, Kernels kernels, int threads, long seed) {
        return rendered(preset, kernels, threads, seed, SIZE);
    }

    private static byte[] rendered(Preset preset, Kernels kernels, int threads, long seed, FrameSize output) {
        try (FrameRing ring = Scene.filled(SIZE, LENGTH, LENGTH + 1, new Random(seed));
                Arena arena = Arena.ofShared();
                Workers workers = new Workers(threads);
                Chain chain = new Chain(SIZE, kernels, workers)) {
            Frame picture = Frame.allocate(output, arena);
            chain.render(ring.newest(), preset, picture);
            chain.render(ring.newest(), preset, picture);
            return Scene.bytes(picture);
        }
    }

    @ParameterizedTest
    @MethodSource("maskable")
    void everyPixelLiesBetweenWhatCameAndWhatBecameOfIt(EffectType type) {
        long seed = System.nanoTime();
        byte[] came = rendered(preset("", Slot.of(type)).without(type.id()), Kernels.get(), 1, seed);
        byte[] made = rendered(preset("", Slot.of(type)), Kernels.get(), 1, seed);
        for (double amount : new double[]{0, 0.37, 1}) {
            for (DelayMask mask : new DelayMask[]{DelayMask.NEAR, DelayMask.FAR}) {
                byte[] both = rendered(preset("", masked(type, mask, amount)), Kernels.get(), 2, seed);
                for (int i = 0; i < both.length; i++) {
                    int row = i / SIZE.stride();
                    double past = row / (SIZE.height() - 1.0);
                    double share = 1 - amount * (mask == DelayMask.FAR ? 1 - past : past);
                    double expected = (came[i] & 0xff) * (1 - share) + (made[i] & 0xff) * share;
                    // half a level of rounding, and half a weight of 1/256
                    assertEquals(expected, both[i] & 0xff, 1.1, mask + " " + amount + " at " + i + ", seed " + seed);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("maskable")
    void workersAndKernelsMakeNoDifference(EffectType type) {
        long seed = System.nanoTime();
        Preset preset = preset("pattern=radial,repeat=3,speed=0.4", masked(type, DelayMask.NEAR, 0.9));
        byte[] expected = rendered(preset, new ScalarKernels(), 1, seed);
        assertArrayEquals(expected, rendered(preset, Kernels.get(), 5, seed), "seed " + seed);
    }

    @Test
    void whatIsMaskedWhollyStaysAndWhatIsNotIsTheEffect() {
        Slot effect = masked(Effects.byId("pixelate"), DelayMask.FAR, 1);
        String constantNow = "from=0,to=0";
        String constantPast = "from=1,to=1";
        for (String interpolation : new String[]{"linear", "nearest"}) {
            String way = ",interpolation=" + interpolation + ",depth=2.5";
            byte[] now = rendered(preset(constantNow + way, effect), Kernels.get(), 1, 7);
            assertArrayEquals(rendered(preset(constantNow + way, effect.withEnabled(false)), Kernels.get(), 1, 7), now);
            byte[] past = rendered(preset(constantPast + way, effect), Kernels.get(), 1, 7);
            assertArrayEquals(rendered(preset(constantPast + way, Slot.of(effect.type())), Kernels.get(), 1, 7), past);
        }
    }

    /** Behind a homography that makes smaller, larger or differently shaped pictures. */
    @ParameterizedTest
    @CsvSource({"60,20", "45,31", "22,15", "1,1", "91,62"})
    void aMapOfAnotherSizeIsStretched(int width, int height) {
        long seed = System.nanoTime();
        FrameSize output = new FrameSize(width, height);
        Slot resized = Slot.of(Effects.byId("homography")).withValues(Effects.byId("homography").defaults()
                .with("width", Integer.toString(width)).with("height", Integer.toString(height)));
        Slot plain = Slot.of(Effects.byId("threshold"));
        Preset before = preset("", resized);
        byte[] came = rendered(before, Kernels.get(), 1, seed, output);
        byte[] made = rendered(before.plus(plain), Kernels.get(), 1, seed, output);
        for (String moving : new String[]{"", "speed=0.00001"}) {
            byte[] both = rendered(preset(moving, resized).plus(masked(plain.type(), DelayMask.FAR, 1)), Kernels.get(),
                    2, seed, output);
            for (int i = 0; i < both.length; i++) {
                int row = i / output.stride();
                int rowOfMap = (int) Math.floor((row + 0.5) * SIZE.height() / height);
                double share = rowOfMap / (SIZE.height() - 1.0);
                double expected = (came[i] & 0xff) * (1 - share) + (made[i] & 0xff) * share;
                assertEquals(expected, both[i] & 0xff, 1.1, moving + " at " + i + ", seed " + seed);
            }
        }
    }

    @Test
    void whoCannotBeMaskedSaysSo() {
        Slot effect = masked(Effects.byId("threshold"), DelayMask.FAR, 1);
        Slot resized = masked(Effects.byId("homography"), DelayMask.NEAR, 1);
        Slot larger = resized.withValues(resized.values().with("width", "50"));
        Preset empty = Preset.empty("test").withRing(RingSettings.LENGTH, LENGTH);
        assertEquals(Optional.of(DelayMask.NO_MAP), note(empty.plus(effect), SIZE));
        assertEquals(Optional.empty(), note(empty.plus(Slot.of(effect.type())), SIZE));
        assertEquals(Optional.empty(), note(preset("", effect), SIZE));
        assertNotEquals(Optional.of(DelayMask.OTHER_SIZE), note(preset("", resized), SIZE));
        assertEquals(Optional.of(DelayMask.OTHER_SIZE), note(preset("", larger), new FrameSize(50, SIZE.height())));
    }

    /** Of the last effect. */
    private static Optional<String> note(Preset preset, FrameSize output) {
        try (FrameRing ring = Scene.filled(SIZE, LENGTH, LENGTH + 1, new Random(1));
                Arena arena = Arena.ofShared();
                Workers workers = new Workers(1);
                Chain chain = new Chain(SIZE, Kernels.get(), workers)) {
            chain.render(ring.newest(), preset, Frame.allocate(output, arena));
            return chain.monitor(preset.chain().getLast().id()).orElseThrow().note();
        }
    }

    @Test
    void aMaskWithoutAMapBeforeItIsNone() {
        Slot effect = masked(Effects.byId("threshold"), DelayMask.FAR, 1);
        Preset alone = Preset.empty("test").withRing(RingSettings.LENGTH, LENGTH).plus(effect);
        assertFalse(alone.hasDelayMapBefore("threshold"));
        Preset plain = alone.with("threshold", slot -> Slot.of(slot.type()));
        assertArrayEquals(rendered(plain, Kernels.get(), 1, 3), rendered(alone, Kernels.get(), 1, 3));
        Preset displaced = preset("", effect);
        assertTrue(displaced.hasDelayMapBefore("threshold"));
        Preset resting = displaced.with("time-displacement", slot -> slot.withEnabled(false));
        assertFalse(resting.hasDelayMapBefore("threshold"));
        assertArrayEquals(rendered(plain, Kernels.get(), 1, 3), rendered(resting, Kernels.get(), 1, 3));
    }

    @Test
    void theLastMapBeforeItCounts() {
        Slot effect = masked(Effects.byId("threshold"), DelayMask.FAR, 1);
        Slot now = Slot.of(TimeDisplacement.TYPE)
                .withValues(TimeDisplacement.TYPE.defaults().with("to", "0"));
        Preset both = preset("from=1", effect).plus(now).moved("time-displacement-2", 1);
        assertArrayEquals(rendered(both.without("threshold"), Kernels.get(), 1, 3),
                rendered(both, Kernels.get(), 1, 3));
    }

    @Test
    void maskingAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Preset preset = preset("pattern=radial,speed=0.5", masked(Effects.byId("pixelate"), DelayMask.FAR, 1))
                .plus(masked(Effects.byId("threshold"), DelayMask.NEAR, 0.5));
        FrameValues values = new FrameValues(preset);
        try (FrameRing ring = Scene.filled(SIZE, LENGTH, LENGTH + 1, new Random(1));
                Arena arena = Arena.ofShared();
                Workers workers = new Workers(1);
                Chain chain = new Chain(SIZE, new ScalarKernels(), workers)) {
            Frame picture = Frame.allocate(SIZE, arena);
            long best = Long.MAX_VALUE;
            for (int round = 0; round < 60; round++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 10; i++) {
                    values.take(preset);
                    values.of(1).set(DelayMask.AMOUNT, (round * 10 + i) / 600.0);
                    Scene.movingBar(Objects.requireNonNull(ring.claim()), i);
                    ring.publish((round * 10 + i) * 40_000_000L);
                    chain.render(ring.newest(), values, picture);
                }
                best = Math.min(best, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertEquals(0, best, "bytes in the leanest ten frames");
        }
    }
}
