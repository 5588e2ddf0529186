package io.github.slitstream.view.model;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.rig.PicturePoint;

/**
 * A picture as large as fits into an area without changing its proportions: from pixels to places of the area and back.
 *
 * @param left where the picture begins in the area
 * @param top likewise
 * @param scale units of the area for a pixel
 * @param firstPixel both coordinates of the centre of the upper left pixel
 */
public record Letterbox(FrameSize size, double left, double top, double scale, double firstPixel) {
    public static Letterbox of(FrameSize size, double firstPixel, double areaWidth, double areaHeight) {
        double scale = Math.min(areaWidth / size.width(), areaHeight / size.height());
        return new Letterbox(size, (areaWidth - scale * size.width()) / 2, (areaHeight - scale * size.height()) / 2,
                scale, firstPixel);
    }

    public double width() {
        return scale * size.width();
    }

    public double height() {
        return scale * size.height();
    }

    /** The place of a pixel; a pixel's coordinates are those of its centre. */
    public PicturePoint toArea(PicturePoint pixel) {
        return new PicturePoint(left + (pixel.x() - firstPixel + 0.5) * scale,
                top + (pixel.y() - firstPixel + 0.5) * scale);
    }

    /** The pixel at a place of the area, which need not be inside the picture. */
    public PicturePoint toPixel(double x, double y) {
        return new PicturePoint((x - left) / scale + firstPixel - 0.5, (y - top) / scale + firstPixel - 0.5);
    }
}
