package io.github.slitstream.engine.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SaidNotesTest {
    private final SaidNotes notes = new SaidNotes();

    @Test
    void aNoteThatComesBeforeOthersIsSaid() {
        assertEquals(List.of(), notes.news(List.of()));
        assertEquals(List.of("sound is damaged"), notes.news(List.of("sound is damaged")));
        assertEquals(List.of("pictures are damaged"),
                notes.news(List.of("pictures are damaged", "sound is damaged")));
    }

    @Test
    void aNoteWhoseNumberGrowsIsSaidOnce() {
        assertEquals(List.of("1 picture is damaged"), notes.news(List.of("1 picture is damaged")));
        assertEquals(List.of(), notes.news(List.of("2 pictures are damaged")));
    }

    @Test
    void aSourceThatBeginsSaysAllAgain() {
        List<String> all = List.of("a", "b");
        assertEquals(all, notes.news(all));
        assertEquals(List.of(), notes.news(all));
        notes.clear();
        assertEquals(all, notes.news(all));
    }
}
