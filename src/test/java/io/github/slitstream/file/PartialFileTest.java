package io.github.slitstream.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX) // whose names have up to 255 bytes
class PartialFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 240, 245, 246, 251})
    void aNameMayBeAsLongAsTheSystemTakes(int length) throws IOException {
        Path target = folder.resolve("n".repeat(length) + ".png");
        PartialFile.write(target, "text");
        assertEquals("text", Files.readString(target));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void bytesCountNotLetters() throws IOException {
        Path target = folder.resolve("ü".repeat(125) + ".png");
        assertEquals(254, target.getFileName().toString().getBytes(StandardCharsets.UTF_8).length);
        PartialFile.write(target, "text");
        assertEquals("text", Files.readString(target));
    }

    @Test
    void aLongEndingIsNoEnding() throws IOException {
        Path target = folder.resolve("a." + "b".repeat(253));
        PartialFile.write(target, "text");
        assertEquals("text", Files.readString(target));
    }

    @Test
    void aNameThatIsTooLongIsSaidToBe() {
        Path target = folder.resolve("n".repeat(252) + ".png");
        IOException refusal = assertThrows(IOException.class, () -> new PartialFile(target));
        assertEquals(target + " cannot be written: File name too long; choose another name", refusal.getMessage());
    }

    @Test
    void theUnfinishedFileKeepsTheEnding() throws IOException {
        try (PartialFile partial = new PartialFile(folder.resolve("film.mp4"))) {
            assertTrue(partial.path().toString().endsWith(".mp4"), partial.path().toString());
        }
    }
}
