package io.github.slitstream.pattern;

import io.github.slitstream.param.BadValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Grey pictures by name or path. The last few are kept, so that asking again decodes nothing unless the file has
 * changed.
 */
final class GreyPictures {
    private static final int KEPT = 8;
    private static final String FOLDER = "/io/github/slitstream/patterns/";
    private static final FileTime NEVER = FileTime.fromMillis(0);
    private static final Map<Edition, GreyPicture> DECODED = new LinkedHashMap<>(2 * KEPT, 0.75f, true);

    private record Edition(String name, FileTime changed) {}

    private GreyPictures() {}

    /**
     * A picture, decoded now or before. Any thread.
     *
     * @param name a value of {@link Picture#FILE}
     * @throws BadValue if there is no such picture or it cannot be read
     */
    static GreyPicture named(String name) {
        try {
            return Picture.FILE.builtIn().contains(name)
                    ? kept(new Edition(name, NEVER), GreyPictures::openBuiltIn)
                    : kept(new Edition(name, Files.getLastModifiedTime(Path.of(name))), GreyPictures::openFile);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new BadValue("there is no picture '" + name + "': " + takes());
        } catch (FileSystemException e) {
            throw new BadValue("picture '" + name + "' cannot be opened, perhaps for lack of permission: " + takes());
        } catch (IOException e) {
            throw new BadValue("picture '" + name + "' cannot be read, " + e.getMessage() + ": " + takes());
        }
    }

    private static synchronized GreyPicture kept(Edition edition, Opener opener) throws IOException {
        GreyPicture known = DECODED.get(edition);
        if (known != null) {
            return known;
        }
        try (InputStream in = opener.open(edition.name())) {
            GreyPicture read = GreyPicture.read(in);
            DECODED.put(edition, read);
            if (DECODED.size() > KEPT) {
                DECODED.remove(DECODED.keySet().iterator().next());
            }
            return read;
        }
    }

    private static InputStream openFile(String path) throws IOException {
        if (Files.isDirectory(Path.of(path))) {
            throw new IOException("because it is a folder");
        }
        return Files.newInputStream(Path.of(path));
    }

    private static InputStream openBuiltIn(String name) throws IOException {
        InputStream in = GreyPictures.class.getResourceAsStream(FOLDER + name + ".png");
        if (in == null) {
            throw new NoSuchFileException(name);
        }
        return in;
    }

    private static String takes() {
        return Picture.FILE.id() + " takes " + Picture.FILE.allowed();
    }

    private interface Opener {
        InputStream open(String name) throws IOException;
    }
}
