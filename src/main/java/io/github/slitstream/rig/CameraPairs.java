package io.github.slitstream.rig;

import io.github.slitstream.array.NpyArray;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Chosen pairs of cameras by their numbers, the first camera being 0. Immutable. */
public final class CameraPairs {
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

    /**
     * Numbers of a file that are looked at together: with millions of pairs, only the pairs themselves are in memory.
     */
    private static final int PART = 1 << 16;

    private final int[] numbers;

    private CameraPairs(int[] numbers) {
        this.numbers = numbers;
    }

    /**
     * Reads pairs from a {@code .npy} file of shape (m, 2), or from a text of two numbers a line; blank lines and what
     * follows a {@code #} are passed over.
     *
     * @param cameras how many there are
     * @throws IOException if the file is not so or a camera is not there; the message names the place
     */
    public static CameraPairs read(Path file, int cameras) throws IOException {
        return file.toString().endsWith(".npy") ? ofArray(file, cameras) : ofText(file, cameras);
    }

    public int count() {
        return numbers.length / 2;
    }

    public int first(int pair) {
        return numbers[2 * pair];
    }

    public int second(int pair) {
        return numbers[2 * pair + 1];
    }

    private static CameraPairs ofArray(Path file, int cameras) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            NpyArray array = NpyArray.open(file, arena);
            if (array.shape().dimensions() != 2 || !array.shape().endsWith(2)) {
                throw new IOException(file + " has the shape " + array.shape() + "; pairs of cameras are (m, 2)");
            }
            int[] numbers = new int[Math.toIntExact(array.shape().count())];
            MemorySegment part = arena.allocate(ValueLayout.JAVA_DOUBLE, Math.min(numbers.length, PART));
            for (int i = 0; i < numbers.length; i++) {
                if (i % PART == 0) {
                    array.readDoubles(i, Math.min(PART, numbers.length - i), part);
                }
                double value = part.getAtIndex(ValueLayout.JAVA_DOUBLE, i % PART);
                if (!(value >= 0 && value < cameras) || value != Math.rint(value)) {
                    throw new IOException(file + ": element " + array.shape().index(i) + " is " + value + "; "
                            + allowed(cameras));
                }
                numbers[i] = (int) value;
            }
            return new CameraPairs(numbers);
        }
    }

    private static CameraPairs ofText(Path file, int cameras) throws IOException {
        int[] numbers = new int[1_024];
        int count = 0;
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int lineNumber = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lineNumber++;
                String words = line.replaceFirst("#.*", "").strip();
                if (words.isEmpty()) {
                    continue;
                }
                if (count == numbers.length) {
                    numbers = Arrays.copyOf(numbers, Math.multiplyExact(count, 2));
                }
                String[] pair = BETWEEN.split(words, -1);
                if (pair.length != 2) {
                    throw new IOException(
                            file + ":" + lineNumber + ": '" + words + "' is no pair; write two numbers, such as 0 1");
                }
                numbers[count++] = camera(pair[0], cameras, file, lineNumber);
                numbers[count++] = camera(pair[1], cameras, file, lineNumber);
            }
        } catch (CharacterCodingException binary) {
            throw new IOException(file + " is not text; write two camera numbers a line, or a .npy array (m, 2)",
                    binary);
        }
        return new CameraPairs(Arrays.copyOf(numbers, count));
    }

    private static int camera(String word, int cameras, Path file, int line) throws IOException {
        try {
            int number = Integer.parseInt(word);
            if (number >= 0 && number < cameras) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // told below
        }
        throw new IOException(file + ":" + line + ": '" + word + "' is no camera; " + allowed(cameras));
    }

    private static String allowed(int cameras) {
        return "the cameras are numbered 0 … " + (cameras - 1);
    }
}
