package io.github.slitstream.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A home for who has none. Java calls the home of a user id that the system does not know {@code ?}, and libraries
 * would unpack themselves into a folder of that name wherever the program was started.
 */
final class HomeFolder {
    private static final String PROPERTY = "user.home";
    private static final String PRIVATE = "rwx------";

    private HomeFolder() {}

    /** Makes a private folder among the temporary ones the home, the same one at each start, if there is no home. */
    static void settle() throws IOException {
        if (!Path.of(System.getProperty(PROPERTY, "")).isAbsolute()) {
            System.setProperty(PROPERTY, temporary(Path.of(System.getProperty("java.io.tmpdir"))).toString());
        }
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
