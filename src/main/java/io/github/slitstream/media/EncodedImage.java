package io.github.slitstream.media;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A file that ImageIO decodes.
 *
 * @param format as ImageIO calls it
 * @param name for messages
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EncodedImage(byte[] bytes, String format, String name) {
    @FunctionalInterface
    private interface Use<T> {
        T of(ImageReader reader) throws IOException;
    }

    /** @throws IOException if there is no such image in it, or it is damaged or too large */
    BufferedImage read(int index) throws IOException {
        check(index);
        return use(reader -> reader.read(index));
    }

    /** The samples as they were stored. @throws IOException as for {@link #read} */
    Raster readStored() throws IOException {
        check(0);
        return use(reader -> reader.readRaster(0, null));
    }

    int count() throws IOException {
        return use(reader -> reader.getNumImages(true));
    }

    private void check(int index) throws IOException {
        PictureLimits.check(use(reader -> reader.getWidth(index)), use(reader -> reader.getHeight(index)), name);
    }

    private <T> T use(Use<T> use) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try {
            reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
            return use.of(reader);
        } catch (IOException | RuntimeException failure) { // damaged files make ImageIO throw either
            throw new IOException(name + " is not a picture that can be read (" + failure.getMessage()
                    + "); save it again, best as PNG", failure);
        } finally {
            reader.dispose();
        }
    }
}
