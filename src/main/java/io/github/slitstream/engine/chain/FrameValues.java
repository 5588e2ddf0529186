package io.github.slitstream.engine.chain;

import io.github.slitstream.param.ValueSlab;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.Slot;
import java.util.List;

/**
 * The preset that is played, and what the values of its slots are for the next picture: those of the preset, and over
 * them whatever moves from picture to picture. Filling it allocates nothing while the slots stay. One thread.
 */
public final class FrameValues {
    private Preset preset;
    private List<ValueSlab> slabs;

    public FrameValues(Preset start) {
        preset = start;
        slabs = slabs(start);
    }

    /** Takes over all values of a preset. */
    public void take(Preset next) {
        if (!hasSlotsOf(next)) {
            slabs = slabs(next);
        }
        preset = next;
        for (int i = 0; i < slabs.size(); i++) {
            slabs.get(i).take(next.chain().get(i).values());
        }
    }

    public Preset preset() {
        return preset;
    }

    /** @param place of a slot in the chain of the preset, 0 being the first */
    public ValueSlab of(int place) {
        return slabs.get(place);
    }

    private boolean hasSlotsOf(Preset next) {
        List<Slot> current = preset.chain();
        List<Slot> slots = next.chain();
        if (slots.size() != current.size()) {
            return false;
        }
        for (int i = 0; i < slots.size(); i++) {
            if (!slots.get(i).isPlaceOf(current.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<ValueSlab> slabs(Preset preset) {
        return preset.chain().stream().map(slot -> new ValueSlab(slot.values())).toList();
    }
}
