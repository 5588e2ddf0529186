package io.github.slitstream.view.stage;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Opens what is dropped onto the window: a file of a preset, everything else as a source. */
final class FileDrop {
    private static final List<String> PRESETS = List.of(".yaml", ".yml");

    private final Consumer<Path> openPreset;
    private final Consumer<String> openSource;

    FileDrop(Consumer<Path> openPreset, Consumer<String> openSource) {
        this.openPreset = openPreset;
        this.openSource = openSource;
    }

    void install(Scene scene) {
        scene.setOnDragOver(event -> {
            if (isWelcome(event.getDragboard())) {
                event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            }
            event.consume();
        });
        scene.setOnDragDropped(this::dropped);
    }

    /** Opens one file as a drop would. */
    void open(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (PRESETS.stream().anyMatch(name::endsWith)) {
            openPreset.accept(file);
        } else {
            openSource.accept(file.toAbsolutePath().toString());
        }
    }

    private void dropped(DragEvent event) {
        Dragboard board = event.getDragboard();
        List<File> files = board.getFiles();
        if (!files.isEmpty()) {
            open(files.getFirst().toPath());
        } else if (board.hasUrl()) {
            openSource.accept(board.getUrl());
        }
        event.setDropCompleted(isWelcome(board));
        event.consume();
    }

    private static boolean isWelcome(Dragboard board) {
        return board.hasFiles() || board.hasUrl();
    }
}
