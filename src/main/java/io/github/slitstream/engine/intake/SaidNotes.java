package io.github.slitstream.engine.intake;

import java.util.List;

/**
 * Which of a source's notes are new. A note whose numbers grow with the damage is said once; another one may come
 * anywhere among those that were said. One thread.
 */
final class SaidNotes {
    private List<String> said = List.of();

    /** Forgets what was said, for a source that begins. */
    void clear() {
        said = List.of();
    }

    /** @param notes all that the source has, as {@link io.github.slitstream.frame.FrameSource#notes} gives them */
    List<String> news(List<String> notes) {
        if (notes.size() <= said.size()) {
            return List.of();
        }
        List<String> before = said;
        said = List.copyOf(notes);
        return said.stream().filter(line -> !before.contains(line)).toList();
    }
}
