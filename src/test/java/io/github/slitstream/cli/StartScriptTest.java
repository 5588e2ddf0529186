package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The start script with Javas that only say what they were started with. */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {
    private static final Pattern SHARED_ARCHIVE = Pattern.compile("-XX:SharedArchiveFile=([^|]*)\\|");
    private static final Pattern ARCHIVE = Pattern.compile("-Dslitstream.classes=([^|]*)\\|");

    @TempDir
    private Path folder;

    private Path script;

    @BeforeEach
    void copyTheScript() throws IOException {
        script = executable(Files.createDirectories(folder.resolve("a place/bin")).resolve("slitstream"),
                Files.readString(Path.of("src/launcher/slitstream")).replace("${jvm.modules}", "MODULES")
                        .replace("${jvm.flags}", "-Dflags").replace("${jvm.compilation}", "-Dcompilation")
                        .replace("${main.class}", "MAIN")
                        .replace("${project.build.finalName}", "program"));
    }

    @Test
    void takesTheJavaOfJavaHomeAndHandsOnTheArguments() throws Exception {
        Path home = java("new", "25.0.1");
        Outcome outcome = run(script, home.toString(), "/usr/bin:/bin");
        assertEquals(0, outcome.exitCode(), outcome.text());
        assertTrue(outcome.text().contains("MAIN|render|two words|"), outcome.text());
        assertTrue(outcome.text().contains("a place/javafx|"), outcome.text());
    }

    @Test
    void passesOverAnOldJavaHomeForANewerOneOnThePath() throws Exception {
        Path old = java("old", "17.0.15");
        Path newer = java("newer", "26");
        Outcome outcome = run(script, old.toString(), newer.resolve("bin") + ":/usr/bin:/bin");
        assertTrue(outcome.text().contains("newer|"), outcome.text());
    }

    @Test
    void startsThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), script);
        Outcome outcome = run(link, java("new", "25").toString(), "/usr/bin:/bin");
        assertTrue(outcome.text().contains("a place/lib/program.jar|"), outcome.text());
    }

    @Test
    void readsTheVersionWhereAJdkSaysItInsteadOfStartingIt() throws Exception {
        Path home = java("new", "17 or so it says when asked");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"25.0.1\"\n");
        Outcome outcome = run(script, home.toString(), "/usr/bin:/bin");
        assertTrue(outcome.text().contains("new|"), outcome.text());
    }

    @Test
    void startsWithTheArchiveOfClasses() throws Exception {
        Path archive = sharedArchive(run(script, java("new", "25").toString(), "/usr/bin:/bin").text());
        assertEquals(folder.resolve("a place"), archive.getParent());
    }

    /** Java would take it there, and then find JavaFX in two places. */
    @Test
    void noArchiveServesAFolderThatItWasNotMadeIn() throws Exception {
        String java = java("new", "25").toString();
        Path here = sharedArchive(run(script, java, "/usr/bin:/bin").text());
        Files.createFile(here);
        Files.move(folder.resolve("a place"), folder.resolve("elsewhere"));
        Path there = sharedArchive(run(folder.resolve("elsewhere/bin/slitstream"), java, "/usr/bin:/bin").text());
        assertTrue(Files.exists(there.resolveSibling(here.getFileName())));
        assertNotEquals(here.getFileName(), there.getFileName());
    }

    /** A folder that was copied since has newer files than the archive in the cache. */
    @Test
    void startsWithTheArchiveInTheCacheUnlessThePackagedOneIsNewer() throws Exception {
        String java = java("new", "25").toString();
        Path own = archive(run(script, java, "/usr/bin:/bin").text());
        assertEquals(folder.resolve(".cache/slitstream"), own.getParent());
        Files.createFile(Files.createDirectories(own.getParent()).resolve(own.getFileName()));
        assertTrue(run(script, java, "/usr/bin:/bin").text().contains("SharedArchiveFile=" + own + "|"));
        Files.delete(own);
        Path packaged = Files.createFile(sharedArchive(run(script, java, "/usr/bin:/bin").text()));
        Files.createFile(own);
        Files.setLastModifiedTime(packaged, FileTime.from(Instant.now().minusSeconds(60)));
        assertTrue(run(script, java, "/usr/bin:/bin").text().contains("SharedArchiveFile=" + own + "|"));
        Files.setLastModifiedTime(packaged, FileTime.from(Instant.now().plusSeconds(60)));
        assertEquals(packaged, sharedArchive(run(script, java, "/usr/bin:/bin").text()));
    }

    @Test
    void eachFolderHasAnArchiveOfItsOwn() throws Exception {
        String java = java("new", "25").toString();
        String here = run(script, java, "/usr/bin:/bin").text();
        Files.move(folder.resolve("a place"), folder.resolve("elsewhere"));
        String there = run(folder.resolve("elsewhere/bin/slitstream"), java, "/usr/bin:/bin").text();
        assertNotEquals(archive(here), archive(there));
        assertEquals(archive(here).getParent(), archive(there).getParent());
    }

    private static Path archive(String text) {
        return named(ARCHIVE, text);
    }

    private static Path sharedArchive(String text) {
        return named(SHARED_ARCHIVE, text);
    }

    private static Path named(Pattern option, String text) {
        Matcher named = option.matcher(text);
        assertTrue(named.find(), text);
        return Path.of(named.group(1));
    }

    @ParameterizedTest
    @CsvSource({"C, C.UTF-8", "POSIX, C.UTF-8", "no_SUCH.UTF-8, C.UTF-8", "C.UTF-8, C.UTF-8"})
    void namesOfFilesAreUtf8WhateverTheLocale(String locale, String expected) throws Exception {
        Outcome outcome = run(script, java("new", "25").toString(), "/usr/bin:/bin", locale);
        assertTrue(outcome.text().contains("LC_ALL=" + expected + "|"), outcome.text());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void startsFromAFolderWithAColon() throws Exception {
        Path moved = Files.move(folder.resolve("a place"), folder.resolve("10:30"));
        Outcome outcome = run(moved.resolve("bin/slitstream"), java("new", "25").toString(), "/usr/bin:/bin");
        assertTrue(outcome.text().contains("|-cp|/proc/self/fd/9/lib/program.jar|"), outcome.text());
        assertTrue(outcome.text().contains("folder 9 has bin|"), outcome.text());
    }

    private Path java(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        executable(Files.createDirectories(home.resolve("bin")).resolve("java"), """
            #!/bin/sh
            if [ "$1" = -version ]; then echo 'openjdk version "%s" 2026-01-01' >&2; exit 0; fi
            printf '%%s|' %s "$@" "LC_ALL=$LC_ALL"
            if [ -d /proc/self/fd/9 ]; then printf '%%s|' "folder 9 has $(ls /proc/self/fd/9)"; fi
            """.formatted(version, name));
        return home;
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Outcome(int exitCode, String text) {}

    private Outcome run(Path program, String javaHome, String path) throws IOException, InterruptedException {
        return run(program, javaHome, path, "C.UTF-8");
    }

    private Outcome run(Path program, String javaHome, String path, String locale)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(program.toString(), "render", "two words"))
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome);
        builder.environment().put("PATH", path);
        builder.environment().put("LC_ALL", locale);
        builder.environment().put("HOME", folder.toString());
        builder.environment().remove("XDG_CACHE_HOME");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text);
    }
}
