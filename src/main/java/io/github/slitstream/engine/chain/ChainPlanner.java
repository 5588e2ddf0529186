package io.github.slitstream.engine.chain;

import io.github.slitstream.effect.DelayMask;
import io.github.slitstream.effect.Effect;
import io.github.slitstream.effect.EffectType;
import io.github.slitstream.effect.Footprint;
import io.github.slitstream.engine.chain.Pass.Stage;
import io.github.slitstream.engine.flow.FlowPorts;
import io.github.slitstream.engine.ring.PresetRing;
import io.github.slitstream.frame.FlowAxis;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Connects the effects of presets, and owns what they work with: the effects with their state, the rings of those that
 * look back on what another has made, and the intermediate frames. An effect stays as long as its slot is in the preset
 * and its input keeps its size, wherever it moves and whether it is on or off; so does its ring.
 *
 * <p>
 * Point effects join the {@link Pass} of the effect before them. A pass reads what the pass before it wrote: into the
 * ring of a temporal effect, or else alternately into one intermediate frame and the output, so that the last one meets
 * the output. Pictures of a size other than the output's have frames of their own.
 */
final class ChainPlanner implements AutoCloseable {
    private final FrameSize size;
    private final Function<EffectType, Kernels> kernels;
    private final FlowPorts flow;
    private final IntermediateFrames intermediate = new IntermediateFrames();
    private final Map<String, Running> effects = new HashMap<>();
    private final Map<String, InputRing> rings = new HashMap<>();

    /** An effect at work, and what it was made for. */
    private record Running(EffectType type, Effect effect, FrameSize input) {}

    /**
     * @param size of the pictures that come in
     * @param kernels what the effects of a type work with
     * @param flow how flow is found between the frames of rings
     */
    ChainPlanner(FrameSize size, Function<EffectType, Kernels> kernels, FlowPorts flow) {
        this.size = size;
        this.kernels = kernels;
        this.flow = flow;
    }

    ChainPlan plan(FrameValues values) {
        Preset preset = values.preset();
        effects.keySet().removeIf(id -> preset.chain().stream().noneMatch(slot -> slot.id().equals(id)));
        List<Stage> stages = new ArrayList<>();
        FrameSize output = size;
        Stage mapped = null;
        for (int place = 0; place < preset.chain().size(); place++) {
            if (preset.chain().get(place).enabled()) {
                Stage stage = stage(values, place, output, mapped);
                stages.add(stage);
                output = stage.output();
                mapped = stage.effect().delayMap().isPresent() ? stage : mapped;
            }
        }
        List<Pass> passes = passes(stages, preset, output);
        rings.entrySet().removeIf(ring -> !isKept(ring.getKey(), ring.getValue(), passes, preset)
                && closed(ring.getValue()));
        intermediate.closeUnused();
        return new ChainPlan(preset, size, List.copyOf(stages), passes, output);
    }

    static boolean isTemporal(EffectType type) {
        return type.footprint() == Footprint.TEMPORAL;
    }

    /** @param mapped the last one before it that has a delay map */
    private Stage stage(FrameValues values, int place, FrameSize input, @Nullable Stage mapped) {
        Slot slot = values.preset().chain().get(place);
        EffectType type = slot.type();
        Running current = effects.get(slot.id());
        if (current == null || !current.type().equals(type) || !current.input().equals(input)) {
            current = new Running(type, type.create(input, kernels.apply(type)), input);
            effects.put(slot.id(), current);
        }
        FrameSize output = type.outputSize(input, values.of(place));
        MaskedRows mask = type.isMaskable() && output.equals(input) ? mask(mapped, output) : null;
        boolean misses = type.isMaskable() && mask == null;
        String reason = output.equals(input) ? DelayMask.NO_MAP : DelayMask.OTHER_SIZE;
        return new Stage(place, slot.id(), type, current.effect(), output, mask,
                misses ? new MissingMask(current.effect(), reason) : null);
    }

    /** Of the kernels that make masks, those of the map's effect are warm when it is. */
    private @Nullable MaskedRows mask(@Nullable Stage mapped, FrameSize masked) {
        return mapped == null
                ? null
                : mapped.effect().delayMap().map(map -> new MaskedRows(map, masked, kernels.apply(mapped.type())))
                        .orElse(null);
    }

    private List<Pass> passes(List<Stage> stages, Preset preset, FrameSize output) {
        List<Pass> made = new ArrayList<>();
        for (int i = 0; i < stages.size();) {
            Stage first = stages.get(i);
            int end = i + 1;
            while (end < stages.size() && stages.get(end).isPoint()) {
                end++;
            }
            InputRing ring = i > 0 && isTemporal(first.type()) ? ring(first, preset, stages.get(i - 1).output()) : null;
            Frame left = intermediate(stages.subList(i, stages.size()), output);
            made.add(new Pass(first, stages.subList(i + 1, end), ring, left));
            i = end;
        }
        return List.copyOf(made);
    }

    /**
     * Where the first of some stages, the last of which writes the output, leaves its picture; null for the output
     * itself.
     */
    private @Nullable Frame intermediate(List<Stage> here, FrameSize output) {
        int passesBehind = (int) here.stream().skip(1).filter(stage -> !stage.isPoint()).count();
        boolean reachesOutput = passesBehind % 2 == 0;
        FrameSize made = here.getFirst().output();
        return reachesOutput && made.equals(output) ? null : intermediate.of(made, passesBehind % 2);
    }

    private InputRing ring(Stage reader, Preset preset, FrameSize input) {
        InputRing current = rings.get(reader.slot());
        FlowAxis axis = preset.chain().get(reader.place()).flow();
        if (current != null && PresetRing.isAsWanted(current.ring(), preset, axis)
                && current.ring().size().equals(input)) {
            return current;
        }
        InputRing made = new InputRing(
                PresetRing.make(input, 1, preset, kernels.apply(reader.type()), axis), flow);
        if (current != null) {
            made.ring().adopt(current.ring());
            current.close();
        }
        rings.put(reader.slot(), made);
        return made;
    }

    /** Whether a ring is in use, or will be when its effect is switched on again. */
    private static boolean isKept(String id, InputRing ring, List<Pass> passes, Preset preset) {
        boolean isOff = preset.chain().stream().anyMatch(slot -> slot.id().equals(id) && !slot.enabled());
        return isOff || passes.stream().anyMatch(pass -> ring.equals(pass.ring()));
    }

    private static boolean closed(InputRing ring) {
        ring.close();
        return true;
    }

    @Override
    public void close() {
        rings.values().forEach(InputRing::close);
        intermediate.close();
    }
}
