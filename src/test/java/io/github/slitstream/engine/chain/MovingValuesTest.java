package io.github.slitstream.engine.chain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.engine.flow.FlowPorts;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.param.Choice;
import io.github.slitstream.param.Int;
import io.github.slitstream.param.Numeric;
import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Real;
import io.github.slitstream.param.ValueSlab;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.Slot;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that something other than the preset sets for every picture. */
class MovingValuesTest {
    private static final FrameSize SIZE = new FrameSize(64, 36);
    private static final int LENGTH = 12;
    private static final Preset SMOOTH = Preset.empty("smooth").withRing(RingSettings.LENGTH, LENGTH)
            .plus(Slot.of(Effects.byId("time-displacement"))).with("time-displacement.pattern", "smooth-noise");

    /** A number of an effect, which perhaps an option of a choice brings. */
    record Moving(EffectType type, String choice, String option, Parameter<?> parameter) {
        @Override
        public String toString() {
            return type.id() + "." + parameter.id() + (option.isEmpty() ? "" : " of " + option);
        }

        Preset preset() {
            Preset plain = SMOOTH.without("time-displacement").plus(slot(type));
            return option.isEmpty() ? plain : plain.with(type.id() + "." + choice, option);
        }

        /** Along the whole slider. */
        void set(ValueSlab slab, double share) {
            switch (parameter) {
                case Real real -> slab.set(real, real.low() + share * (real.high() - real.low()));
                case Int whole -> slab.set(whole, (int) (whole.low() + share * (whole.high() - whole.low())));
                default -> throw new AssertionError(parameter.id());
            }
        }

        /** Within the third of the slider around the default, which everything else allows. */
        void setNear(ValueSlab slab, double share) {
            Numeric<?> number = (Numeric<?>) parameter;
            double low = number.low().doubleValue();
            double place = (number.defaultValue().doubleValue() - low) / (number.high().doubleValue() - low);
            set(slab, Math.clamp(place, 1 / 6.0, 5 / 6.0) + (share - 0.5) / 3);
        }
    }

    /** Those that move weights of a convolution, of which masks are made. */
    static boolean makesMasks(Moving moving) {
        return moving.type().id().equals("convolution")
                && Set.of("blur", "sharpen", "emboss", "motion-blur").contains(moving.option());
    }

    static Stream<Moving> movingInPlace() {
        return moving().filter(moving -> !makesMasks(moving));
    }

    /** Every number there is, but for the sides of pictures: with these, other things are connected. */
    static Stream<Moving> moving() {
        return Effects.ALL.stream().flatMap(type -> Stream.concat(moving(type, "", "", type.declared()),
                type.declared().stream().filter(Choice.class::isInstance)
                        .flatMap(choice -> ((Choice<?>) choice).options().stream().flatMap(option -> moving(type,
                                choice.id(), option.id(), option.parameters())))));
    }

    private static Stream<Moving> moving(EffectType type, String choice, String option,
            List<Parameter<?>> parameters) {
        return parameters.stream().filter(Numeric.class::isInstance)
                .filter(parameter -> !Set.of("width", "height").contains(parameter.id()))
                .map(parameter -> new Moving(type, choice, option, parameter));
    }

    @ParameterizedTest
    @MethodSource("movingInPlace")
    void aNumberThatMovesEveryFrameAllocatesNothing(Moving moving) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Preset preset = moving.preset();
        FrameValues values = new FrameValues(preset);
        try (Loop loop = new Loop()) {
            long best = Long.MAX_VALUE;
            for (int round = 0; round < 40; round++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 10; i++) {
                    values.take(preset);
                    moving.set(values.of(0), (round * 10 + i) / 400.0);
                    loop.render(values);
                }
                best = Math.min(best, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertEquals(0, best, "bytes in the leanest ten frames");
        }
    }

