package io.github.slitstream.engine;

import io.github.slitstream.effect.Effect;
import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Footprint;
import io.github.slitstream.effect.TimeDisplacement;
import io.github.slitstream.engine.Pass.Stage;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.pattern.DelayMap;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.preset.Preset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Applies the effects of a preset to pictures of one size. An effect keeps its state as long as it stays in the chain
 * and its input keeps its size, wherever it moves and whether it is on or off. A temporal effect that is not the first
 * gets a ring of its own input, which stays as it is while the effect is off.
 *
 * <p>
 * Point effects join the {@link Pass} of the effect before them. A pass reads what the pass before it wrote: into the
 * ring of a temporal effect, or else by turns into one frame in between and the output, so that the last one meets the
 * output. Pictures of a size other than the output's have frames of their own.
 *
 * <p>
 * One thread renders; nothing is allocated while the preset stays the same.
 */
public final class Chain implements AutoCloseable {
    private final FrameSize size;
    private final Function<EffectType, Kernels> kernels;
    private final Workers workers;
    private final BetweenFrames between = new BetweenFrames();
    private final Map<String, Running> effects = new HashMap<>();
    private final Map<String, FrameRing> rings = new HashMap<>();
    private @Nullable Preset current;
    private volatile List<Stage> stages = List.of();
    private List<Pass> passes = List.of();
    private FrameSize outputSize;

    /** An effect at work, and what it was made for. */
    private record Running(EffectType type, Effect effect, FrameSize input) {}

    public Chain(FrameSize size, Kernels kernels, Workers workers) {
        this(size, type -> kernels, workers);
    }

    /** @param kernels what the effects of a type work with */
    Chain(FrameSize size, Function<EffectType, Kernels> kernels, Workers workers) {
        this.size = size;
        this.kernels = kernels;
        this.workers = workers;
        this.outputSize = size;
    }

    public FrameSize size() {
        return size;
    }

    /**
     * Renders one picture and stamps it with the capture time of its newest input.
     *
     * @param input of this chain's size
     * @param output of the size that {@link #outputSize} tells; stays the caller's
     */
    public void render(FrameHistory input, Preset preset, Frame output) {
        arrange(preset);
        FrameHistory passInput = input;
        for (int i = 0; i < passes.size(); i++) {
            Pass pass = passes.get(i);
            FrameRing past = i == passes.size() - 1 ? null : passes.get(i + 1).past();
            Frame turn = pass.between() == null ? output : pass.between();
            Frame target = past == null ? turn : slot(past);
            FrameHistory written = pass.render(passInput, target, workers);
            passInput = past == null ? written : pushed(past, target);
        }
        if (passes.isEmpty()) {
            output.pixels().copyFrom(input.now().pixels());
        }
        output.stamp(input.capturedNanos(0));
    }

    /** The delay map of a time displacement at work, if the slot has one. Any thread. */
    public Optional<DelayMap> delayMap(String slot) {
        return stages.stream().filter(stage -> stage.slot().id().equals(slot)).map(Stage::effect)
                .filter(TimeDisplacement.class::isInstance).map(effect -> ((TimeDisplacement) effect).map())
                .findFirst();
    }

    /** What an effect at work says about its last picture, if the slot has one that says something. Any thread. */
    public Optional<String> note(String slot) {
        return stages.stream().filter(stage -> stage.slot().id().equals(slot)).findFirst()
                .flatMap(stage -> stage.effect().note());
    }

    /** Size of the pictures that a preset gives. Render thread. */
    public FrameSize outputSize(Preset preset) {
        arrange(preset);
        return outputSize;
    }

