package io.github.slitstream.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassArchiveTest {
    @TempDir
    private Path folder;

    /** As Java 25 prints it with an archive of its own classes alone, with another on top, and without any. */
    @ParameterizedTest
    @CsvSource({"'[0x00007f1c8f000000-0x00007f1c8fdc0000-0x00007f1c8fdc0000), size 14417920', false",
        "'[0x00007f1c8f000000-0x00007f1c8fdc0000-0x00007f1c91a30000), size 44236800', true"})
    void anArchiveOnTopOfJavasOwnIsTheProgrammes(String ranges, boolean expected) {
        assertEquals(expected, ClassArchive.isMapped("Heap:\n\nCDS archive(s) mapped at: " + ranges + ", ...\n"));
    }

    @Test
    void whatIsNotToldIsNotMended() {
        assertTrue(ClassArchive.isMapped("CDS archive(s) not mapped\n"));
    }

    /** The virtual machine of the tests runs without an archive of the program. */
    @Test
    void thisJavaTellsWhatItHasMapped() throws IOException {
        String info = DiagnosticCommand.run("vmInfo");
        assertTrue(info.contains("CDS archive(s) mapped at: ["), info);
        assertFalse(ClassArchive.isMapped(info));
    }

    @Test
    void thoseThatWereUsedLastStay() throws IOException {
        for (int i = 1; i <= 5; i++) {
            Path archive = Files.createFile(folder.resolve("classes-" + i + ".jsa"));
            Files.setLastModifiedTime(archive, FileTime.fromMillis(1_000_000L * (i * 7 % 5)));
        }
        Files.createFile(folder.resolve(".4711-1.jsa"));
        Files.createFile(folder.resolve("presets.yaml"));
        ClassArchive.prune(folder);
        assertEquals(Set.of("classes-2.jsa", "classes-4.jsa", "classes-1.jsa", "presets.yaml"), names());
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    @Test
    void anotherProcessIsStartedAsThisOneButWithoutTheArchive() {
        List<String> line = ArchiveRenewal.commandLine(
                List.of("/jdk/bin/java", "-XX:+UseZGC", "-XX:SharedArchiveFile=/a/classes.jsa", "-cp", "a.jar", "Main"),
                "archive-classes");
        assertEquals(List.of("/jdk/bin/java", "-XX:+RecordDynamicDumpInfo", "-XX:+UseZGC", "-cp", "a.jar", "Main",
                "archive-classes"), line.subList(line.indexOf("/jdk/bin/java"), line.size()));
    }
}
