package io.github.slitstream.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.kernel.matrix.FundamentalKernels;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The line of a point is where everything lies that the point may be a picture of. */
@Tag("kernels")
class EpipolarPairTest {
    @Test
    void theLinePassesThroughEveryPointOfTheRay() {
        for (long seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            List<Camera> cameras = Rigs.random(2, random).cameras();
            double[] near = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), 1};
            double[] centre = cameras.getFirst().matrix().centre();
            PictureLine line = pair(cameras).line(picture(cameras.getFirst(), near)).orElseThrow();
            assertEquals(1, Math.hypot(line.a(), line.b()), 1e-12, "seed " + seed);
            for (double along = -0.5; along <= 0.9; along += 0.2) {
                double[] onRay = new double[4];
                for (int i = 0; i < onRay.length; i++) {
                    onRay[i] = (1 - along) * near[i] + along * centre[i] / centre[3];
                }
                assertOn(line, picture(cameras.get(1), onRay), seed);
            }
            assertOn(line, pair(cameras).epipole().orElseThrow(), seed);
        }
    }

    @Test
    void theCameraLooksAtItsPrincipalPoint() {
        for (Camera camera : Rigs.random(20, new Random(8)).cameras()) {
            PicturePoint point = camera.matrix().principalPoint();
            assertEquals(640, point.x(), 1e-8);
            assertEquals(360, point.y(), 1e-8);
        }
    }

    @Test
    void camerasSideBySideHaveLevelLinesAndNoEpipole() {
        Camera left = new Camera("left", ProjectionMatrix.of(900, 0, 640, 0, 0, 900, 360, 0, 0, 0, 1, 0));
        Camera right = new Camera("right", ProjectionMatrix.of(900, 0, 640, -90, 0, 900, 360, 0, 0, 0, 1, 0));
        EpipolarPair pair = pair(List.of(left, right));
        assertEquals(Optional.empty(), pair.epipole());
        PictureLine.Segment line = pair.line(new PicturePoint(100, 200)).orElseThrow().within(0, 0, 1280, 720)
                .orElseThrow();
        assertEquals(200, line.from().y(), 1e-9);
        assertEquals(200, line.to().y(), 1e-9);
        assertEquals(1280, Math.abs(line.to().x() - line.from().x()), 1e-9);
    }

    @Test
    void theEpipoleItselfHasNoLine() {
        Camera ahead = new Camera("ahead", ProjectionMatrix.of(900, 0, 640, -640, 0, 900, 360, -360, 0, 0, 1, -1));
        Camera behind = new Camera("behind", ProjectionMatrix.of(900, 0, 640, 0, 0, 900, 360, 0, 0, 0, 1, 0));
        EpipolarPair walk = pair(List.of(behind, ahead));
        assertEquals(new PicturePoint(640, 360), walk.epipole().orElseThrow());
        assertEquals(Optional.empty(), walk.line(new PicturePoint(640, 360)));
    }

    @Test
    void aLineIsCutAtTheEdges() {
        PictureLine diagonal = new PictureLine(Math.sqrt(0.5), -Math.sqrt(0.5), 0);
        assertJoins(diagonal.within(-0.5, -0.5, 9.5, 4.5).orElseThrow(), -0.5, -0.5, 4.5, 4.5);
        PictureLine upright = new PictureLine(1, 0, -3);
        assertJoins(upright.within(0, 0, 10, 5).orElseThrow(), 3, 0, 3, 5);
        assertEquals(Optional.empty(), new PictureLine(1, 0, 1).within(0, 0, 10, 5));
        assertEquals(Optional.empty(), new PictureLine(Math.sqrt(0.5), Math.sqrt(0.5), -20).within(0, 0, 10, 5));
    }

    private static EpipolarPair pair(List<Camera> cameras) {
        return EpipolarPair.of(cameras.getFirst(), cameras.get(1), FundamentalKernels.get());
    }

    private static PicturePoint picture(Camera camera, double[] point) {
        double[] seen = camera.matrix().project(point);
        return new PicturePoint(seen[0] / seen[2], seen[1] / seen[2]);
    }

    private static void assertOn(PictureLine line, PicturePoint point, long seed) {
        double distance = line.a() * point.x() + line.b() * point.y() + line.c();
        assertEquals(0, distance, 1e-7 * (1 + Math.hypot(point.x(), point.y())), "seed " + seed);
    }

    private static void assertJoins(PictureLine.Segment cut, double x, double y, double toX, double toY) {
        assertTrue(joins(cut.from(), cut.to(), x, y, toX, toY) || joins(cut.to(), cut.from(), x, y, toX, toY),
                cut.toString());
    }

    private static boolean joins(PicturePoint from, PicturePoint to, double x, double y, double toX, double toY) {
        return Math.hypot(from.x() - x, from.y() - y) < 1e-9 && Math.hypot(to.x() - toX, to.y() - toY) < 1e-9;
    }
}
