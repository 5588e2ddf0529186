package io.github.slitstream.effect;

import io.github.slitstream.array.MatrixFile;
import io.github.slitstream.kernel.Homography;
import io.github.slitstream.param.BadValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** Homographies in files. The last few are kept, so that asking again reads nothing unless the file has changed. */
final class MatrixFiles {
    private static final int KEPT = 8;
    private static final int SIDE = 3;
    private static final Map<Edition, Homography> READ = new LinkedHashMap<>(2 * KEPT, 0.75f, true);

    private record Edition(Path file, FileTime changed) {}

    private MatrixFiles() {}

    /**
     * A homography, read now or before. Any thread.
     *
     * @throws BadValue if there is no such file or not one matrix of 3×3 in it
     */
    static Homography read(String name) {
        try {
            Path file = Path.of(name);
            if (!Files.exists(file)) {
                throw new IOException(file + " does not exist; check the path");
            }
            return kept(new Edition(file, Files.getLastModifiedTime(file)));
        } catch (IOException | InvalidPathException e) {
            throw new BadValue(HomographyParameters.MATRIX_FILE.id() + ": " + e.getMessage());
        }
    }

    private static synchronized Homography kept(Edition edition) throws IOException {
        Homography known = READ.get(edition);
        if (known != null) {
            return known;
        }
        Homography read = Homography.of(MatrixFile.read(edition.file(), SIDE, SIDE));
        READ.put(edition, read);
        if (READ.size() > KEPT) {
            READ.remove(READ.keySet().iterator().next());
        }
        return read;
    }
}
