package io.github.slitstream.view.model;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.rig.PicturePoint;

/**
 * A picture as large as fits into an area without changing its proportions: from pixels to places of the area and back.
 *
 * @param left where the picture begins in the area
 * @param top likewise
 * @param scaleX units of the area for the width of a pixel
 * @param scaleY likewise for its height
 * @param firstPixel both coordinates of the centre of the upper left pixel
 */
public record Letterbox(FrameSize size, double left, double top, double scaleX, double scaleY, double firstPixel) {
    public static Letterbox of(FrameSize size, PixelShape pixels, double firstPixel, double areaWidth,
            double areaHeight) {
        double scaleY = Math.min(areaWidth / (size.width() * pixels.ratio()), areaHeight / size.height());
        double scaleX = scaleY * pixels.ratio();
        return new Letterbox(size, (areaWidth - scaleX * size.width()) / 2, (areaHeight - scaleY * size.height()) / 2,
                scaleX, scaleY, firstPixel);
    }

    public double width() {
        return scaleX * size.width();
    }

    public double height() {
        return scaleY * size.height();
    }

    /** The place of a pixel; a pixel's coordinates are those of its centre. */
    public PicturePoint toArea(PicturePoint pixel) {
        return new PicturePoint(left + (pixel.x() - firstPixel + 0.5) * scaleX,
                top + (pixel.y() - firstPixel + 0.5) * scaleY);
    }

    /** The pixel at a place of the area, which need not be inside the picture. */
    public PicturePoint toPixel(double x, double y) {
        return new PicturePoint((x - left) / scaleX + firstPixel - 0.5, (y - top) / scaleY + firstPixel - 0.5);
    }
}
