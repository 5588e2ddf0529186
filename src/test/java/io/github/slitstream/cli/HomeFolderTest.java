package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class HomeFolderTest {
    @TempDir
    Path folder;

    @Test
    void isTheFolderThatTheEnvironmentNames() {
        assertEquals(Optional.of(folder), HomeFolder.named("Linux", folder.toString()));
        assertEquals(Optional.empty(), HomeFolder.named("Windows 11", folder.toString()));
        assertEquals(Optional.empty(), HomeFolder.named("Linux", folder.resolve("nowhere").toString()));
        assertEquals(Optional.empty(), HomeFolder.named("Linux", "home"));
        assertEquals(Optional.empty(), HomeFolder.named("Linux", null));
    }

    @Test
    void isPrivateAndTheSameAtEachStart() throws IOException {
        Path home = HomeFolder.temporary(folder);
        assertEquals(home, HomeFolder.temporary(folder));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home)));
        try (Stream<Path> made = Files.list(folder)) {
            assertEquals(List.of(home), made.toList());
        }
    }

    @Test
    void whatOthersMayWriteToIsNotTrusted() throws IOException {
        Path home = HomeFolder.temporary(folder);
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertNotEquals(home, HomeFolder.temporary(folder));
        Files.delete(home);
        Files.createSymbolicLink(home, folder);
        Path fresh = HomeFolder.temporary(folder);
        assertNotEquals(home, fresh);
        assertTrue(Files.isDirectory(fresh));
    }
}
