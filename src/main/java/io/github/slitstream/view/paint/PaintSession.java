package io.github.slitstream.view.paint;

import io.github.slitstream.file.PartialFile;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.FileName;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.PaintedMap;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.preset.Slot;
import io.github.slitstream.view.model.Notice;
import io.github.slitstream.view.model.PresetModel;
import io.github.slitstream.view.model.Tasks;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The map that is being painted, if one is. Painting begins with a new file beside the own presets, so that what was
 * saved before stays as it is, and the file follows every stroke. It ends as well when the preset no longer names that
 * file. One thread.
 */
final class PaintSession {
    private final PresetModel model;
    private final PresetStore presets;
    private final Tasks writing;
    private final Consumer<Notice> say;
    private final Runnable changed;
    private @Nullable Open open;

    /** A slot whose parameter names the file of a map. */
    private record Open(String slot, FileName parameter, Path file, PaintedMap map, Painting painting,
            AtomicBoolean waits) {}

    /** @param changed runs when painting begins or ends */
    PaintSession(PresetModel model, PresetStore presets, Tasks writing, Consumer<Notice> say, Runnable changed) {
        this.model = model;
        this.presets = presets;
        this.writing = writing;
        this.say = say;
        this.changed = changed;
        model.listen(this::follow);
    }

    /** Whether the effect in a slot looks at a map that can be painted. */
    boolean isPaintable(String slot) {
        return slot(model.preset(), slot).flatMap(found -> painted(found.values())).isPresent();
    }

    Optional<Painting> painting() {
        return Optional.ofNullable(open).map(Open::painting);
    }

    /**
     * Begins to paint what the effect in a slot looks at now.
     *
     * @param size of the map
     */
    void begin(String slot, FrameSize size) {
        end();
        slot(model.preset(), slot).ifPresent(found -> painted(found.values())
                .ifPresent(parameter -> begin(slot, parameter, found.values().get(parameter), size)));
    }

    private void begin(String slot, FileName parameter, String from, FrameSize size) {
        try {
            Path file = presets.newCompanion("painted", ".png");
            PaintedMap map = PaintedMap.open(file.toString(), from, size);
            open = new Open(slot, parameter, file, map, new Painting(map), new AtomicBoolean());
            keep();
            model.set(slot, parameter, file.toString());
            changed.run();
        } catch (IOException | BadValue e) {
            say.accept(Notice.failure("No painting: " + e.getMessage()));
        }
    }

    /** Writes the map, unless that is going to happen anyway. */
    void keep() {
        Open current = open;
        if (current != null && current.waits.compareAndSet(false, true)) {
            writing.run(() -> write(current), file -> {}, this::failed);
        }
    }

    /** Ends painting; the map is in its file. */
    void end() {
        Open current = open;
        if (current == null) {
            return;
        }
        current.painting.end();
        open = null;
        writing.run(() -> write(current), file -> current.map.close(), fault -> {
            current.map.close();
            failed(fault);
        });
        changed.run();
    }

    private static Path write(Open current) throws IOException {
        current.waits.set(false);
        try (PartialFile partial = new PartialFile(current.file)) {
            try (OutputStream out = Files.newOutputStream(partial.path())) {
                current.map.save(out);
            }
            return partial.moveIntoPlace();
        }
    }

    private void failed(String fault) {
        say.accept(Notice.failure("The painted map was not kept: " + fault));
    }

    private void follow(Preset preset) {
        Open current = open;
        if (current != null && slot(preset, current.slot).filter(found -> names(found.values(), current)).isEmpty()) {
            end();
        }
    }

    private static boolean names(Values values, Open current) {
        return painted(values).filter(
                parameter -> parameter.equals(current.parameter)
                        && values.get(parameter).equals(current.file.toString()))
                .isPresent();
    }

    private static Optional<Slot> slot(Preset preset, String slot) {
        return preset.chain().stream().filter(effect -> effect.id().equals(slot)).findFirst();
    }

    private static Optional<FileName> painted(Values values) {
        return values.parameters().stream().filter(FileName.class::isInstance).map(FileName.class::cast)
                .filter(FileName::isPainted).findFirst();
    }
}
