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
    private static final float JPEG_QUALITY = 0.95f;
    /** zlib's level 4: half the time of its default for a few percent of the size. */
    private static final float PNG_QUALITY = 0.5f;

    private PictureEncoder() {}

    /** @param format {@code png} or {@code jpg} */
    static void write(Frame picture, String format, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(file.toFile())) {
            if (stream == null) {
                throw new IOException("it cannot be created");
            }
            writer.setOutput(stream);
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(format.equals("jpg") ? JPEG_QUALITY : PNG_QUALITY);
            writer.write(null, new IIOImage(imageOf(picture, format.equals("png")), null, null), settings);
        } finally {
            writer.dispose();
        }
    }

    /** @param transparent whether the file can hold alpha */
    private static BufferedImage imageOf(Frame picture, boolean transparent) {
        boolean opaque = Alpha.isOpaque(picture);
        if (opaque || transparent) {
            return imageWith(picture, !opaque);
        }
        try (Arena arena = Arena.ofConfined()) {
            Frame overBlack = Frame.allocate(picture.size(), arena);
            Alpha.premultiply(picture, overBlack);
            return imageWith(overBlack, false);
        }
    }

    private static BufferedImage imageWith(Frame picture, boolean alpha) {
        BufferedImage image = new BufferedImage(picture.size().width(), picture.size().height(),
                alpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        MemorySegment pixels = picture.pixels();
        int to = 0;
        for (long at = 0; at < pixels.byteSize(); at += 4) {
            if (alpha) {
                samples[to++] = pixels.get(ValueLayout.JAVA_BYTE, at + 3);
            }
            samples[to++] = pixels.get(ValueLayout.JAVA_BYTE, at);
            samples[to++] = pixels.get(ValueLayout.JAVA_BYTE, at + 1);
            samples[to++] = pixels.get(ValueLayout.JAVA_BYTE, at + 2);
        }
        return image;
    }
}
