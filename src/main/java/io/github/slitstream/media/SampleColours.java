package io.github.slitstream.media;

import io.github.slitstream.frame.FrameSize;
import java.awt.image.Raster;

/**
 * What the bands of a picture mean: grey, RGB or CMYK, and alpha behind them.
 *
 * @param inks whether the first four are cyan, magenta, yellow and black, 0 for none
 * @param alpha the band that is alpha, or -1
 * @param associated whether colours were multiplied by alpha
 */
record SampleColours(int bands, boolean inks, int alpha, boolean associated) {
    private static final int ASSOCIATED = 1;
    private static final int UNASSOCIATED = 2;

    /** @param extra what a TIFF says of the bands behind the colours; of a fourth without a word, that it is alpha */
    static SampleColours of(int bands, boolean inks, int[] extra) {
        int colours = inks ? 4 : bands < 3 ? 1 : 3;
        boolean isAlpha = extra.length == 0 || extra[0] == ASSOCIATED || extra[0] == UNASSOCIATED;
        return new SampleColours(bands, inks, bands > colours && isAlpha ? colours : -1,
                extra.length > 0 && extra[0] == ASSOCIATED);
    }

    /** @param white the sample of full light, ink or alpha */
    StillPicture picture(Raster raster, SampleReader reader, int white) {
        FrameSize size = new FrameSize(raster.getWidth(), raster.getHeight());
        double[] row = new double[size.width() * bands];
        int[] pixels = new int[size.pixels()];
        for (int y = 0; y < size.height(); y++) {
            reader.read(raster, y, row);
            for (int x = 0; x < size.width(); x++) {
                pixels[y * size.width() + x] = pixel(row, x * bands, white);
            }
        }
        return new StillPicture(size, pixels);
    }

    private int pixel(double[] row, int at, int white) {
        double opacity = alpha < 0 ? white : row[at + alpha];
        double full = associated && opacity > 0 ? opacity : white;
        double first = row[at] / full;
        double second = bands < 3 ? first : row[at + 1] / full;
        double third = bands < 3 ? first : row[at + 2] / full;
        if (inks) {
            double light = 1 - row[at + 3] / full;
            first = (1 - first) * light;
            second = (1 - second) * light;
            third = (1 - third) * light;
        }
        return (level(opacity / white) << 24) | (level(first) << 16) | (level(second) << 8) | level(third);
    }

    private static int level(double share) {
        return Math.clamp(Math.round(share * 255), 0, 255);
    }
}
