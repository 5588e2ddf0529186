package io.github.slitstream.view.model;

import io.github.slitstream.frame.OutputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * Where snapshots and recordings go. Any thread.
 *
 * @param snapshots folder of the pictures
 * @param recordings folder of the videos
 */
public record OutputFolders(Path snapshots, Path recordings) {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss", Locale.ROOT);
    private static final String FOLDER = "Slitstream";
    private static final String NUMBERED = "%05d";

    /** A folder of our own within the user's pictures and videos. */
    public static OutputFolders ofThisPlatform() {
        return of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    static OutputFolders of(String system, Path home, Map<String, String> environment) {
        boolean mac = system.startsWith("Mac");
        UserFolders named = UserFolders.read(home, environment);
        Path pictures = named.folder("PICTURES").orElse(home.resolve("Pictures"));
        Path videos = named.folder("VIDEOS").orElse(home.resolve(mac ? "Movies" : "Videos"));
        return new OutputFolders(pictures.resolve(FOLDER), videos.resolve(FOLDER));
    }

    public Path newSnapshot(LocalDateTime now) throws IOException {
        return unused(snapshots, now, ".png");
    }

    /** A file, or numbered ones in a folder of their own, which is made. */
    public Path newRecording(LocalDateTime now, OutputFormat format) throws IOException {
        String ending = "." + format.endings().getFirst();
        return format.holds().isMoving()
                ? unused(recordings, now, ending)
                : Files.createDirectory(unused(recordings, now, "")).resolve(NUMBERED + ending);
    }

    /** With another folder for recordings, unless it is empty. */
    public OutputFolders recordingsIn(String folder) {
        return folder.isEmpty() ? this : new OutputFolders(snapshots, Path.of(folder));
    }

    private static Path unused(Path folder, LocalDateTime now, String extension) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException("the folder " + folder + " cannot be made: check that you may write there", e);
        }
        String name = "Slitstream " + STAMP.format(now);
        Path path = folder.resolve(name + extension);
        for (int n = 2; Files.exists(path); n++) {
            path = folder.resolve(name + " " + n + extension);
        }
        return path;
    }
}
