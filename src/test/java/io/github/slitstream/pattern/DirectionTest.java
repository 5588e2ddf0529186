package io.github.slitstream.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DirectionTest {
    @Test
    void agreesWithTheLibraryAllAround() {
        for (int i = -4_000; i <= 4_000; i++) {
            double degrees = i * 0.181;
            assertEquals(StrictMath.cos(StrictMath.toRadians(degrees)), Direction.cos(degrees), 1e-14,
                    "cos " + degrees);
            assertEquals(StrictMath.sin(StrictMath.toRadians(degrees)), Direction.sin(degrees), 1e-14,
                    "sin " + degrees);
        }
    }

    @Test
    void isExactAtQuarterTurns() {
        double[] cosines = {1, 0, -1, 0};
        for (int quarter = -8; quarter <= 8; quarter++) {
            assertEquals(cosines[quarter & 3], Direction.cos(90 * quarter), "cos of quarter " + quarter);
            assertEquals(cosines[quarter - 1 & 3], Direction.sin(90 * quarter), "sin of quarter " + quarter);
        }
    }
}
