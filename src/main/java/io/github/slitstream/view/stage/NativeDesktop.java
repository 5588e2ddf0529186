package io.github.slitstream.view.stage;

import io.github.slitstream.view.model.DesktopFiles;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The platform's own file manager and bin. On Linux the bin is the one of the user's home, by the freedesktop.org trash
 * specification 1.0.
 */
final class NativeDesktop implements DesktopFiles {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

    /** Which says that it failed even when it did not. */
    private static final String EXPLORER = "explorer";
    /** So long nobody waits for a file manager that stays. */
    private static final long ANSWER_SECONDS = 3;

    private final String system;
    private final Path dataFolder;

    /** Of this machine. */
    NativeDesktop() {
        this(System.getProperty("os.name"), dataFolder(System.getenv("XDG_DATA_HOME")));
    }

    NativeDesktop(String system, Path dataFolder) {
        this.system = system;
        this.dataFolder = dataFolder;
    }

    private static Path dataFolder(@Nullable String named) {
        return named == null || named.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(named);
    }

    @Override
    public void show(Path file) throws IOException {
        List<String> command = switch (system.toLowerCase(Locale.ROOT).substring(0, 3)) {
            case "mac" -> List.of("open", "-R", file.toString());
            case "win" -> List.of(EXPLORER, "/select," + file);
            default -> List.of("xdg-open", String.valueOf(file.toAbsolutePath().getParent()));
        };
        if (!isShown(command)) {
            throw new IOException("the folder cannot be shown, because there is no file manager that "
                    + command.getFirst() + " could start; look in " + file.toAbsolutePath().getParent());
        }
    }

    private static boolean isShown(List<String> command) throws IOException {
        try {
            Process opening = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return command.getFirst().equals(EXPLORER) || !opening.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS)
                    || opening.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("nobody waited until the folder was shown");
        }
    }

    @Override
    public void moveToBin(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        switch (system.toLowerCase(Locale.ROOT).substring(0, 3)) {
            case "mac" -> run(file, "osascript", "-e", "on run names", "-e",
                    "tell application \"Finder\" to delete POSIX file (item 1 of names)", "-e", "end run",
                    absolute.toString());
            case "win" -> run(file, "powershell", "-NoProfile", "-Command",
                    "Add-Type -AssemblyName Microsoft.VisualBasic; [Microsoft.VisualBasic.FileIO.FileSystem]::"
                            + "DeleteFile('" + absolute.toString().replace("'", "''")
                            + "', 'OnlyErrorDialogs', 'SendToRecycleBin')");
            default -> moveToTrash(absolute);
        }
    }

    private static void run(Path file, String... command) throws IOException {
        try {
            Process moving = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (moving.waitFor() != 0) {
                throw new IOException(file + " cannot be moved to the bin; delete it in its folder");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("nobody waited until " + file + " was in the bin");
        }
    }

    /** First the note where it came from, whose name nobody else can take then, and then the file. */
    private void moveToTrash(Path file) throws IOException {
        Path trash = dataFolder.resolve("Trash");
        Path notes = Files.createDirectories(trash.resolve("info"));
        Path files = Files.createDirectories(trash.resolve("files"));
        String note = "[Trash Info]\nPath=" + file.toUri().getRawPath() + "\nDeletionDate="
                + MOMENT.format(LocalDateTime.now(ZoneId.systemDefault())) + "\n";
        String name = String.valueOf(file.getFileName());
        for (int number = 2; !isNoted(notes.resolve(name + ".trashinfo"), note); number++) {
            name = number + " " + file.getFileName();
        }
        try {
            Files.move(file, files.resolve(name));
        } catch (IOException refused) {
            Files.deleteIfExists(notes.resolve(name + ".trashinfo"));
            throw new IOException(file + " cannot be moved to " + files + "; delete it in its folder", refused);
        }
    }

    private static boolean isNoted(Path place, String note) throws IOException {
        try {
            Files.writeString(place, note, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }
}
