package io.github.slitstream.media;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes picture files to exact samples: no colour management, grey stays the grey that was stored, 16 bits are
 * rounded to 8, alpha is kept as it is.
 */
final class PictureDecoder {
    private static final ValueLayout.OfInt PIXEL = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "bmp", "gif", "tif", "tiff");

    private PictureDecoder() {}

    /**
     * @param name for messages
     * @return null if this is something else than a lone picture
     * @throws IOException if the picture is damaged or too large
     */
    static @Nullable BufferedImage decode(Path file, String name) throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            if (stream == null) {
                throw new IOException(name + " cannot be opened; check that you may read it");
            }
            ImageReader reader = readerFor(stream);
            if (reader == null) {
                return null;
            }
            try {
                reader.setInput(stream);
                return decode(reader, name);
            } finally {
                reader.dispose();
            }
        }
    }

    private static @Nullable ImageReader readerFor(ImageInputStream stream) throws IOException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(stream); readers.hasNext();) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
        }
        return null;
    }

    private static @Nullable BufferedImage decode(ImageReader reader, String name) throws IOException {
        int width;
        int height;
        try {
            if (reader.getFormatName().equals("gif") && reader.getNumImages(true) > 1) {
                return null;
            }
            width = reader.getWidth(0);
            height = reader.getHeight(0);
        } catch (IOException | RuntimeException failure) {
            throw damaged(name, failure);
        }
        PictureLimits.check(width, height, name);
        try {
            return reader.read(0);
        } catch (IOException | RuntimeException failure) { // damaged files make ImageIO throw either
            throw damaged(name, failure);
        }
    }

    private static IOException damaged(String name, Exception failure) {
        return new IOException(name + " is not a picture that can be read (" + failure.getMessage()
                + "); save it again, best as PNG", failure);
    }

    static FrameSize sizeOf(BufferedImage picture) {
        return new FrameSize(picture.getWidth(), picture.getHeight());
    }

    /** @param target of the picture's size */
    static void copy(BufferedImage picture, Frame target) {
        picture.coerceData(false);
        Raster raster = picture.getRaster();
        ColorModel colors = picture.getColorModel();
        int width = picture.getWidth();
        int bands = raster.getNumBands();
        int[] samples = new int[width * bands];
        int[] largest = new int[bands];
        for (int band = 0; band < bands; band++) {
            largest[band] = (1 << Math.min(16, raster.getSampleModel().getSampleSize(band))) - 1;
        }
        MemorySegment pixels = target.pixels();
        for (int row = 0; row < picture.getHeight(); row++) {
            raster.getPixels(0, row, width, 1, samples);
            long at = (long) row * target.size().stride();
            for (int column = 0; column < width; column++) {
                int argb = colors instanceof IndexColorModel palette
                        ? palette.getRGB(samples[column])
                        : argb(samples, column * bands, largest);
                pixels.set(PIXEL, at + (long) column * FrameSize.BYTES_PER_PIXEL, argb);
            }
        }
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
