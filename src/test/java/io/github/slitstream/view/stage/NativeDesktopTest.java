package io.github.slitstream.view.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeDesktopTest {
    @TempDir
    private Path folder;

    @Test
    void theBinKnowsWhereFilesCameFromAndKeepsThoseOfOneName() throws IOException {
        NativeDesktop desktop = new NativeDesktop("Linux", folder.resolve("data"));
        for (String text : List.of("one", "two")) {
            Path file = Files.writeString(folder.resolve("a film.mp4"), text);
            desktop.moveToBin(file);
            assertFalse(Files.exists(file));
        }
        Path trash = folder.resolve("data/Trash");
        assertEquals("one", Files.readString(trash.resolve("files/a film.mp4")));
        assertEquals("two", Files.readString(trash.resolve("files/2 a film.mp4")));
        List<String> note = Files.readAllLines(trash.resolve("info/2 a film.mp4.trashinfo"));
        assertEquals("[Trash Info]", note.get(0));
        assertEquals("Path=" + folder.toUri().getRawPath() + "a%20film.mp4", note.get(1));
        assertTrue(note.get(2).matches("DeletionDate=\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?"), note.get(2));
    }

    @Test
    void whatCannotGoIntoTheBinIsSaidAndLeavesNoNote() throws IOException {
        NativeDesktop desktop = new NativeDesktop("Linux", folder.resolve("data"));
        Path gone = folder.resolve("gone.mp4");
        String refusal = String
                .valueOf(assertThrows(IOException.class, () -> desktop.moveToBin(gone)).getMessage());
        assertTrue(refusal.startsWith(gone + " cannot be moved to "), refusal);
        try (Stream<Path> notes = Files.list(folder.resolve("data/Trash/info"))) {
            assertEquals(List.of(), notes.toList());
        }
    }
}
