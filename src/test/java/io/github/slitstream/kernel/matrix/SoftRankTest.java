package io.github.slitstream.kernel.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The soft rank by its definition, a sum over singular values. */
class SoftRankTest {
    private static final int ROUNDS = 2_000;
    private static final double STEP = 1e-6;

    @Test
    void bothPrecisionsFollowTheDefinition() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            double s1 = 3 * random.nextDouble();
            double s2 = 3 * random.nextDouble();
            double epsilon = 0.2 + random.nextDouble();
            double expected = rank(s1, s2, epsilon);
            double square = epsilon * epsilon;
            double weighted = (s1 * s1 + s2 * s2) * square;
            double determinants = s1 * s1 * s2 * s2;
            assertEquals(expected, SoftRank.of(weighted, determinants, square * square), 1e-13, "seed " + seed);
            float share = SoftRank.share((float) weighted, (float) determinants, (float) (square * square));
            assertEquals(expected, SoftRank.of((float) weighted, (float) determinants, share), 1e-6, "seed " + seed);
        }
    }

    @Test
    void theSlopeIsADifferenceOfRanksByOneOfLogarithms() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            double s1 = 3 * random.nextDouble();
            double s2 = 3 * random.nextDouble();
            double epsilon = 0.2 + random.nextDouble();
            double expected = (rank(s1, s2, epsilon * Math.exp(STEP)) - rank(s1, s2, epsilon * Math.exp(-STEP)))
                    / (4 * STEP);
            float square = (float) (epsilon * epsilon);
            float weighted = (float) (s1 * s1 + s2 * s2) * square;
            float determinants = (float) (s1 * s1 * s2 * s2);
            float share = SoftRank.share(weighted, determinants, square * square);
            float rank = SoftRank.of(weighted, determinants, share);
            assertEquals(expected, SoftRank.slope(rank, weighted, square * square, share), 1e-5, "seed " + seed);
        }
    }

    private static double rank(double s1, double s2, double epsilon) {
        return share(s1, epsilon) + share(s2, epsilon);
    }

    private static double share(double singular, double epsilon) {
        return singular * singular / (singular * singular + epsilon * epsilon);
    }
}