    @ParameterizedTest
    @MethodSource("moving")
    void aNumberThatMovesGivesTheSamePicturesAsPresetsThatHaveIt(Moving moving) {
        Preset preset = moving.preset();
        FrameValues values = new FrameValues(preset);
        try (Loop slab = new Loop(); Loop presets = new Loop()) {
            for (int i = 0; i < 24; i++) {
                values.take(preset);
                moving.setNear(values.of(0), (i - i % 3) / 24.0);
                Preset tuned = preset.with(moving.type().id() + "." + moving.parameter().id(),
                        text(moving.parameter(), values.of(0)));
                assertArrayEquals(presets.rendered(new FrameValues(tuned)), slab.rendered(values), "frame " + i);
            }
        }
    }

    @Test
    void whatIsMadeAnewGivesTheSamePicturesAsWhatWasKept() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Parameter<?>> numbers = SMOOTH.slot("time-displacement").values().parameters().stream()
                .filter(parameter -> parameter instanceof Real && !parameter.id().equals("speed")).toList();
        FrameValues values = new FrameValues(SMOOTH);
        try (Loop kept = new Loop()) {
            for (int i = 0; i < 60; i++) {
                Moving moving = new Moving(Effects.byId("time-displacement"), "", "",
                        numbers.get(random.nextInt(numbers.size())));
                moving.set(values.of(0), random.nextDouble());
                byte[] picture = kept.rendered(values);
                try (Chain fresh = new Chain(SIZE, new ScalarKernels(), kept.workers)) {
                    fresh.render(kept.ring.newest(), values, kept.other);
                }
                assertArrayEquals(Scene.bytes(kept.other), picture, moving + " in frame " + i + ", seed " + seed);
            }
        }
    }

    @Test
    void aPlanHoldsUntilSomethingIsConnectedOtherwise() {
        Preset preset = SMOOTH.plus(slot(Effects.byId("homography")));
        try (ChainPlanner planner = new ChainPlanner(SIZE, type -> new ScalarKernels(), FlowPorts.NONE)) {
            ChainPlan plan = planner.plan(new FrameValues(preset));
            assertTrue(holds(plan, preset));
            assertTrue(holds(plan, preset.with("time-displacement.depth", "5").named("other", "")));
            assertTrue(holds(plan, preset.with("homography.width", "64")), "as wide as its input");
            assertFalse(holds(plan, preset.with("homography.width", "63")));
            assertFalse(holds(plan, preset.moved("homography", 0)));
            assertFalse(holds(plan, preset.without("homography")));
            assertFalse(holds(plan, preset.with("homography", slot -> slot.withEnabled(false))));
            assertFalse(holds(plan, preset.withRing(RingSettings.LENGTH, 3)));
        }
    }

    private static boolean holds(ChainPlan plan, Preset preset) {
        return plan.holdsFor(new FrameValues(preset));
    }

    private static Slot slot(EffectType type) {
        return type.id().equals("time-displacement") ? SMOOTH.slot(type.id()) : Slot.of(type);
    }

    private static String text(Parameter<?> parameter, ValueSlab slab) {
        return switch (parameter) {
            case Real real -> Double.toString(slab.get(real));
            case Int whole -> Integer.toString(slab.get(whole));
            default -> throw new AssertionError(parameter.id());
        };
    }

    /** A ring that moves on, and a chain. */
    private static final class Loop implements AutoCloseable {
        private final Arena arena = Arena.ofShared();
        private final FrameRing ring = new FrameRing(SIZE, LENGTH);
        private final Workers workers = new Workers(1);
        private final Chain chain = new Chain(SIZE, new ScalarKernels(), workers);
        private final Frame picture = Frame.allocate(SIZE, arena);
        private final Frame other = Frame.allocate(SIZE, arena);
        private int frames;

        void render(FrameValues values) {
            Scene.movingBar(Objects.requireNonNull(ring.claim()), frames);
            ring.publish(frames++ * 40_000_000L);
            chain.render(ring.newest(), values, picture);
        }

        byte[] rendered(FrameValues values) {
            render(values);
            return Scene.bytes(picture);
        }

        @Override
        public void close() {
            chain.close();
            workers.close();
            ring.close();
            arena.close();
        }
    }
}
