package io.github.slitstream.view.stage;

import io.github.slitstream.param.BadValue;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.view.WindowPorts;
import io.github.slitstream.view.model.PresetModel;
import io.github.slitstream.view.model.SessionStore;
import java.io.IOException;
import java.util.function.Consumer;

/** The preset that a window opens with: the one asked for, or that of the last session, or the default. */
final class OpenedPreset {
    private OpenedPreset() {}

    /** @param warn hears, now and later, why a preset cannot be played */
    static PresetModel of(WindowPorts ports, SessionStore store, Consumer<String> warn) {
        Preset start = ports.preset().or(() -> store.preset(warn)).orElseGet(PresetStore::defaultPreset);
        try {
            ports.player().play(start);
        } catch (BadValue e) {
            warn.accept(e.getMessage());
            start = ports.player().preset();
        }
        return new PresetModel(start, keptAs(start, ports.presets()), ports.player()::play, warn);
    }

    /** The preset of that name, to tell whether it was changed since; the preset itself where there is none. */
    private static Preset keptAs(Preset start, PresetStore presets) {
        try {
            return presets.load(start.name());
        } catch (IOException | BadValue none) {
            return start;
        }
    }
}
