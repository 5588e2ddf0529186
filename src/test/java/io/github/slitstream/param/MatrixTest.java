package io.github.slitstream.param;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MatrixTest {
    private static final Grid SHARPEN = Grid.of(3, 3, 0, -1, 0, -1, 5, -1, 0, -1, 0);
    private static final Matrix KERNEL = Matrix.of("kernel", "Kernel", 1000, SHARPEN, "Weights.").oddUpTo(5);
    private static final Matrix CAMERA = Matrix.of("camera", "Camera", 1e9, SHARPEN, "A camera.");

    @Test
    void whatIsWrittenIsReadBackExactly() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            int rows = random.nextInt(1, 6);
            int columns = random.nextInt(1, 6);
            Grid grid = Grid.of(rows, columns,
                    random.doubles((long) rows * columns)
                            .map(number -> Math.scalb(number - 0.5, random.nextInt(200) - 100))
                            .toArray());
            assertEquals(grid, Grid.parse(grid.toString()), "seed " + seed + ": " + grid);
        }
    }

    @Test
    void equalNumbersAreEqualGrids() {
        assertEquals(Grid.of(1, 2, 0.0, 1), Grid.of(1, 2, -0.0, 1));
        assertEquals(SHARPEN.hashCode(), Grid.parse("0 -1 0; -1 5 -1; 0 -1 0").hashCode());
        assertNotEquals(Grid.of(1, 2, 1, 2), Grid.of(2, 1, 1, 2));
        assertNotEquals(SHARPEN, SHARPEN.with(1, 1, 9));
        assertEquals("0 -1 0; -1 9 -1; 0 -1 0", SHARPEN.with(1, 1, 9).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 -1 0; -1 5 -1; 0 -1 0", "  0 -1.0 0 ;-1 5 -1;\t0 -1e0 0; ",
        "0\t-1\t0\n-1\t5\t-1\r\n0\t-1\t0\n",
        "[[0, -1, 0], [-1, 5, -1], [0, -1, 0]]", "[[ 0. -1.  0.]\n [-1.  5. -1.]\n [ 0. -1.  0.]]",
        "0,-1,0;-1,5,-1;0,-1,0"})
    void textOfManyOriginsIsTaken(String text) {
        assertEquals(SHARPEN, KERNEL.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1 2 3; 4 x 6; 7 8 9  | 'x' in row 2, column 2 is not a number
        1 2 3; 4 5 NaN       | 'NaN' in row 2, column 3 is not a number
        1 2 3; 4 5; 7 8 9    | row 2 has 2 numbers, but row 1 has 3
        1 2; 3 4             | 2×2 numbers do not fit
        1 2 3 4 5 6 7        | 1×7 numbers do not fit
        1 -2000 3            | '-2000' in row 1, column 2 is too large
        1,,3                 | '' in row 1, column 2 is not a number
        ''                   | '' in row 1, column 1 is not a number
        """)
    void aMistakeIsNamedWithItsPlace(String text, String reason) {
        BadValue error = assertThrows(BadValue.class, () -> KERNEL.parse(text));
        assertEquals("kernel: " + reason + ": it takes 1×1 … 5×5 numbers (odd sides) within ±1000, rows apart by ;",
                error.getMessage());
    }

    @Test
    void oneSizeIsOneSize() {
        assertEquals("3×3 numbers within ±1000000000, rows apart by ;", CAMERA.allowed());
        assertThrows(BadValue.class, () -> CAMERA.parse("1 2 3"));
        assertThrows(BadValue.class, () -> Values.defaults(List.of(CAMERA)).with(CAMERA, Grid.of(1, 1, 1)));
    }

    @Test
    void valuesReadAndWriteIt() {
        Values values = Values.defaults(List.of(KERNEL)).with("kernel", "1 2 3");
        assertEquals(Grid.of(1, 3, 1, 2, 3), values.get(KERNEL));
        assertEquals("kernel=1 2 3", values.toString());
    }

    @Test
    void anotherSizeKeepsTheMiddle() {
        Grid larger = SHARPEN.resized(5, 5);
        assertEquals("0 0 0 0 0; 0 0 -1 0 0; 0 -1 5 -1 0; 0 0 -1 0 0; 0 0 0 0 0", larger.toString());
        assertEquals(SHARPEN, larger.resized(3, 3));
        assertEquals(Grid.of(1, 1, 5), larger.resized(1, 1));
    }
}
