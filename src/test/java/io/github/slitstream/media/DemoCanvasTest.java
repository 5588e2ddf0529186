package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FrameSize;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coverages are read back as grey levels: white is painted on black. */
class DemoCanvasTest {
    private static final FrameSize SIZE = new FrameSize(160, 120);
    private static final int WHITE = 0xFFFFFFFF;
    private static final int BLACK = 0xFF000000;

    @ParameterizedTest
    @CsvSource({"80.3, 59.8, 2.5", "61.25, 70.5, 20", "80, 60, 59"})
    void aDiscCoversItsArea(double x, double y, double radius) {
        DemoCanvas canvas = black(SIZE, 1);
        canvas.place(x, y, 0);
        canvas.fill(DemoShape.disc(0, radius), WHITE);
        double area = Math.PI * radius * radius;
        double ofTheRamp = Math.PI / 12; // an edge one pixel wide reaches further outward than inward
        assertEquals(area + ofTheRamp, covered(canvas), 0.01 * area);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 17, 45, 89.9, 90, 180, 247, 270, 333, 360, -725})
    void aStrokeCoversItsAreaWhateverItsDirection(double degrees) {
        DemoCanvas canvas = black(SIZE, 1);
        canvas.place(80.2, 60.4, degrees);
        canvas.fill(DemoShape.stroke(9, -10, 40), WHITE);
        double area = 50 * 9 + Math.PI * 4.5 * 4.5;
        assertEquals(area, covered(canvas), 0.01 * area);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 3, 45, 90, 135, 176, 180, 222, 270, 300, 360})
    void aBladeCoversItsAreaWhateverItsDirection(double degrees) {
        DemoCanvas canvas = black(SIZE, 1);
        canvas.place(79.9, 60.1, degrees);
        canvas.fill(DemoShape.blade(20, 55, 60), WHITE);
        double area = Math.PI * (55 * 55 - 20 * 20) / 6;
        assertEquals(area, covered(canvas), 0.01 * area);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 30, 77.7, 90, 181, 270})
    void everyPixelIsCoveredByItsShareOfThePoints(double degrees) {
        Pose pose = new Pose(83.3, 57.1, degrees);
        assertCovered(pose, DemoShape.disc(-12, 17.3), (x, y) -> Math.hypot(x, y + 12) <= 17.3);
        assertCovered(pose, DemoShape.stroke(11, -31, 22), DemoCanvasTest::isInStroke);
        assertCovered(pose, DemoShape.blade(19, 52, 44), DemoCanvasTest::isInBlade);
        assertCovered(pose, DemoShape.bar(23.6, 61), (x, y) -> Math.abs(x) <= 11.8 && Math.abs(y) <= 30.5);
    }

    private static boolean isInStroke(double x, double y) {
        return (Math.abs(x) <= 5.5 && y >= -31 && y <= 22) || Math.hypot(x, y + 31) <= 5.5
                || Math.hypot(x, y - 22) <= 5.5;
    }

    private static boolean isInBlade(double x, double y) {
        double radius = Math.hypot(x, y);
        double fromUpright = Math.toDegrees(Math.atan2(x, -y));
        return radius >= 19 && radius <= 52 && Math.abs(fromUpright) <= 22;
    }

    @Test
    void aBarBetweenPixelsIsExact() {
        DemoCanvas canvas = black(SIZE, 1);
        canvas.place(30, 20, 0);
        canvas.fill(DemoShape.bar(10, 6), WHITE);
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                boolean inside = column >= 25 && column < 35 && row >= 17 && row < 23;
                assertEquals(inside ? WHITE : BLACK, at(canvas, row, column), row + ", " + column);
            }
        }
    }

    @Test
    void theEdgeOfABarCoversAPartOfItsPixels() {
        DemoCanvas canvas = black(SIZE, 1);
        canvas.place(30.25, 60, 0);
        canvas.fill(DemoShape.bar(10, SIZE.height()), WHITE);
        for (int row = 0; row < SIZE.height(); row++) {
            assertEquals(BLACK, at(canvas, row, 24));
            assertEquals(0xFFBFBFBF, at(canvas, row, 25), "three quarters");
            assertEquals(WHITE, at(canvas, row, 34));
            assertEquals(0xFF404040, at(canvas, row, 35), "one quarter");
            assertEquals(BLACK, at(canvas, row, 36));
        }
    }

    @Test
    void whatIsThinnerThanAPixelIsFainter() {
        DemoCanvas canvas = black(SIZE, 0.1);
        canvas.place(803, 600, 30);
        canvas.fill(DemoShape.stroke(3, -400, 400), WHITE);
        assertEquals(80 * 0.3, covered(canvas), 0.05 * 80 * 0.3);
    }

    @Test
    void theScaleIsThatOfThePixels() {
        DemoCanvas small = black(SIZE, 1);
        small.place(40, 30, 20);
        small.fill(DemoShape.stroke(8, 0, 25), WHITE);
        DemoCanvas scaled = black(SIZE, 0.25);
        scaled.place(160, 120, 20);
        scaled.fill(DemoShape.stroke(32, 0, 100), WHITE);
        assertTrue(Arrays.equals(small.pixels(), scaled.pixels()));
    }

    @ParameterizedTest
    @CsvSource({"0, 60", "160, 60", "80, 0", "80, 120"})
    void halfOfADiscAtTheBorderIsSeen(double x, double y) {
        DemoCanvas canvas = black(SIZE, 1);
        canvas.place(x, y, 0);
        canvas.fill(DemoShape.disc(0, 40), WHITE);
        assertEquals(Math.PI * 800, covered(canvas), 0.01 * Math.PI * 800);
    }

    @ParameterizedTest
    @CsvSource({"-50, 60", "210, 60", "80, -50", "80, 170", "1e12, 1e12", "-1e12, -1e12"})
    void whatLiesOutsideIsNotSeen(double x, double y) {
        DemoCanvas canvas = black(SIZE, 1);
        canvas.place(x, y, 45);
        canvas.fill(DemoShape.disc(0, 40), WHITE);
        canvas.fill(DemoShape.blade(20, 40, 30), WHITE);
        canvas.fill(DemoShape.bar(40, 40), WHITE);
        assertEquals(0, covered(canvas));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 7", "7, 1"})
    void theSmallestCanvasIsCovered(int width, int height) {
        DemoCanvas canvas = black(new FrameSize(width, height), 1);
        canvas.place(0, 0, 12);
        canvas.fill(DemoShape.disc(0, 20), WHITE);
        assertEquals(width * height, covered(canvas));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 60, 127, 128, 150, 254, 255})
    void aTranslucentColourIsMixedWithWhatIsBelow(int alpha) {
        int below = 0xFF2080F1;
        int above = alpha << 24 | 0xFB7A05;
        DemoCanvas canvas = new DemoCanvas(SIZE, 1, SIZE.height());
        Arrays.fill(canvas.pixels(), below);
        canvas.place(80, 60, 0);
        canvas.fill(DemoShape.bar(20, 20), above);
        int expected = 0xFF << 24 | mixed(0x20, 0xFB, alpha) << 16 | mixed(0x80, 0x7A, alpha) << 8
                | mixed(0xF1, 0x05, alpha);
        assertEquals(Integer.toHexString(expected), Integer.toHexString(at(canvas, 60, 80)));
        assertEquals(below, at(canvas, 49, 80));
    }

    private static int mixed(int below, int above, int alpha) {
        return (int) Math.round((below * (255 - alpha) + above * alpha) / 255.0);
    }

    /** Of 16 × 16 points in every pixel. At a corner, the distance from one side is not the whole truth. */
    private static void assertCovered(Pose pose, DemoShape shape, Points shapePoints) {
        DemoCanvas canvas = black(SIZE, 1);
        canvas.place(pose.x, pose.y, pose.degrees);
        canvas.fill(shape, WHITE);
        double difference = 0;
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                double expected = share(pose, shapePoints, row, column);
                double actual = (at(canvas, row, column) & 0xFF) / 255.0;
                assertEquals(expected, actual, 0.3, shape + " " + pose + " at " + row + ", " + column);
                difference += Math.abs(expected - actual);
            }
        }
        assertTrue(difference < 6, shape + " " + pose + ": " + difference);
    }

    private static double share(Pose pose, Points shapePoints, int row, int column) {
        int inside = 0;
        for (double y = row + 1 / 32.0; y < row + 1; y += 1 / 16.0) {
            for (double x = column + 1 / 32.0; x < column + 1; x += 1 / 16.0) {
                inside += pose.contains(shapePoints, x, y) ? 1 : 0;
            }
        }
        return inside / 256.0;
    }

    private static DemoCanvas black(FrameSize size, double scale) {
        DemoCanvas canvas = new DemoCanvas(size, scale, size.height());
        Arrays.fill(canvas.pixels(), BLACK);
        return canvas;
    }

    private static double covered(DemoCanvas canvas) {
        return Arrays.stream(canvas.pixels()).mapToDouble(argb -> (argb & 0xFF) / 255.0).sum();
    }

    private static int at(DemoCanvas canvas, int row, int column) {
        return canvas.pixels()[row * SIZE.width() + column];
    }

    private record Pose(double x, double y, double degrees) {
        boolean contains(Points shapePoints, double column, double row) {
            double right = column - x;
            double down = row - y;
            double sin = Math.sin(Math.toRadians(-degrees));
            double cos = Math.cos(Math.toRadians(-degrees));
            return shapePoints.contain(right * cos - down * sin, right * sin + down * cos);
        }
    }

    private interface Points {
        boolean contain(double x, double y);
    }
}
