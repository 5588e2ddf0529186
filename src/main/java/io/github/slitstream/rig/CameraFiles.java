package io.github.slitstream.rig;

import io.github.slitstream.array.FileStorage;
import io.github.slitstream.array.TextFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads cameras in whatever form they come: a {@code .npy} array (n, 3, 4), a COLMAP text model (its folder, or one of
 * the two files in it), a file of OpenCV's {@code FileStorage} (YAML, XML, JSON), or a list of K, R, t or P in YAML or
 * JSON (see {@link YamlCameras}).
 */
public final class CameraFiles {
    private static final int LARGEST_TEXT = 1 << 29;

    private CameraFiles() {}

    /**
     * @throws IOException if there are no cameras or a number is not right; the message names the place and the way out
     */
    public static CameraRig read(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException(path + " does not exist; check the path");
        }
        if (Files.isDirectory(path)) {
            return ColmapModel.read(path);
        }
        if (path.endsWith(ColmapModel.LENSES) || path.endsWith(ColmapModel.IMAGES)) {
            return ColmapModel.read(path.toAbsolutePath().resolveSibling(""));
        }
        if (path.toString().endsWith(".npy")) {
            return NpyCameras.read(path);
        }
        String text = text(path);
        return FileStorage.isWritten(text)
                ? OpenCvCameras.of(FileStorage.parse(text, path), path)
                : YamlCameras.read(text, path);
    }

    static String text(Path file) throws IOException {
        try {
            String text = TextFile.read(file, LARGEST_TEXT);
            if (text == null) {
                throw new IOException(
                        file + " is too large for a text of cameras; save many cameras as .npy (n, 3, 4)");
            }
            return text;
        } catch (CharacterCodingException binary) {
            throw new IOException(file + " holds no cameras that can be read; known are .npy, YAML, JSON, XML of OpenCV"
                    + " and the folder of a COLMAP text model", binary);
        }
    }
}
