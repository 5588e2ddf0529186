package io.github.slitstream.media;

import io.github.slitstream.frame.Alpha;
import io.github.slitstream.frame.Frame;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes frames as picture files: PNG exactly, with alpha if there is any; JPEG finely, laid over black. */
final class PictureEncoder {
    private static final String JPEG = "jpg";
    private static final float JPEG_QUALITY = 0.95f;

    private PictureEncoder() {}

    /**
     * @param format {@code png} or {@code jpg}
     * @param preset text that a PNG carries; empty for none
     * @param effort for a PNG
     */
    static void write(Frame picture, String format, String preset, PngWriter.Effort effort, Path file)
            throws IOException {
        if (format.equals(JPEG)) {
            writeJpeg(picture, file);
        } else {
            writePng(picture, preset, effort, file);
        }
    }

    private static void writePng(Frame picture, String preset, PngWriter.Effort effort, Path file)
            throws IOException {
        int height = picture.size().height();
        try (PngWriter png = new PngWriter(file, picture.size().width(), height, !Alpha.isOpaque(picture), preset,
                effort)) {
            for (int row = 0; row < height; row++) {
                png.writeRow(picture.pixels(), (long) row * picture.size().stride());
            }
            png.finish();
        }
    }

    private static void writeJpeg(Frame picture, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(JPEG).next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(file.toFile())) {
            if (stream == null) {
                throw new IOException("it cannot be created");
            }
            writer.setOutput(stream);
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(JPEG_QUALITY);
            writer.write(null, new IIOImage(overBlack(picture), null, null), settings);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage overBlack(Frame picture) {
        if (Alpha.isOpaque(picture)) {
            return image(picture);
        }
        try (Arena arena = Arena.ofConfined()) {
            Frame overBlack = Frame.allocate(picture.size(), arena);
            Alpha.premultiply(picture, overBlack);
            return image(overBlack);
        }
    }

    private static BufferedImage image(Frame picture) {
        BufferedImage image = new BufferedImage(picture.size().width(), picture.size().height(),
                BufferedImage.TYPE_3BYTE_BGR);
        byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        MemorySegment pixels = picture.pixels();
        int to = 0;
        for (long at = 0; at < pixels.byteSize(); at += 4) {
            samples[to++] = pixels.get(ValueLayout.JAVA_BYTE, at);
            samples[to++] = pixels.get(ValueLayout.JAVA_BYTE, at + 1);
            samples[to++] = pixels.get(ValueLayout.JAVA_BYTE, at + 2);
        }
        return image;
    }
}
