package io.github.slitstream.view.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/** Port: asks people for files and folders. */
@FunctionalInterface
public interface FileDialogs {
    /**
     * Waits until a file was chosen, or none.
     *
     * @param extensions what is offered, without the dot; empty for every file
     */
    Optional<Path> open(Window owner, String title, List<String> extensions);

    /** Waits until a folder was chosen, or none; where nobody can be asked, it is none. */
    default Optional<Path> folder(Window owner, String title) {
        return Optional.empty();
    }
}
