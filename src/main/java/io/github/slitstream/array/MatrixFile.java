package io.github.slitstream.array;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One matrix of a known size in a file of any form that people keep matrices in: {@code .npy}, OpenCV's
 * {@code FileStorage}, or plain lists of numbers in YAML or JSON.
 */
public final class MatrixFile {
    /** Endings of such files, without the dot. */
    public static final List<String> EXTENSIONS = List.of("npy", "yaml", "yml", "xml", "json");
    private static final int LARGEST_TEXT = 1 << 24;

    private MatrixFile() {}

    /**
     * The one matrix of so many rows and columns in a file, which may hold others of other sizes.
     *
     * @return finite numbers, row-major
     * @throws IOException if there is none, or more than one, or a number is not finite; the message names the file and
     *     the way out
     */
    public static double[] read(Path file, int rows, int columns) throws IOException {
        double[] numbers = file.toString().endsWith(".npy")
                ? ofArray(file, rows, columns)
                : ofText(file, rows, columns);
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                throw new IOException(file + ": " + numbers[i] + " in row " + (i / columns + 1) + ", column "
                        + (i % columns + 1) + " is no finite number; correct it");
            }
        }
        return numbers;
    }

    private static double[] ofArray(Path file, int rows, int columns) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            NpyArray array = NpyArray.open(file, arena);
            if (!array.shape().equals(Shape.of(rows, columns))) {
                throw new IOException(file + " is an array of shape " + array.shape() + "; save one of "
                        + Shape.of(rows, columns) + " with numpy.save");
            }
            return array.toDoubles();
        }
    }

    private static double[] ofText(Path file, int rows, int columns) throws IOException {
        String text = text(file);
        Map<String, StoredMatrix> found = FileStorage.isWritten(text)
                ? FileStorage.parse(text, file)
                : YamlRows.parse(text, file);
        Map<String, StoredMatrix> fitting = new LinkedHashMap<>(found);
        fitting.values().removeIf(matrix -> !matrix.is(rows, columns));
        String wanted = rows + "×" + columns;
        if (fitting.size() > 1) {
            throw new IOException(file + " holds more than one matrix of " + wanted + " ("
                    + String.join(", ", fitting.keySet()) + "); keep the one in a file of its own");
        }
        if (fitting.isEmpty()) {
            throw new IOException(file + " holds no matrix of " + wanted + sizes(found)
                    + "; write one as [[a, b, …], [d, e, …], …], save it with numpy.save or with OpenCV's FileStorage");
        }
        return fitting.values().iterator().next().toArray();
    }

    private static String sizes(Map<String, StoredMatrix> found) {
        return found.isEmpty()
                ? ""
                : found.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue().rows() + "×" + entry.getValue().columns())
                        .collect(Collectors.joining(", ", " but ", ""));
    }

    private static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + (Files.exists(file) ? " is not a file" : " does not exist")
                    + "; check the path");
        }
        try {
            String text = TextFile.read(file, LARGEST_TEXT);
            if (text == null) {
                throw new IOException(file + " is too large for the text of a matrix; save the matrix alone");
            }
            return text;
        } catch (CharacterCodingException binary) {
            throw new IOException(file + " holds no matrix that can be read; known are "
                    + EXTENSIONS.stream().map(ending -> "." + ending).collect(Collectors.joining(", ")), binary);
        }
    }
}
