package io.github.slitstream.view.control;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The platform's own file dialogs; each starts in the folder where the last one ended. */
public final class NativeFileDialogs implements FileDialogs {
    private final FileChooser chooser = new FileChooser();

    @Override
    public Optional<Path> open(Window owner, String title, List<String> extensions) {
        chooser.setTitle(title);
        chooser.getExtensionFilters().clear();
        if (!extensions.isEmpty()) {
            List<String> globs = extensions.stream().map(extension -> "*." + extension).toList();
            chooser.getExtensionFilters().add(new ExtensionFilter(String.join(", ", globs), globs));
        }
        chooser.getExtensionFilters().add(new ExtensionFilter("All files", "*"));
        File chosen = chooser.showOpenDialog(owner);
        if (chosen == null) {
            return Optional.empty();
        }
        chooser.setInitialDirectory(chosen.getParentFile());
        return Optional.of(chosen.toPath());
    }

    @Override
    public Optional<Path> folder(Window owner, String title) {
        DirectoryChooser folders = new DirectoryChooser();
        folders.setTitle(title);
        folders.setInitialDirectory(chooser.getInitialDirectory());
        File chosen = folders.showDialog(owner);
        if (chosen == null) {
            return Optional.empty();
        }
        chooser.setInitialDirectory(chosen);
        return Optional.of(chosen.toPath());
    }
}
