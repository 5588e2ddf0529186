package io.github.slitstream.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConfigFolderTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void everySystemHasItsCustom() {
        assertEquals(HOME.resolve(".config/slitstream"), ConfigFolder.of("Linux", HOME, Map.of()));
        assertEquals(HOME.resolve("Library/Application Support/Slitstream"),
                ConfigFolder.of("Mac OS X", HOME, Map.of("XDG_CONFIG_HOME", "/elsewhere")));
        assertEquals(HOME.resolve("AppData/Roaming/Slitstream"), ConfigFolder.of("Windows 11", HOME, Map.of()));
    }

    @Test
    void theEnvironmentIsHeardIfItNamesAWholePath() {
        assertEquals(Path.of("/elsewhere/slitstream"),
                ConfigFolder.of("Linux", HOME, Map.of("XDG_CONFIG_HOME", "/elsewhere")));
        assertEquals(HOME.resolve(".config/slitstream"),
                ConfigFolder.of("Linux", HOME, Map.of("XDG_CONFIG_HOME", "not/whole")));
        assertEquals(Path.of("/roaming/Slitstream"),
                ConfigFolder.of("Windows 10", HOME, Map.of("APPDATA", "/roaming")));
    }
}