    /**
     * Bytes of the rings that a chain of this preset may keep beside that of its input, those of effects included that
     * are off for now.
     */
    public static long bytesFor(FrameSize size, Preset preset) {
        FrameSize input = size;
        boolean isFirst = true;
        long bytes = 0;
        for (Slot slot : preset.chain()) {
            bytes += !isFirst && isTemporal(slot) ? PresetRing.bytes(input, 1, preset) : 0;
            if (slot.enabled()) {
                input = slot.type().outputSize(input, slot.values());
                isFirst = false;
            }
        }
        return bytes;
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
        if (preset.equals(current)) {
            return;
        }
        List<Slot> enabled = enabled(preset);
        effects.keySet().removeIf(id -> preset.chain().stream().noneMatch(slot -> slot.id().equals(id)));
        List<Stage> arranged = new ArrayList<>();
        FrameSize input = size;
        for (Slot slot : enabled) {
            Stage stage = stage(slot, input);
            arranged.add(stage);
            input = stage.output();
        }
        outputSize = input;
        passes = passes(arranged, preset);
        rings.entrySet().removeIf(entry -> !isKept(entry.getKey(), entry.getValue(), preset)
                && closed(entry.getValue()));
        between.closeUnwanted();
        stages = List.copyOf(arranged);
        current = preset;
    }

    private Stage stage(Slot slot, FrameSize input) {
        EffectType type = slot.type();
        Running present = effects.get(slot.id());
        if (present == null || !present.type().equals(type) || !present.input().equals(input)) {
            present = new Running(type, type.create(input, kernels.apply(type)), input);
            effects.put(slot.id(), present);
        }
        return new Stage(slot, present.effect(), type.outputSize(input, slot.values()));
    }

    private List<Pass> passes(List<Stage> arranged, Preset preset) {
        List<Pass> made = new ArrayList<>();
        for (int i = 0; i < arranged.size();) {
            Stage first = arranged.get(i);
            int end = i + 1;
            while (end < arranged.size() && arranged.get(end).isPoint()) {
                end++;
            }
            FrameRing past = i > 0 && isTemporal(first.slot())
                    ? ring(first.slot(), preset, arranged.get(i - 1).output())
                    : null;
            made.add(
                    new Pass(first, arranged.subList(i + 1, end), past, between(arranged.subList(i, arranged.size()))));
            i = end;
        }
        return List.copyOf(made);
    }

    /**
     * Where the first of some stages, the last of which writes the output, leaves its picture; null for the output
     * itself.
     */
    private @Nullable Frame between(List<Stage> here) {
        int passesBehind = (int) here.stream().skip(1).filter(stage -> !stage.isPoint()).count();
        boolean outputsTurn = passesBehind % 2 == 0;
        FrameSize made = here.getFirst().output();
        return outputsTurn && made.equals(outputSize) ? null : between.of(made, passesBehind % 2);
    }

    private FrameRing ring(Slot reader, Preset preset, FrameSize input) {
        FrameRing present = rings.get(reader.id());
        if (present != null && PresetRing.isAsWanted(present, preset) && present.size().equals(input)) {
            return present;
        }
        FrameRing made = PresetRing.make(input, 1, preset, kernels.apply(reader.type()));
        if (present != null) {
            made.adopt(present);
            present.close();
        }
        rings.put(reader.id(), made);
        return made;
    }

    /** Whether a ring is in use, or will be when its effect is switched on again. */
    private boolean isKept(String id, FrameRing ring, Preset preset) {
        boolean isOff = preset.chain().stream().anyMatch(slot -> slot.id().equals(id) && !slot.enabled());
        return isOff || passes.stream().anyMatch(pass -> ring.equals(pass.past()));
    }

    private static List<Slot> enabled(Preset preset) {
        return preset.chain().stream().filter(Slot::enabled).toList();
    }

    private static boolean isTemporal(Slot slot) {
        return slot.type().footprint() == Footprint.TEMPORAL;
    }

    private static boolean closed(FrameRing ring) {
        ring.close();
        return true;
    }

    @Override
    public void close() {
        rings.values().forEach(FrameRing::close);
        between.close();
    }
}
