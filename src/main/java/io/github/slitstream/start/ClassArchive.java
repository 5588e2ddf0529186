package io.github.slitstream.start;

import io.github.slitstream.file.PartialFile;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java's archive of the classes of this program, in the user's cache, one for each folder that the program starts from
 * and each Java. Java itself takes it or leaves it: it knows the Java and the jars that it was made of by their
 * versions, times and sizes.
 *
 * @param file where it is or is going to be
 */
public record ClassArchive(Path file) {
    /** The system property in which the start script names the file. */
    public static final String PROPERTY = "slitstream.classes";
    /** Lets Java note what it needs to archive the classes that it has loaded. */
    static final String RECORDING = "-XX:+RecordDynamicDumpInfo";

    private static final int KEPT = 3;
    /** From the base of Java's own classes to their end, and to the end of the program's, where these are mapped. */
    private static final Pattern MAPPED = Pattern
            .compile("CDS archive\\(s\\) mapped at: \\[0x(\\p{XDigit}+)-0x(\\p{XDigit}+)-0x(\\p{XDigit}+)\\)");

    /** As the start script names it; empty where the program was started otherwise. */
    public static Optional<ClassArchive> ofThisStart() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).filter(name -> !name.isEmpty()).map(Path::of)
                .map(ClassArchive::new);
    }

    /**
     * Whether another archive would shorten the next start: this one runs without, and not because Java refuses one
     * that is newer than all that it is made of.
     */
    boolean isWanted() throws IOException {
        if (isMapped(DiagnosticCommand.run("vmInfo"))) {
            touch();
            return false;
        }
        return !Files.exists(file) || Files.getLastModifiedTime(file).compareTo(newest(jars())) <= 0;
    }

    /** @param info what {@code VM.info} prints; what it does not tell counts as mapped, so that nothing is done */
    static boolean isMapped(String info) {
        Matcher ranges = MAPPED.matcher(info);
        return !ranges.find() || !ranges.group(2).equals(ranges.group(3));
    }

    /**
     * Archives the classes that this process has loaded, which was started with {@link #RECORDING}. Nothing is done
     * while another process is at it.
     *
     * @throws IOException if the file cannot be written; the one before stays
     */
    public void write() throws IOException {
        Path folder = file.resolveSibling("");
        try (FileChannel channel = FileChannel.open(Files.createDirectories(folder).resolve("classes.lock"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                replace();
                prune(folder);
            }
        }
    }

    private void replace() throws IOException {
        try (PartialFile partial = new PartialFile(file)) {
            String told = DiagnosticCommand.run("vmCds", "dynamic_dump", partial.path().toString());
            if (!Files.exists(partial.path())) {
                throw new IOException("no classes were archived: " + told.strip());
            }
            partial.moveIntoPlace();
        }
    }

    /** Keeps those that were used last, and nothing that was left half written. */
    static void prune(Path folder) throws IOException {
        List<Path> byUse = list(folder, "classes-*.jsa").stream()
                .sorted(Comparator.comparingLong((Path archive) -> archive.toFile().lastModified()).reversed())
                .toList();
        for (Path old : byUse.subList(Math.min(KEPT, byUse.size()), byUse.size())) {
            Files.deleteIfExists(old);
        }
        for (Path half : list(folder, ".*.jsa")) {
            Files.deleteIfExists(half);
        }
    }

    private static List<Path> list(Path folder, String names) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
            files.forEach(found::add);
        }
        return found;
    }

    /** So that it is not among those that were not used for long. */
    private void touch() throws IOException {
        if (Files.exists(file)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        }
    }

    /** The jars of the program, which lie in one folder. */
    private static List<Path> jars() throws IOException {
        Path first = Path.of(System.getProperty("java.class.path").split(File.pathSeparator, 2)[0]);
        return list(first.resolveSibling(""), "*.jar");
    }

    /** When the newest of them was changed, or got where it is. */
    private static FileTime newest(List<Path> files) throws IOException {
        FileTime newest = FileTime.fromMillis(0);
        for (Path path : files) {
            FileTime arrived = (FileTime) Files.getAttribute(path, "unix:ctime");
            newest = arrived.compareTo(newest) > 0 ? arrived : newest;
        }
        return newest;
    }
}
