package io.github.slitstream.view.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where snapshots and recordings go. Any thread.
 *
 * @param snapshots folder of the pictures
 * @param recordings folder of the videos
 */
public record OutputFolders(Path snapshots, Path recordings) {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss", Locale.ROOT);
    private static final String FOLDER = "Slitstream";

    /** A folder of our own within the user's pictures and videos. */
    public static OutputFolders ofThisPlatform() {
        Path home = Path.of(System.getProperty("user.home"));
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        Path pictures = freedesktop(home, "PICTURES", home.resolve("Pictures"));
        Path videos = freedesktop(home, "VIDEOS", home.resolve(mac ? "Movies" : "Videos"));
        return new OutputFolders(pictures.resolve(FOLDER), videos.resolve(FOLDER));
    }

    public Path newSnapshot(LocalDateTime now) throws IOException {
        return unused(snapshots, now, ".png");
    }

    public Path newRecording(LocalDateTime now) throws IOException {
        return unused(recordings, now, ".mp4");
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

    /** Linux desktops say in a file where people keep what; elsewhere that file does not exist. */
    private static Path freedesktop(Path home, String kind, Path otherwise) {
        Path file = home.resolve(".config/user-dirs.dirs");
        Pattern line = Pattern.compile("^XDG_" + kind + "_DIR=\"(.+)\"", Pattern.MULTILINE);
        try {
            Matcher matcher = line.matcher(Files.readString(file));
            return matcher.find() ? Path.of(matcher.group(1).replace("$HOME", home.toString())) : otherwise;
        } catch (IOException none) {
            return otherwise;
        }
    }
}
