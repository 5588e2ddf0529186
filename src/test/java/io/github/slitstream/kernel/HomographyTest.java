package io.github.slitstream.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomographyTest {
    @Test
    void fourCornersGoWhereTheyShall() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double[] from = corners(random);
            double right = random.nextDouble(1, 2000);
            double bottom = random.nextDouble(1, 2000);
            double[] to = {0, 0, right, 0, right, bottom, 0, bottom};
            Homography there = new CornerHomography().move(Homography.identity(), from, right, bottom);
            Homography back = there.inverse();
            for (int i = 0; i < 8; i += 2) {
                assertEquals(to[i], there.x(from[i], from[i + 1]), 1e-8, "seed " + seed);
                assertEquals(to[i + 1], there.y(from[i], from[i + 1]), 1e-8, "seed " + seed);
                assertEquals(from[i], back.x(to[i], to[i + 1]), 1e-7, "seed " + seed);
            }
            double x = random.nextDouble(1000);
            double y = random.nextDouble(1000);
            double onX = there.x(x, y);
            double onY = there.y(x, y);
            assertEquals(x, back.x(onX, onY), 1e-5 * (1 + Math.abs(x) + Math.abs(onX)), "seed " + seed);
        }
    }

    @Test
    void timesTheInverseIsTheIdentity() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double scale = Math.pow(10, random.nextInt(-150, 150));
            double[] numbers = random.doubles(9, -scale, scale).toArray();
            Homography matrix = Homography.of(numbers);
            assertEquals(Optional.empty(), matrix.flaw(), "seed " + seed);
            Homography product = matrix.times(matrix.inverse());
            assertEquals(1, product.h00(), 1e-9, "seed " + seed);
            assertEquals(0, product.h01(), 1e-9, "seed " + seed);
            assertEquals(0, product.h12(), 1e-9, "seed " + seed);
            assertEquals(1, product.h22(), 1e-9, "seed " + seed);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1 2 3 4 5 6 7 8 9|singular", "0 0 0 0 0 0 0 0 0|zeros",
        "1 0 0 0 NaN 0 0 0 1|finite", "Infinity 0 0 0 1 0 0 0 1|finite", "1e-200 0 0 0 1e-200 0 0 0 0|singular",
        "0.1 0.2 0.3 0.2 0.4 0.6 1 5 7|singular"})
    void whatFoldsThePictureIsRefusedWithTheReason(String numbers, String reason) {
        Homography matrix = Homography.of(parsed(numbers));
        assertTrue(matrix.flaw().orElse("").contains(reason), matrix.flaw().toString());
        assertThrows(ArithmeticException.class, matrix::inverse);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 0 1 0 1 1 0 1|", "1 0 0 0 0 1 1 1|", "0 0 0.5 0 1 0 0 1|line",
        "0 0 0 0 1 1 0 1|line", "0 0 1 1 1 0 0 1|cross", "0 0 1 0 0.2 0.2 0 1|fold",
        "0.3 0.3 0.3 0.3 0.3 0.3 0.3 0.3|line",
        "0 0 1e-9 0 1e-9 1e-9 0 1e-9|", "0 0 100 0 100.01 1 0 1|"})
    void cornersThatMakeNoPictureAreRefusedWithTheReason(String numbers, String reason) {
        String flaw = quadrangle(parsed(numbers)).flaw().orElse("");
        assertTrue(reason == null ? flaw.isEmpty() : flaw.contains(reason), flaw);
    }

    /** A convex quadrangle around a point, with corners in all four directions. */
    private static double[] corners(Random random) {
        double[] corners = new double[8];
        double middle = random.nextDouble(-500, 500);
        for (int i = 0; i < 4; i++) {
            double angle = Math.PI / 2 * i + random.nextDouble(-0.3, 0.3);
            double far = random.nextDouble(90, 110);
            corners[2 * i] = middle + far * Math.cos(angle);
            corners[2 * i + 1] = middle + far * Math.sin(angle);
        }
        return corners;
    }

    private static double[] parsed(String numbers) {
        return Arrays.stream(numbers.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    private static Quadrangle quadrangle(double[] c) {
        return new Quadrangle(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]);
    }
}
