package io.github.slitstream.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedFileTest {
    @TempDir
    private Path folder;

    @Test
    void itsNameSaysWhatItIsAndItTakesItsPlace() throws IOException {
        try (UnfinishedFile file = UnfinishedFile.create(folder.resolve("film.mp4"))) {
            assertEquals(folder.resolve("film.unfinished.mp4").toAbsolutePath(), file.path());
            assertTrue(UnfinishedFile.isUnfinished(file.path()));
            Files.writeString(file.path(), "all");
            assertEquals(folder.resolve("film.mp4"), file.moveIntoPlace());
        }
        assertEquals("all", Files.readString(folder.resolve("film.mp4")));
        assertEquals(1, files().size());
    }

    @Test
    void noNameIsTakenTwice() throws IOException {
        Files.writeString(folder.resolve("film.mp4"), "before");
        try (UnfinishedFile two = UnfinishedFile.create(folder.resolve("film.mp4"));
                UnfinishedFile three = UnfinishedFile.create(folder.resolve("film.mp4"))) {
            assertEquals("film 2.unfinished.mp4", two.path().getFileName().toString());
            assertEquals("film 3.unfinished.mp4", three.path().getFileName().toString());
            Files.writeString(folder.resolve("film 2.mp4"), "meanwhile");
            Files.writeString(two.path(), "new");
            assertEquals("film 2 2.mp4", two.moveIntoPlace().getFileName().toString());
        }
        assertEquals("before", Files.readString(folder.resolve("film.mp4")));
        assertEquals("meanwhile", Files.readString(folder.resolve("film 2.mp4")));
        assertEquals("new", Files.readString(folder.resolve("film 2 2.mp4")));
    }

    @Test
    void whatIsBeingWrittenIsNobodyElses() throws IOException {
        Path path;
        try (UnfinishedFile file = UnfinishedFile.create(folder.resolve("film.mp4"))) {
            path = file.path();
            IOException refusal = assertThrows(IOException.class, () -> UnfinishedFile.adopt(file.path()));
            assertEquals(path + " is being written; wait until that has ended", refusal.getMessage());
            assertEquals(List.of(), UnfinishedFile.left(folder));
        }
        assertEquals(List.of(path.getFileName()), UnfinishedFile.left(folder).stream().map(Path::getFileName).toList());
        try (UnfinishedFile left = UnfinishedFile.adopt(path)) {
            assertEquals(folder.resolve("film.mp4").toAbsolutePath(), left.target());
        }
    }

    @Test
    void whatIsEmptyGoesWhatIsNotStays() throws IOException {
        try (UnfinishedFile file = UnfinishedFile.create(folder.resolve("a.mp4"))) {
            file.discard();
        }
        assertEquals(List.of(), files());
        UnfinishedFile.create(folder.resolve("a.mp4")).close();
        assertEquals(1, files().size());
    }

    @Test
    @EnabledOnOs(OS.LINUX) // others do not delete what is open
    void aDeletedFolderIsPutBackWithWhatWasWritten() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        try (UnfinishedFile file = UnfinishedFile.create(inner.resolve("film.mp4"))) {
            Files.writeString(file.path(), "written");
            Files.delete(file.path());
            Files.delete(inner);
            file.restore();
            assertEquals("written", Files.readString(file.path()));
            file.moveIntoPlace();
        }
        assertEquals("written", Files.readString(inner.resolve("film.mp4")));
    }

    @Test
    void otherNamesAreNotUnfinished() {
        assertFalse(UnfinishedFile.isUnfinished(Path.of("film.mp4")));
        assertFalse(UnfinishedFile.isUnfinished(Path.of("unfinished.mp4")));
        assertFalse(UnfinishedFile.isUnfinished(Path.of("film.unfinished")));
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
