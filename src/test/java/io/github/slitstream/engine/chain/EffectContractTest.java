package io.github.slitstream.engine.chain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.slitstream.effect.Effect;
import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.effect.Footprint;
import io.github.slitstream.effect.HomographyWarp;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.SingleFrameHistory;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Named;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.Pattern;
import io.github.slitstream.pattern.Patterns;
import io.github.slitstream.pattern.Shaping;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.Slot;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every effect of the catalog keeps, and the time displacement with every pattern. */
@Tag("kernels")
class EffectContractTest {
    private static final FrameSize ODD = new FrameSize(67, 35);
    private static final long LONGEST_NANOS = 30_000_000_000L;

    /** An effect with some values, by a name for the report. */
    record Subject(String name, Slot settings) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Subject> subjects() {
        List<Subject> all = new ArrayList<>();
        for (EffectType type : Effects.ALL) {
            all.add(new Subject(type.id(), Slot.of(type)));
        }
        all.add(new Subject("homography-pinned", Slot.of(HomographyWarp.TYPE).withValues(
                HomographyWarp.TYPE.defaults().with("top-left-x", "0.2").with("top-right-y", "0.3")
                        .with("interpolation", "linear").with("border", "fill").with("fill-blue", "90"))));
        for (Pattern pattern : Patterns.ALL) {
            all.add(new Subject("time-displacement-" + pattern.id(), Slot.of(TimeDisplacement.TYPE)
                    .with(TimeDisplacement.PATTERN, pattern).with(Shaping.SPEED, 0.7)));
        }
        Slot convolution = Slot.of(Effects.byId("convolution"));
        Choice<?> filters = (Choice<?>) convolution.values().parameter("filter");
        for (Named filter : filters.options()) {
            all.add(new Subject("convolution-" + filter.id(),
                    convolution.withValues(convolution.values().with(filters.id(), filter.id()))));
        }
        return all.stream();
    }

    @Test
    void idsAreUnique() {
        Set<String> ids = new HashSet<>();
        for (EffectType type : Effects.ALL) {
            assertTrue(ids.add(type.id()), type.id());
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void defaultsAreAllowedAndSurviveBeingWritten(Subject subject) {
        Values values = subject.settings().values();
        for (Parameter<?> parameter : values.parameters()) {
            checkRoundTrip(parameter, values);
        }
    }

    private static <T> void checkRoundTrip(Parameter<T> parameter, Values values) {
        assertEquals(parameter.defaultValue(), parameter.check(parameter.defaultValue()), parameter.id());
        assertEquals(values.get(parameter), parameter.parse(values.text(parameter)), parameter.id());
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void anySizeWorksAndTheInputStaysUnmodified(Subject subject) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (FrameSize size : List.of(new FrameSize(1, 1), new FrameSize(1, 9), new FrameSize(13, 1), ODD)) {
            try (FrameRing ring = Scene.filled(size, 5, 7, random); Arena arena = Arena.ofShared()) {
                FrameHistory history = ring.newest();
                byte[] before = Scene.bytes(history);
                Frame out = Frame.allocate(size, arena);
                renderOnce(history, subject, Kernels.get(), 2, out);
                assertArrayEquals(before, Scene.bytes(history), size + " seed " + seed);
                assertEquals(history.capturedNanos(0), out.capturedNanos());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void workersAndKernelsMakeNoDifference(Subject subject) {
        long seed = System.nanoTime();
        try (FrameRing ring = Scene.filled(ODD, 9, 9, new Random(seed)); Arena arena = Arena.ofShared()) {
            Frame expected = Frame.allocate(ODD, arena);
            renderOnce(ring.newest(), subject, new ScalarKernels(), 1, expected);
            for (int threads : new int[]{1, 2, 5}) {
                Frame out = Frame.allocate(ODD, arena);
                renderOnce(ring.newest(), subject, Kernels.get(), threads, out);
                assertArrayEquals(Scene.bytes(expected), Scene.bytes(out), threads + " threads, seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pointSubjects")
    void aPointEffectMayWorkInPlace(Subject subject) {
        long seed = System.nanoTime();
        Effect effect = subject.settings().type().create(ODD, Kernels.get());
        try (Arena arena = Arena.ofShared()) {
            Frame picture = Frame.allocate(ODD, arena);
            Frame out = Frame.allocate(ODD, arena);
            Scene.noise(picture, new Random(seed));
            SingleFrameHistory input = new SingleFrameHistory();
            input.show(picture, 0);
            effect.prepare(input, subject.settings().values());
            effect.render(input, out, 0, ODD.height());
            effect.render(input, picture, 0, ODD.height());
            assertArrayEquals(Scene.bytes(out), Scene.bytes(picture), "seed " + seed);
        }
    }

    static Stream<Subject> pointSubjects() {
        return subjects().filter(subject -> subject.settings().type().footprint() == Footprint.POINT);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void nothingIsAllocatedAfterWarmUp(Subject subject) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        FrameSize size = new FrameSize(64, 36);
        Preset preset = Preset.empty("test").plus(subject.settings());
        try (FrameRing ring = Scene.filled(size, 8, 8, new Random(1));
                Arena arena = Arena.ofShared();
                Workers workers = new Workers(1);
                Chain chain = new Chain(size, new ScalarKernels(), workers)) {
            Frame out = Frame.allocate(size, arena);
            long best = Long.MAX_VALUE;
            long end = System.nanoTime() + LONGEST_NANOS; // the compiler may be busy with something else
            for (int round = 0; best > 0 && System.nanoTime() < end; round++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 10; i++) {
                    pushNext(ring, round * 10 + i);
                    chain.render(ring.newest(), preset, out);
                }
                best = Math.min(best, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertEquals(0, best, "bytes in the leanest ten frames");
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void looksAsItDid(Subject subject) throws IOException {
        FrameSize size = new FrameSize(160, 90);
        Preset preset = Preset.empty("test").plus(subject.settings());
        try (FrameRing ring = new FrameRing(size, 30);
                Arena arena = Arena.ofShared();
                Workers workers = new Workers(2);
                Chain chain = new Chain(size, Kernels.get(), workers)) {
            Frame out = Frame.allocate(size, arena);
            for (int i = 0; i < 40; i++) {
                pushNext(ring, i);
                chain.render(ring.newest(), preset, out);
            }
            GoldenPictures.check(EffectContractTest.class, subject.name(), out);
        }
    }

    private static void pushNext(FrameRing ring, int number) {
        Frame slot = ring.claim();
        if (slot == null) {
            throw new AssertionError("the ring is read after each frame");
        }
        Scene.movingBar(slot, number);
        ring.publish(number * 40_000_000L);
    }

    private static void renderOnce(FrameHistory history, Subject subject, Kernels kernels, int threads, Frame out) {
        try (Workers workers = new Workers(threads); Chain chain = new Chain(history.size(), kernels, workers)) {
            chain.render(history, Preset.empty("test").plus(subject.settings()), out);
        }
    }
}
