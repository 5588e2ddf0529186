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

/** Opens what is dropped onto the window. */
final class FileDrop {
    private static final List<String> PRESETS = List.of(".yaml", ".yml");

    private final Consumer<Path> openPreset;
    private final Consumer<Path> openFile;
    private final Consumer<String> openUrl;

    /**
     * @param openPreset opens a text file of a preset
     * @param openFile opens all other files
     */
    FileDrop(Consumer<Path> openPreset, Consumer<Path> openFile, Consumer<String> openUrl) {
        this.openPreset = openPreset;
        this.openFile = openFile;
        this.openUrl = openUrl;
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
            openFile.accept(file);
        }
    }

    private void dropped(DragEvent event) {
        Dragboard board = event.getDragboard();
        List<File> files = board.getFiles();
        if (!files.isEmpty()) {
            open(files.getFirst().toPath());
        } else if (board.hasUrl()) {
            openUrl.accept(board.getUrl());
        }
        event.setDropCompleted(isWelcome(board));
        event.consume();
    }

    private static boolean isWelcome(Dragboard board) {
        return board.hasFiles() || board.hasUrl();
    }
}
