package io.github.slitstream.view.model;

import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetStore;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Opens pictures and videos that may carry the preset they were made with. A picture stands for its preset, a video is
 * played; the other way is offered.
 */
public final class CarriedPresets {
    private static final String PICTURE = ".png";

    private final PresetStore store;
    private final PresetModel presets;
    private final SourceModel sources;
    private final Tasks tasks;
    private final Consumer<Notice> notices;

    /** @param tasks look into files */
    public CarriedPresets(PresetStore store, PresetModel presets, SourceModel sources, Tasks tasks,
            Consumer<Notice> notices) {
        this.store = store;
        this.presets = presets;
        this.sources = sources;
        this.tasks = tasks;
        this.notices = notices;
    }

    /** Opens a file; one that carries no preset is a source. */
    public void open(Path file) {
        tasks.run(() -> store.carriedBy(file).map(carried -> carried.namedAfter(file)),
                carried -> opened(file, carried),
                fault -> {
                    play(file);
                    notices.accept(Notice.warning(fault));
                });
    }

    private void opened(Path file, Optional<Preset> carried) {
        if (carried.isEmpty()) {
            play(file);
        } else if (file.toString().toLowerCase(Locale.ROOT).endsWith(PICTURE)) {
            takeFrom(file, carried.get());
        } else {
            play(file);
            notices.accept(Notice.offer(file.getFileName() + " was made with the preset " + carried.get().name(),
                    "Use its preset", () -> presets.open(carried.get())));
        }
    }

    private void takeFrom(Path file, Preset preset) {
        if (presets.open(preset)) {
            notices.accept(Notice.offer("This is the preset that " + file.getFileName() + " was made with",
                    "Open the picture", () -> play(file)));
        }
    }

    private void play(Path file) {
        sources.open(file.toAbsolutePath().toString());
    }
}
