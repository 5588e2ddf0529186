package io.github.slitstream.array;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The matrices in a file that OpenCV's {@code FileStorage} wrote, as YAML, XML or JSON. Everything else in the file is
 * passed over.
 */
public final class FileStorage {
    private static final String MATRIX = "opencv-matrix";
    private static final String XML_ROOT = "<opencv_storage";
    private static final String YAML_START = "%YAML:1.0";

    private FileStorage() {}

    /** Whether a text looks as {@code FileStorage} writes it. */
    public static boolean isWritten(String text) {
        return text.startsWith(YAML_START) || text.contains(XML_ROOT) || text.contains(MATRIX);
    }

    /**
     * @param file for messages
     * @return matrices by name in the order of the file; those inside of maps and lists are called {@code outer/inner},
     * elements of lists by their number from 0. Numbers may be infinite or NaN, as they are in the file.
     * @throws IOException if the text is damaged or nested without end; the message names file and line
     */
    public static Map<String, StoredMatrix> parse(String text, Path file) throws IOException {
        return text.contains(XML_ROOT) ? XmlStorage.parse(text, file) : YamlStorage.parse(text, file);
    }

    /** @throws IOException if the data do not fill the matrix */
    static StoredMatrix matrix(String name, int rows, int columns, String type, double[] numbers, String place)
            throws IOException {
        int channels = type.length() > 1 ? Integer.parseInt(type.substring(0, type.length() - 1)) : 1;
        if ((long) rows * columns * channels != numbers.length) {
            throw new IOException(place + ": the matrix '" + name + "' of " + rows + "×" + columns + " has "
                    + numbers.length + " numbers; write the file anew with OpenCV's FileStorage");
        }
        return new StoredMatrix(rows, columns * channels, numbers);
    }
}
