package io.github.slitstream.engine;

import io.github.slitstream.effect.Effect;
import io.github.slitstream.effect.Footprint;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.pattern.DelayMap;
import io.github.slitstream.preset.EffectSettings;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.RingSettings;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Applies the effects of a preset to pictures of one size. An effect keeps its state as long as it stays in the chain,
 * wherever it moves. A temporal effect that is not the first gets a ring of its own input.
 *
 * <p>
 * One thread renders; nothing is allocated while the preset stays the same.
 */
public final class Chain implements AutoCloseable {
    private final FrameSize size;
    private final Kernels kernels;
    private final Workers workers;
    private final Arena arena = Arena.ofShared();
    private final Frame[] between;
    private final Present[] betweenHistory;
    private final Map<Long, Effect> effects = new HashMap<>();
    private final Map<Long, FrameRing> rings = new HashMap<>();
    private @Nullable Preset current;
    private volatile List<Stage> stages = List.of();

    public Chain(FrameSize size, Kernels kernels, Workers workers) {
        this.size = size;
        this.kernels = kernels;
        this.workers = workers;
        this.between = new Frame[]{Frame.allocate(size, arena), Frame.allocate(size, arena)};
        this.betweenHistory = new Present[]{new Present(between[0]), new Present(between[1])};
    }

    public FrameSize size() {
        return size;
    }

    /**
     * Renders one picture and stamps it with the capture time of its newest input.
     *
     * @param input of this chain's size
     * @param output of this chain's size; stays the caller's
     */
    public void render(FrameHistory input, Preset preset, Frame output) {
        if (!preset.equals(current)) {
            arrange(preset);
        }
        List<Stage> now = stages;
        FrameHistory stageInput = input;
        for (int i = 0; i < now.size(); i++) {
            boolean last = i == now.size() - 1;
            FrameRing nextRing = last ? null : now.get(i + 1).ring;
            Frame target = last ? output : target(nextRing, i);
            now.get(i).render(stageInput, target, workers);
            stageInput = nextRing == null ? betweenHistory[i % 2] : pushed(nextRing, target);
        }
        if (now.isEmpty()) {
            MemorySegment.copy(input.memory(), input.offset(0), output.pixels(), 0, size.bytes());
        }
        output.stamp(input.capturedNanos(0));
    }

    /** The delay map of a time displacement at work, if the key names one. Any thread. */
    public Optional<DelayMap> delayMap(long key) {
        return stages.stream().filter(stage -> stage.settings.key() == key).map(stage -> stage.effect)
                .filter(TimeDisplacement.class::isInstance).map(effect -> ((TimeDisplacement) effect).map())
                .findFirst();
    }

    /** Bytes of the histories that a chain of this preset keeps beside the ring of its input. */
    public static long bytesFor(FrameSize size, Preset preset) {
        List<EffectSettings> enabled = enabled(preset);
        long temporal = IntStream.range(1, enabled.size()).filter(i -> isTemporal(enabled.get(i))).count();
        return temporal * FrameRing.bytesFor(size, preset.ring().get(RingSettings.LENGTH));
    }

    private Frame target(@Nullable FrameRing nextRing, int stage) {
        if (nextRing == null) {
            return between[stage % 2];
        }
        Frame slot = nextRing.claim();
        if (slot == null) {
            throw new IllegalStateException("a chain reads its own rings at once, so a slot is always free");
        }
        return slot;
    }

    private static FrameHistory pushed(FrameRing ring, Frame frame) {
        ring.publish(frame.capturedNanos());
        return ring.newest();
    }

    private void arrange(Preset preset) {
        List<EffectSettings> enabled = enabled(preset);
        effects.keySet().removeIf(key -> enabled.stream().noneMatch(settings -> settings.key() == key));
        int ringLength = preset.ring().get(RingSettings.LENGTH);
        stages = IntStream.range(0, enabled.size()).mapToObj(i -> stage(enabled.get(i), i > 0, ringLength)).toList();
        rings.entrySet().removeIf(entry -> stages.stream().noneMatch(stage -> stage.ring == entry.getValue())
                && closed(entry.getValue()));
        current = preset;
    }

    private Stage stage(EffectSettings settings, boolean hasEffectBefore, int ringLength) {
        Effect effect = effects.computeIfAbsent(settings.key(), key -> settings.type().create(size, kernels));
        FrameRing ring = hasEffectBefore && isTemporal(settings) ? ring(settings.key(), ringLength) : null;
        return new Stage(settings, effect, ring);
    }

    private FrameRing ring(long key, int length) {
        FrameRing present = rings.get(key);
        if (present != null && present.capacity() == length) {
            return present;
        }
        FrameRing made = new FrameRing(size, length);
        if (present != null) {
            made.adopt(present);
            present.close();
        }
        rings.put(key, made);
        return made;
    }

    private static List<EffectSettings> enabled(Preset preset) {
        return preset.chain().stream().filter(EffectSettings::enabled).toList();
    }

    private static boolean isTemporal(EffectSettings settings) {
        return settings.type().footprint() == Footprint.TEMPORAL;
    }

    private static boolean closed(FrameRing ring) {
        ring.close();
        return true;
    }

    @Override
    public void close() {
        rings.values().forEach(FrameRing::close);
        arena.close();
    }

    /** One effect of the chain as it is rendered now; {@code ring} is its own past, where it has one. */
    private static final class Stage implements Workers.Bands {
        private final EffectSettings settings;
        private final Effect effect;
        private final @Nullable FrameRing ring;
        private @Nullable FrameHistory input;
        private @Nullable Frame output;

        Stage(EffectSettings settings, Effect effect, @Nullable FrameRing ring) {
            this.settings = settings;
            this.effect = effect;
            this.ring = ring;
        }

        void render(FrameHistory from, Frame to, Workers workers) {
            input = from;
            output = to;
            to.stamp(from.capturedNanos(0));
            effect.prepare(from, settings.values());
            workers.run(to.size().height(), this);
        }

        @Override
        public void rows(int from, int to) {
            if (input != null && output != null) {
                effect.render(input, output, from, to);
            }
        }
    }
}
