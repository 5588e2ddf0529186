package io.github.slitstream.engine;

import io.github.slitstream.effect.Effect;
import io.github.slitstream.effect.Footprint;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.engine.Pass.Stage;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.pattern.DelayMap;
import io.github.slitstream.preset.EffectSettings;
import io.github.slitstream.preset.Preset;
import java.lang.foreign.Arena;
import java.util.ArrayList;
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
 * Point effects join the {@link Pass} of the effect before them. A pass reads what the pass before it wrote: into the
 * ring of a temporal effect, or else by turns into one frame in between and the output, so that the last one meets the output.
 *
 * <p>
 * One thread renders; nothing is allocated while the preset stays the same.
 */
public final class Chain implements AutoCloseable {
    private final FrameSize size;
    private final Kernels kernels;
    private final Workers workers;
    private final Arena arena = Arena.ofShared();
    private final Frame between;
    private final Map<Long, Effect> effects = new HashMap<>();
    private final Map<Long, FrameRing> rings = new HashMap<>();
    private @Nullable Preset current;
    private volatile List<Stage> stages = List.of();
    private List<Pass> passes = List.of();

    public Chain(FrameSize size, Kernels kernels, Workers workers) {
        this.size = size;
        this.kernels = kernels;
        this.workers = workers;
        this.between = Frame.allocate(size, arena);
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
        FrameHistory passInput = input;
        for (int i = 0; i < passes.size(); i++) {
            int left = passes.size() - 1 - i;
            FrameRing past = left == 0 ? null : passes.get(i + 1).past();
            Frame turn = left % 2 == 0 ? output : between;
            Frame target = past == null ? turn : slot(past);
            FrameHistory written = passes.get(i).render(passInput, target, workers);
            passInput = past == null ? written : pushed(past, target);
        }
        if (passes.isEmpty()) {
            output.pixels().copyFrom(input.now().pixels());
        }
        output.stamp(input.capturedNanos(0));
    }

    /** The delay map of a time displacement at work, if the key names one. Any thread. */
    public Optional<DelayMap> delayMap(long key) {
        return stages.stream().filter(stage -> stage.settings().key() == key).map(Stage::effect)
                .filter(TimeDisplacement.class::isInstance).map(effect -> ((TimeDisplacement) effect).map())
                .findFirst();
    }

    /** Bytes of the histories that a chain of this preset keeps beside the ring of its input. */
    public static long bytesFor(FrameSize size, Preset preset) {
        List<EffectSettings> enabled = enabled(preset);
        long temporal = IntStream.range(1, enabled.size()).filter(i -> isTemporal(enabled.get(i))).count();
        return temporal * PresetRing.bytes(size, preset);
    }

    /** Bytes of the frames that this chain holds beside its rings. */
    long bytes() {
        return between.size().bytes();
    }

    private static Frame slot(FrameRing ring) {
        Frame slot = ring.claim();
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
        List<Stage> arranged = enabled.stream().map(this::stage).toList();
        passes = passes(arranged, preset);
        rings.entrySet().removeIf(entry -> passes.stream().noneMatch(pass -> pass.past() == entry.getValue())
                && closed(entry.getValue()));
        stages = arranged;
        current = preset;
    }

    private Stage stage(EffectSettings settings) {
        return new Stage(settings,
                effects.computeIfAbsent(settings.key(), key -> settings.type().create(size, kernels)));
    }

    private List<Pass> passes(List<Stage> arranged, Preset preset) {
        List<Pass> made = new ArrayList<>();
        for (int i = 0; i < arranged.size();) {
            Stage first = arranged.get(i);
            int end = i + 1;
            while (end < arranged.size() && arranged.get(end).isPoint()) {
                end++;
            }
            boolean needsPast = i > 0 && isTemporal(first.settings());
            made.add(new Pass(first, arranged.subList(i + 1, end),
                    needsPast ? ring(first.settings().key(), preset) : null));
            i = end;
        }
        return List.copyOf(made);
    }

    private FrameRing ring(long key, Preset preset) {
        FrameRing present = rings.get(key);
        if (present != null && PresetRing.isAsWanted(present, preset)) {
            return present;
        }
        FrameRing made = PresetRing.make(size, preset);
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
}
