package io.github.slitstream.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.kernel.matrix.RankKernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pairs of one centre are found, wherever the rig stands and however its matrices are scaled. */
@Tag("kernels")
class CentreCheckTest {
    private static final double[] UPRIGHT = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    @Test
    void camerasOfOneCentreAreFoundAndOthersAreNot() {
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            double far = Math.pow(10, random.nextInt(-3, 5));
            double apart = Math.pow(10, random.nextInt(-2, 3));
            double[][] centres = new double[6][];
            for (int i = 0; i < centres.length; i++) {
                centres[i] = new double[]{far + apart * random.nextGaussian(), apart * random.nextGaussian(), far};
            }
            centres[4] = centres[1];
            List<Camera> cameras = new ArrayList<>();
            for (double[] centre : centres) {
                cameras.add(looking(centre, random));
            }
            assertEquals(List.of("1 4"), found(cameras, 1e-9), "seed " + seed);
        }
    }

    /**
     * Two matrices of one far centre differ by rounding; without other cameras there is no size to compare that with.
     */
    @Test
    void aRigOfOneCentreHasNoSize() {
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            double[] centre = {100 * random.nextGaussian(), 100 * random.nextGaussian(), 100 * random.nextGaussian()};
            CameraRig rig = new CameraRig(List.of(looking(centre, random), looking(centre, random)), List.of());
            assertTrue(new CentreCheck(rig, RankKernels.get()).isOneCentre(0, 1, CentreCheck.NEAR),
                    "seed " + seed);
        }
    }

    /** Metres east and north as maps of the world have them: P's last column is some millions of times its others. */
    @Test
    void camerasFarFromTheOriginHaveACentre() {
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            List<Camera> cameras = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                cameras.add(looking(new double[]{500_000 + 100 * random.nextGaussian(),
                    5_600_000 + 100 * random.nextGaussian(), 120 + 10 * random.nextGaussian()}, random));
            }
            CentreCheck check = new CentreCheck(new CameraRig(cameras, List.of()), RankKernels.get());
            assertEquals(List.of(), check.withoutCentre(), "seed " + seed);
            assertEquals(List.of(), found(cameras, 1e-9), "seed " + seed);
        }
    }

    @Test
    void aMatrixOfRankTwoHasNoCentreWhereverItStands() {
        Camera flat = new Camera("", ProjectionMatrix.of(1, 2, 3, 4e6, 2, 4, 6, 8e6, 0, 1, 0, 5e6));
        CentreCheck check = new CentreCheck(new CameraRig(List.of(at(0, 0), flat), List.of()), RankKernels.get());
        assertEquals(List.of(1), check.withoutCentre());
    }

    @Test
    void howNearIsOneIsAShareOfTheRig() {
        List<Camera> cameras = List.of(at(0, 0), at(1000, 0), at(0, 0.1));
        assertEquals(List.of(), found(cameras, 1e-9));
        assertEquals(List.of("0 2"), found(cameras, 1e-3));
    }

    @Test
    void camerasAtInfinityMayShareTheirDirection() {
        Camera alongZ = new Camera("z", ProjectionMatrix.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1));
        Camera alongZAgain = new Camera("z", ProjectionMatrix.of(2, 1, 0, 5, 0, 3, 0, 1, 0, 0, 0, 1));
        Camera alongX = new Camera("x", ProjectionMatrix.of(0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1));
        assertEquals(List.of("0 1"), found(List.of(alongZ, alongZAgain, alongX), 1e-9));
    }

    private static List<String> found(List<Camera> cameras, double epsilon) {
        List<String> found = new ArrayList<>();
        new CentreCheck(new CameraRig(cameras, List.of()), RankKernels.get()).pairs(epsilon,
                (a, b) -> found.add(a + " " + b));
        return found;
    }

    private static Camera at(double x, double y) {
        return new Camera("", ProjectionMatrix.of(UPRIGHT, UPRIGHT, new double[]{-x, -y, 0}));
    }

    /** Any lens, direction and scale of the matrix, but this centre: t = −R·c. */
    private static Camera looking(double[] centre, Random random) {
        double[] rotation = Rotation.ofQuaternion(random.nextGaussian(), random.nextGaussian(), random.nextGaussian(),
                random.nextGaussian());
        double[] translation = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                translation[row] -= rotation[3 * row + column] * centre[column];
            }
        }
        double scale = random.nextGaussian();
        double[] lens = {800 * scale, 0, 320 * scale, 0, 850 * scale, 240 * scale, 0, 0, scale};
        return new Camera("", ProjectionMatrix.of(lens, rotation, translation));
    }
}
