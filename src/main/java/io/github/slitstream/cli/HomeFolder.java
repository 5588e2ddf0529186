package io.github.slitstream.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A home as the environment names it, and one for who has none. Java knows only what the system says of a user, and
 * calls the home of an id that the system does not know {@code ?}: libraries would unpack themselves into a folder of
 * that name wherever the program was started.
 */
final class HomeFolder {
    private static final String PROPERTY = "user.home";
    private static final String PRIVATE = "rwx------";

    private HomeFolder() {}

    /**
     * Makes the folder that {@code HOME} names the home, as programs of Unix do; if there is no home, a private folder
     * among the temporary ones, the same one at each start.
     */
    static void settle() throws IOException {
        named(System.getProperty("os.name"), System.getenv("HOME"))
                .ifPresent(home -> System.setProperty(PROPERTY, home.toString()));
        if (!Path.of(System.getProperty(PROPERTY, "")).isAbsolute()) {
            System.setProperty(PROPERTY, temporary(Path.of(System.getProperty("java.io.tmpdir"))).toString());
        }
    }

    /** What is no folder counts as none, and Windows has other customs. */
    static Optional<Path> named(String system, @Nullable String home) {
        return Optional.ofNullable(home).filter(any -> !system.startsWith("Windows")).map(Path::of)
                .filter(folder -> folder.isAbsolute() && Files.isDirectory(folder));
    }

    /** One that somebody else has made is not trusted: libraries are loaded from there. */
    static Path temporary(Path folder) throws IOException {
        Path fresh = Files.createTempDirectory(folder, "slitstream-");
        Object user = Files.getAttribute(fresh, "unix:uid");
        Path lasting = folder.resolve("slitstream-" + user);
        if (!Files.exists(lasting, LinkOption.NOFOLLOW_LINKS)) {
            return Files.move(fresh, lasting);
        }
        boolean own = Files.getAttribute(lasting, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(user)
                && Files.isDirectory(lasting, LinkOption.NOFOLLOW_LINKS) && PosixFilePermissions
                        .toString(Files.getPosixFilePermissions(lasting, LinkOption.NOFOLLOW_LINKS)).equals(PRIVATE);
        if (own) {
            Files.delete(fresh);
        }
        return own ? lasting : fresh;
    }
}
