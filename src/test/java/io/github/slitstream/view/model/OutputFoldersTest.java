package io.github.slitstream.view.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.OutputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS) // which has no such file
class OutputFoldersTest {
    @TempDir
    Path home;

    @Test
    void withoutAFileTheyAreWhereTheSystemKeepsThem() {
        assertEquals(new OutputFolders(home.resolve("Pictures/Slitstream"), home.resolve("Videos/Slitstream")),
                OutputFolders.of("Linux", home, Map.of()));
        assertEquals(home.resolve("Movies/Slitstream"),
                OutputFolders.of("Mac OS X", home, Map.of()).recordings());
    }

    @Test
    void numberedPicturesHaveAFolderOfTheirOwn() throws IOException {
        OutputFolders folders = new OutputFolders(home, home.resolve("videos"));
        LocalDateTime now = LocalDateTime.of(2026, 11, 28, 3, 4, 5);
        Path first = folders.newRecording(now, OutputFormat.PNG);
        assertEquals(home.resolve("videos/Slitstream 2026-11-28 03.04.05/%05d.png"), first);
        assertTrue(Files.isDirectory(first.resolveSibling("")));
        assertEquals(home.resolve("videos/Slitstream 2026-11-28 03.04.05 2/%05d.png"),
                folders.newRecording(now, OutputFormat.PNG));
        assertEquals(home.resolve("videos/Slitstream 2026-11-28 03.04.05.mp4"),
                folders.newRecording(now, OutputFormat.MP4));
    }

    @Test
    void theFileOfTheDesktopIsHeard() throws IOException {
        write(home.resolve(".config"), """
            # XDG_PICTURES_DIR="$HOME/no"
            XDG_PICTURES_DIR="$HOME/Bilder \\"2\\""
            XDG_VIDEOS_DIR="/mnt/videos"
            """);
        OutputFolders folders = OutputFolders.of("Linux", home, Map.of("XDG_CONFIG_HOME", "not/whole"));
        assertEquals(home.resolve("Bilder \"2\"/Slitstream"), folders.snapshots());
        assertEquals(Path.of("/mnt/videos/Slitstream"), folders.recordings());
    }

    @Test
    void itLiesWhereTheEnvironmentSays() throws IOException {
        write(home.resolve(".config"), "XDG_VIDEOS_DIR=\"$HOME/wrong\"\n");
        write(home.resolve("settings"), "XDG_VIDEOS_DIR=\"$HOME/Filme\"\n");
        Map<String, String> environment = Map.of("XDG_CONFIG_HOME", home.resolve("settings").toString());
        assertEquals(home.resolve("Filme/Slitstream"), OutputFolders.of("Linux", home, environment).recordings());
    }

    @Test
    void theHomeFolderItselfMeansNone() throws IOException {
        write(home.resolve(".config"), "XDG_VIDEOS_DIR=\"$HOME/\"\nXDG_PICTURES_DIR=\"Pictures\"\n");
        assertEquals(new OutputFolders(home.resolve("Pictures/Slitstream"), home.resolve("Videos/Slitstream")),
                OutputFolders.of("Linux", home, Map.of()));
    }

    private static void write(Path folder, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder).resolve("user-dirs.dirs"), text);
    }
}
