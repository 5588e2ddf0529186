package io.github.slitstream.file;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.file.DiskSpace.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsNeededAndWhatIsThereAreSaid() {
        IOException refused = assertThrows(IOException.class,
                () -> DiskSpace.check(List.of(new Need(folder.resolve("big"), 9_000_000_000_000_000_000L))));
        assertTrue(String.valueOf(refused.getMessage()).matches(
                ".*big needs 9,000,000,000.000 GB, but only [0-9,.]+ GB are free there; .*"), refused.getMessage());
    }

    @Test
    void filesOfOneDiskAreAddedUp() throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        Need most = new Need(folder.resolve("a"), free / 10 * 6);
        assertDoesNotThrow(() -> DiskSpace.check(List.of(most)));
        assertThrows(IOException.class,
                () -> DiskSpace.check(List.of(most, new Need(folder.resolve("b"), free / 10 * 6))));
    }

    @Test
    void aFolderThatIsMissingIsNamedFirst() {
        IOException refused = assertThrows(IOException.class,
                () -> DiskSpace.check(List.of(new Need(folder.resolve("none").resolve("a"), Long.MAX_VALUE))));
        assertTrue(String.valueOf(refused.getMessage()).contains("there is no folder"), refused.getMessage());
    }
}
