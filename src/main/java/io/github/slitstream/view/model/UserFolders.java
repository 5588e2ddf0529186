package io.github.slitstream.view.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folders that a person keeps things in, as desktops of Linux write them in {@code user-dirs.dirs}:
 * {@code XDG_PICTURES_DIR="$HOME/Bilder"}. Elsewhere that file does not exist.
 *
 * @param lines of the file
 */
record UserFolders(Path home, String lines) {
    private static final String FILE = "user-dirs.dirs";
    private static final String HOME = "$HOME";

    static UserFolders read(Path home, Map<String, String> environment) {
        String asked = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path settings = Path.of(asked).isAbsolute() ? Path.of(asked) : home.resolve(".config");
        try {
            return new UserFolders(home, Files.readString(settings.resolve(FILE)));
        } catch (IOException none) {
            return new UserFolders(home, "");
        }
    }

    /** A folder by its kind. The home folder itself stands for none, and so does a path that is not whole. */
    Optional<Path> folder(String kind) {
        Matcher line = Pattern.compile("^\\s*XDG_" + kind + "_DIR=\"((?:[^\"\\\\]|\\\\.)+)\"", Pattern.MULTILINE)
                .matcher(lines);
        Optional<Path> last = Optional.empty();
        while (line.find()) { // the last one counts, as in a shell
            last = Optional.of(line.group(1)).flatMap(this::path);
        }
        return last;
    }

    private Optional<Path> path(String quoted) {
        boolean inHome = quoted.startsWith(HOME + "/") || quoted.equals(HOME);
        String plain = (inHome ? quoted.substring(HOME.length()) : quoted).replaceAll("\\\\(.)", "$1");
        try {
            Path path = inHome ? Path.of(home + plain) : Path.of(plain);
            return path.isAbsolute() && !path.equals(home) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }
}
