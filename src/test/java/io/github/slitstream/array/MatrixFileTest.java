package io.github.slitstream.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One 3×3 matrix in every form that is read, and what is refused. */
class MatrixFileTest {
    private static final double[] MATRIX = {1.5, -0.25, 40, 0, 2, -7, 1e-3, 0, 1};

    @TempDir
    private Path folder;

    @Test
    void numpy() throws IOException {
        Path file = folder.resolve("h.npy");
        try (NpyWriter writer = new NpyWriter(file, ElementType.FLOAT64, Shape.of(3, 3))) {
            writer.write(MemorySegment.ofArray(MATRIX));
            writer.finish();
        }
        assertArrayEquals(MATRIX, MatrixFile.read(file, 3, 3));
        String wrong = refusal(file, 2, 3);
        assertTrue(wrong.contains("shape (3, 3)"), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[1.5, -0.25, 40], [0, 2, -7], [1e-3, 0, 1]]",
        "- [1.5, -0.25, 40]\n- [0, 2., -7]\n- [.001, 0, 1]\n",
        """
            camera: {f: 50}
            warp:
              points: [[1, 2], [3, 4]]
              h:
                - [1.5, -0.25, 40]
                - [0, 2, -7]
                - [1e-3, 0, 1]
            """, """
            %YAML:1.0
            ---
            d: !!opencv-matrix
               rows: 1
               cols: 2
               dt: d
               data: [ 1., 2. ]
            H: !!opencv-matrix
               rows: 3
               cols: 3
               dt: d
               data: [ 1.5, -2.5e-01, 40., 0., 2., -7., 1.0e-03, 0., 1. ]
            """, """
            {"H": {"type_id": "opencv-matrix", "rows": 3, "cols": 3, "dt": "d",
                "data": [1.5, -0.25, 40.0, 0.0, 2.0, -7.0, 0.001, 0.0, 1.0]}}
            """, """
            <?xml version="1.0"?>
            <opencv_storage>
            <H type_id="opencv-matrix">
              <rows>3</rows>
              <cols>3</cols>
              <dt>d</dt>
              <data>
                1.5 -2.5e-01 40. 0. 2. -7. 1.0e-03 0. 1.</data></H>
            </opencv_storage>
            """})
    void text(String text) throws IOException {
        assertArrayEquals(MATRIX, MatrixFile.read(write(text), 3, 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[[1, 2, 3], [4, 5]]|:1: row 2 of matrix has 2 numbers, but row 1 has 3",
        "[[1, 2, 3], [4, five, 6], [7, 8, 9]]|'five' in matrix is no number",
        "[[1, 2, 3], [4, .inf, 6], [7, 8, 9]]|Infinity in row 2, column 2 is no finite number",
        "[[1, 2], [3, 4]]|holds no matrix of 3×3 but matrix 2×2", "a: b|holds no matrix of 3×3;",
        "a: [[1, 2, 3], [4, 5, 6], [7, 8, 9]]\\n"
                + "b: [[1, 2, 3], [4, 5, 6], [7, 8, 9]]|more than one matrix of 3×3 (a, b)",
        "a: [b|not YAML"})
    void whatIsNoMatrixIsRefusedWithTheReason(String text, String reason) throws IOException {
        Path file = write(text);
        String refusal = refusal(file, 3, 3);
        assertTrue(refusal.contains(reason), refusal);
        assertTrue(refusal.startsWith(file.toString()), refusal);
    }

    @Test
    void missingAndBinaryFiles() throws IOException {
        Path missing = folder.resolve("none.yaml");
        assertEquals(missing + " does not exist; check the path", refusal(missing, 3, 3));
        Path binary = Files.write(folder.resolve("b.yaml"), new byte[]{(byte) 0xff, (byte) 0xfe, 0});
        assertTrue(refusal(binary, 3, 3).contains("holds no matrix that can be read"));
    }

    private static String refusal(Path file, int rows, int columns) {
        return String.valueOf(
                assertThrows(IOException.class, () -> MatrixFile.read(file, rows, columns)).getMessage());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("h.yaml"), text.replace("\\n", "\n"));
    }
}
