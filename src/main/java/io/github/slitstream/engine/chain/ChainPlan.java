package io.github.slitstream.engine.chain;

import io.github.slitstream.effect.EffectType;
import io.github.slitstream.engine.chain.Pass.Stage;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.Slot;
import java.util.List;

/**
 * What of a preset is connected to what: its slots, those that are on as stages with the sizes of their pictures, and
 * the passes that make them. It holds for any values that lead to the same sizes.
 *
 * @param input size of the pictures that come in
 * @param output size of those that go out
 */
record ChainPlan(Preset preset, FrameSize input, List<Stage> stages, List<Pass> passes, FrameSize output) {

    /** Whether a chain of these values is connected in the same way. Allocates nothing. */
    boolean holdsFor(FrameValues values) {
        Preset asked = values.preset();
        return (asked.equals(preset) || hasStructureOf(asked)) && hasSizesOf(values);
    }

    private boolean hasStructureOf(Preset other) {
        List<Slot> own = preset.chain();
        List<Slot> others = other.chain();
        if (own.size() != others.size() || !preset.ring().equals(other.ring())) {
            return false;
        }
        for (int i = 0; i < own.size(); i++) {
            if (!own.get(i).isPlaceOf(others.get(i)) || own.get(i).enabled() != others.get(i).enabled()
                    || own.get(i).flow() != others.get(i).flow()) {
                return false;
            }
        }
        return true;
    }

    private boolean hasSizesOf(FrameValues values) {
        FrameSize before = input;
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            EffectType type = stage.type();
            if (!type.makes(stage.output(), before, values.of(stage.place()))) {
                return false;
            }
            before = stage.output();
        }
        return true;
    }
}
