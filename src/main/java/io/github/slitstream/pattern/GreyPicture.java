package io.github.slitstream.pattern;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture in 16-bit grey, 0 black … {@link #WHITE}. An 8-bit sample v becomes 257·v, which is the same share of
 * white. Of colours it keeps the luma (0.299 red, 0.587 green, 0.114 blue); transparency is ignored.
 */
final class GreyPicture {
    static final double WHITE = 65535;
    private static final int BYTE_TO_SHORT = 257;
    /** Nearly four 8K screens; more would fill the memory that the past needs. */
    private static final int MOST_PIXELS = 128_000_000;

    private final int width;
    private final int height;
    private final char[] samples;

    private GreyPicture(int width, int height) {
        this(width, height, new char[width * height]);
    }

    /** @param samples row-major, which it shows whatever becomes of them */
    GreyPicture(int width, int height, char[] samples) {
        this.width = width;
        this.height = height;
        this.samples = samples;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int sample(int column, int row) {
        return samples[row * width + column];
    }

    /**
     * Decodes a picture file in any format that the Java runtime reads.
     *
     * @throws IOException if it is none of these, damaged, too big, or of more than 16 bits; the message says which
     */
    static GreyPicture read(InputStream file) throws IOException {
        try (ImageInputStream input = new MemoryCacheImageInputStream(file)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new IOException("it is not a picture of a known format");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return of(decoded(reader));
            } finally {
                reader.dispose();
            }
        }
    }

    /** Writes a PNG of one channel of 16 bits. */
    void writePng(OutputStream out) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setDataElements(0, 0, width, height, toShorts());
        ImageIO.write(image, "png", out);
    }

    private short[] toShorts() {
        short[] shorts = new short[samples.length];
        for (int i = 0; i < shorts.length; i++) {
            shorts[i] = (short) samples[i];
        }
        return shorts;
    }

    /** Decoders throw all sorts of exceptions at wrong lengths and offsets. */
    private static BufferedImage decoded(ImageReader reader) throws IOException {
        try {
            if ((long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS) {
                return reader.read(0);
            }
        } catch (IOException | RuntimeException e) {
            throw new IOException("it is damaged or cut short", e);
        }
        throw new IOException("it has more than " + MOST_PIXELS + " pixels");
    }

    private static GreyPicture of(BufferedImage image) throws IOException {
        GreyPicture picture = new GreyPicture(image.getWidth(), image.getHeight());
        if (hasSamplesOf(image, 16)) {
            picture.takeSamples(image.getRaster(), 1);
        } else if (hasSamplesOf(image, 8)) {
            picture.takeSamples(image.getRaster(), BYTE_TO_SHORT);
        } else if (image.getSampleModel().getSampleSize(0) <= 8) {
            picture.takeColours(image);
        } else {
            throw new IOException("its samples have more than 16 bits");
        }
        return picture;
    }

    /** Whether its samples are plain numbers of so many bits, not entries of a palette or fractions. */
    private static boolean hasSamplesOf(BufferedImage image, int bits) {
        int type = image.getSampleModel().getDataType();
        boolean whole = type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT || type == DataBuffer.TYPE_INT;
        if (!whole || image.getColorModel() instanceof IndexColorModel) {
            return false;
        }
        for (int size : image.getSampleModel().getSampleSize()) {
            if (size != bits) {
                return false;
            }
        }
        return true;
    }

    /** Straight from the raster: going through colours would bend greys by a colour profile and cut them to 8 bits. */
    private void takeSamples(Raster raster, int factor) {
        int bands = raster.getNumBands();
        int[] line = new int[width * bands];
        for (int row = 0; row < height; row++) {
            raster.getPixels(0, row, width, 1, line);
            for (int column = 0; column < width; column++) {
                int at = column * bands;
                int grey = bands < 3 ? line[at] * factor : luma(line[at], line[at + 1], line[at + 2], factor);
                samples[row * width + column] = (char) grey;
            }
        }
    }

    /** Palettes and samples of fewer than 8 bits. */
    private void takeColours(BufferedImage image) {
        int[] line = new int[width];
        for (int row = 0; row < height; row++) {
            image.getRGB(0, row, width, 1, line, 0, width);
            for (int column = 0; column < width; column++) {
                int rgb = line[column];
                int grey = luma((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255, BYTE_TO_SHORT);
                samples[row * width + column] = (char) grey;
            }
        }
    }

    /** The weights add up to 2¹⁶, so that a grey pixel stays exactly what it is. */
    private static int luma(int red, int green, int blue, int factor) {
        long weighted = red * 19_595L + green * 38_470L + blue * 7_471L;
        return (int) ((weighted * factor + 32_768) >> 16);
    }
}
