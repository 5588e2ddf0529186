package io.github.slitstream.engine.chain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.slitstream.effect.EffectMonitor;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.engine.chain.EffectContractTest.Subject;
import io.github.slitstream.engine.flow.FlowPorts;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.pattern.DelayMap;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.Slot;
import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is switched off for a while goes on from where it was, as if the pictures in between had not been. */
class KeptStateTest {
    private static final FrameSize SIZE = new FrameSize(53, 31);
    private static final int FRAMES = 16;
    private static final int OFF_FROM = 6;
    private static final int OFF_UNTIL = 10;

    @ParameterizedTest
    @MethodSource("moving")
    void aSlotThatWasOffForAWhileKeepsItsState(Subject subject) {
        Preset on = Preset.empty("on").plus(subject.settings());
        Preset off = on.with(subject.settings().id(), settings -> settings.withEnabled(false));
        try (Stage resting = new Stage(); Stage switching = new Stage()) {
            for (int i = 0; i < FRAMES; i++) {
                boolean isOff = i >= OFF_FROM && i < OFF_UNTIL;
                byte[] expected = isOff ? resting.pushed(i) : resting.rendered(i, on);
                assertArrayEquals(expected, switching.rendered(i, isOff ? off : on), "frame " + i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("moving")
    void aChainThatWasBypassedForAWhileKeepsItsState(Subject subject) {
        Preset preset = Preset.empty("on").plus(Slot.of(Effects.byId("colour"))).plus(subject.settings());
        try (Stage resting = new Stage(); Stage switching = new Stage()) {
            for (int i = 0; i < FRAMES; i++) {
                boolean isOff = i >= OFF_FROM && i < OFF_UNTIL;
                byte[] expected = isOff ? resting.pushed(i) : resting.rendered(i, preset);
                assertArrayEquals(expected, isOff ? switching.bypassed(i, preset) : switching.rendered(i, preset),
                        "frame " + i);
            }
        }
    }

    @Test
    void aDelayMapStaysWhileItsSlotIsOff() {
        Slot time = Slot.of(TimeDisplacement.TYPE);
        Preset on = Preset.empty("on").plus(Slot.of(Effects.byId("colour"))).plus(time);
        try (Stage stage = new Stage()) {
            stage.rendered(0, on);
            DelayMap before = stage.renderer.monitor(time.id()).flatMap(EffectMonitor::delayMap).orElseThrow();
            stage.rendered(1, on.with(time.id(), settings -> settings.withEnabled(false)));
            assertFalse(stage.renderer.monitor(time.id()).flatMap(EffectMonitor::delayMap).isPresent(), "off");
            byte[] again = stage.rendered(2, on);
            assertEquals(before, stage.renderer.monitor(time.id()).flatMap(EffectMonitor::delayMap).orElseThrow());
            assertFalse(Arrays.equals(again, stage.pushed(2)), "its own ring has kept its frames");
        }
    }

    /** Every subject of the contract, set in motion where it can move. */
    static Stream<Subject> moving() {
        return EffectContractTest.subjects().map(subject -> {
            Slot settings = subject.settings();
            for (String motion : new String[]{"speed", "spin"}) {
                if (settings.values().parameters().stream().anyMatch(parameter -> parameter.id().equals(motion))) {
                    settings = settings.withValues(settings.values().with(motion, "0.9"));
                }
            }
            return new Subject(subject.name(), settings);
        });
    }

    /** A ring and what renders it. */
    private static final class Stage implements AutoCloseable {
        private final Arena arena = Arena.ofShared();
        private final FrameRing ring = new FrameRing(SIZE, 8);
        private final Workers workers = new Workers(1);
        private final Renderer renderer = new Renderer(SIZE, type -> new ScalarKernels(), workers,
                (from, to, method) -> to.copyFrom(from), FlowPorts.NONE);
        private final Frame picture = Frame.allocate(SIZE, arena);

        byte[] rendered(int number, Preset preset) {
            push(number);
            renderer.plan(SIZE, preset);
            renderer.render(ring.newest(), picture);
            return Scene.bytes(picture);
        }

        byte[] bypassed(int number, Preset preset) {
            push(number);
            renderer.bypass(ring.newest(), preset, picture);
            return Scene.bytes(picture);
        }

        /** The picture as it came, rendered by nobody. */
        byte[] pushed(int number) {
            push(number);
            return Scene.bytes(ring.newest().now());
        }

        private void push(int number) {
            Scene.movingBar(Objects.requireNonNull(ring.claim()), number);
            ring.publish(number * 40_000_000L);
        }

        @Override
        public void close() {
            renderer.close();
            workers.close();
            ring.close();
            arena.close();
        }
    }
}
