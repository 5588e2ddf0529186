package io.github.slitstream.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.rig.PicturePoint;
import io.github.slitstream.view.model.Letterbox;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pixels and places of an area are the same thing counted differently. */
class LetterboxTest {
    @Test
    void cornersOfThePictureAreItsEdgesWhereverTheFirstPixelIsCounted() {
        for (double firstPixel : new double[]{0, 0.5}) {
            Letterbox box = Letterbox.of(new FrameSize(200, 100), PixelShape.SQUARE, firstPixel, 500, 400);
            assertEquals(new PicturePoint(0, 75), box.toArea(new PicturePoint(firstPixel - 0.5, firstPixel - 0.5)));
            assertEquals(new PicturePoint(500, 325),
                    box.toArea(new PicturePoint(firstPixel + 199.5, firstPixel + 99.5)));
            assertEquals(new PicturePoint(firstPixel, firstPixel), box.toPixel(1.25, 76.25));
        }
    }

    @Test
    void thereAndBackIsTheSamePlace() {
        for (long seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            Letterbox box = Letterbox.of(new FrameSize(random.nextInt(1, 3000), random.nextInt(1, 3000)),
                    new PixelShape(random.nextInt(1, 100), random.nextInt(1, 100)), 0.5,
                    random.nextDouble(10, 2000), random.nextDouble(10, 2000));
            double x = random.nextDouble(-100, 2000);
            double y = random.nextDouble(-100, 2000);
            PicturePoint back = box.toArea(box.toPixel(x, y));
            assertEquals(x, back.x(), 1e-9, "seed " + seed);
            assertEquals(y, back.y(), 1e-9, "seed " + seed);
        }
    }

    @Test
    void pixelsThatAreNotSquareShowThePictureInItsShape() {
        FrameSize pal = new FrameSize(720, 576);
        Letterbox wide = Letterbox.of(pal, new PixelShape(64, 45), 0, 1600, 1000);
        assertEquals(16 / 9.0, wide.width() / wide.height(), 1e-12);
        assertEquals(0, wide.left(), 1e-9);
        assertEquals(50, wide.top(), 1e-9);
        Letterbox narrow = Letterbox.of(new FrameSize(720, 480), new PixelShape(8, 9), 0, 800, 300);
        assertEquals(4 / 3.0, narrow.width() / narrow.height(), 1e-12);
        assertEquals(200, narrow.left(), 1e-9);
    }
}
