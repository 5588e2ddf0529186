package io.github.slitstream.media;

import io.github.slitstream.frame.FrameSize;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Takes the samples of an image as they were stored: no colour management, grey stays the grey that was stored, 16 bits
 * are rounded to 8, alpha is kept as it is.
 */
final class ExactSamples {
    private ExactSamples() {}

    static StillPicture picture(BufferedImage image) {
        image.coerceData(false);
        Raster raster = image.getRaster();
        ColorModel colors = image.getColorModel();
        FrameSize size = new FrameSize(image.getWidth(), image.getHeight());
        int width = size.width();
        int[] largest = largest(raster);
        int[] samples = new int[width * largest.length];
        int[] pixels = new int[size.pixels()];
        for (int row = 0; row < size.height(); row++) {
            raster.getPixels(0, row, width, 1, samples);
            for (int column = 0; column < width; column++) {
                pixels[row * width + column] = colors instanceof IndexColorModel palette
                        ? palette.getRGB(samples[column])
                        : argb(samples, column * largest.length, largest);
            }
        }
        return new StillPicture(size, pixels);
    }

    private static int[] largest(Raster raster) {
        int[] largest = new int[raster.getNumBands()];
        for (int band = 0; band < largest.length; band++) {
            largest[band] = (1 << Math.min(16, raster.getSampleModel().getSampleSize(band))) - 1;
        }
        return largest;
    }

    private static int argb(int[] samples, int at, int[] largest) {
        int bands = largest.length;
        int red = eightBit(samples[at], largest[0]);
        int green = bands < 3 ? red : eightBit(samples[at + 1], largest[1]);
        int blue = bands < 3 ? red : eightBit(samples[at + 2], largest[2]);
        int alpha = bands % 2 == 0 ? eightBit(samples[at + bands - 1], largest[bands - 1]) : 255;
        return (alpha << 24) | (red << 16) | (green << 8) | blue;
    }

    private static int eightBit(int sample, int largest) {
        return largest == 255 ? sample : (int) ((sample * 255L + largest / 2) / largest);
    }
}
