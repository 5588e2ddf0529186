package io.github.slitstream.view.stage;

import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.view.control.FileDialogs;
import io.github.slitstream.view.model.SourceModel;
import io.github.slitstream.view.rig.RigPanel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.Stage;

/** Asks what is to be opened. */
final class OpenDialogs {
    private static final List<String> CAMERA_FILES = List.of("npy", "yaml", "yml", "json", "xml", "txt");

    private final Stage stage;
    private final FileDialogs files;

    OpenDialogs(Stage stage, FileDialogs files) {
        this.stage = stage;
        this.files = files;
    }

    void file(Consumer<Path> open) {
        files.open(stage, "Open a video, a picture or a preset", List.of()).ifPresent(open);
    }

    void folder(SourceModel source) {
        files.folder(stage, "Play a folder of videos and pictures")
                .ifPresent(folder -> source.open(folder.toAbsolutePath().toString()));
    }

    void preset(Consumer<Path> open) {
        files.open(stage, "Open a preset", PresetStore.FILE_ENDINGS).ifPresent(open);
    }

    void rig(RigPanel rig) {
        files.open(stage, "Open the cameras of a rig", CAMERA_FILES).ifPresent(rig::open);
    }

    static void url(PromptBar prompt, SourceModel source) {
        prompt.ask("Open URL", "", "Open", text -> {
            if (text.isEmpty()) {
                return "Type an address such as http://…, rtsp://… or camera:0.";
            }
            source.open(text);
            return "";
        });
    }
}
