package io.github.slitstream.engine.chain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.slitstream.effect.Effect;
import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Effects;
import io.github.slitstream.effect.Footprint;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.SingleFrameHistory;
import io.github.slitstream.kernel.PixelPlaces;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.pattern.Pattern;
import io.github.slitstream.pattern.Patterns;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import io.github.slitstream.preset.Slot;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainTest {
    /** More than a pass takes at once. */
    private static final FrameSize SIZE = new FrameSize(331, 407);
    private static final int LENGTH = 4;
    private static final int FRAMES = 6;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aChainIsItsEffectsOneAfterAnother(int threads) {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            Preset preset = Preset.empty("test").withRing(RingSettings.LENGTH, LENGTH)
                    .withChain(IntStream.range(0, 1 + random.nextInt(6))
                            .mapToObj(i -> Slot.of(Effects.ALL.get(random.nextInt(Effects.ALL.size()))))
                            .toList());
            try (Arena arena = Arena.ofShared();
                    FrameRing ring = new FrameRing(SIZE, LENGTH);
                    Workers workers = new Workers(threads);
                    Chain chain = new Chain(SIZE, new ScalarKernels(), workers)) {
                List<Alone> alone = preset.chain().stream().map(settings -> new Alone(settings, arena)).toList();
                Frame picture = Frame.allocate(SIZE, arena);
                for (int i = 0; i < FRAMES; i++) {
                    Scene.movingBar(Objects.requireNonNull(ring.claim()), i);
                    ring.publish(i * 40_000_000L);
                    FrameHistory history = ring.newest();
                    chain.render(history, preset, picture);
                    assertArrayEquals(expected(history, alone), Scene.bytes(picture),
                            "seed " + seed + ", frame " + i + " of " + preset.chain());
                }
                alone.forEach(effect -> effect.history.close());
            }
        }
    }

    @Test
    void aPastOfOneFrameIsThatFrameInEveryPatternThatMovesNoPixels() {
        try (Arena arena = Arena.ofShared();
                FrameRing ring = Scene.filled(SIZE, LENGTH, 1, new Random(1));
                Workers workers = new Workers(2)) {
            FrameHistory history = ring.newest();
            for (Pattern pattern : Patterns.ALL) {
                if (pattern.field(SIZE).place(new PixelPlaces(SIZE.width(), SIZE.height()))) {
                    continue;
                }
                Preset preset = Preset.empty("test")
                        .plus(Slot.of(TimeDisplacement.TYPE).with(TimeDisplacement.PATTERN, pattern));
                Frame picture = Frame.allocate(SIZE, arena);
                try (Chain chain = new Chain(SIZE, new ScalarKernels(), workers)) {
                    chain.render(history, preset, picture);
                }
                assertArrayEquals(Scene.bytes(history.now()), Scene.bytes(picture), pattern.id());
            }
        }
    }

    private static byte[] expected(FrameHistory input, List<Alone> effects) {
        byte[] last = new byte[0];
        FrameHistory next = input;
        for (Alone effect : effects) {
            last = effect.render(next);
            next = effect.output;
        }
        return last;
    }

    /** An effect with frames of its own, rendered as one band. */
    private static final class Alone {
        private final Slot settings;
        private final Effect effect;
        private final FrameRing history = new FrameRing(SIZE, LENGTH);
        private final Frame picture;
        private final SingleFrameHistory output = new SingleFrameHistory();

        Alone(Slot settings, Arena arena) {
            EffectType type = settings.type();
            this.settings = settings;
            this.effect = type.create(SIZE, new ScalarKernels());
            this.picture = Frame.allocate(SIZE, arena);
        }

        byte[] render(FrameHistory input) {
            FrameHistory read = input instanceof SingleFrameHistory before
                    && settings.type().footprint() == Footprint.TEMPORAL
                            ? remembered(before)
                            : input;
            effect.prepare(read, settings.values());
            effect.render(read, picture, 0, SIZE.height());
            output.show(picture, input.capturedNanos(0));
            return Scene.bytes(picture);
        }

        private FrameHistory remembered(FrameHistory newest) {
            Objects.requireNonNull(history.claim()).copyFrom(newest.now());
            history.publish(newest.capturedNanos(0));
            return history.newest();
        }
    }
}
