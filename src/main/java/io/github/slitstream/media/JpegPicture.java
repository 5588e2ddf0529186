package io.github.slitstream.media;

import io.github.slitstream.frame.FrameSize;
import java.awt.image.Raster;
import java.io.IOException;

/** A JPEG: grey, RGB, YCbCr, CMYK or YCCK of 8 bits. */
final class JpegPicture {
    private static final int INKS = 4;
    private static final int YCCK = 2;
    /** Of YCbCr as JFIF has it, in 65,536ths. */
    private static final int RED_OF_CR = 91_881;
    private static final int GREEN_OF_CB = 22_554;
    private static final int GREEN_OF_CR = 46_802;
    private static final int BLUE_OF_CB = 116_130;
    private static final int OPAQUE = 255 << 24;
    private static final int HALF = 1 << 15;

    private JpegPicture() {}

    /** @throws IOException if it is damaged or cut short, which decoders fill up with grey without a word */
    static StillPicture decode(byte[] bytes, JpegHeader header, String name) throws IOException {
        if (!header.isWhole()) {
            throw new IOException(name + " is not a picture that can be read (it ends too soon); copy it again");
        }
        EncodedImage image = new EncodedImage(bytes, "jpeg", name);
        StillPicture lying = header.components() == INKS
                ? inks(image.readStored(), header)
                : ExactSamples.picture(image.read(0));
        return lying.upright(header.orientation());
    }

    /** Adobe writes 255 for no ink. */
    private static StillPicture inks(Raster stored, JpegHeader header) {
        FrameSize size = new FrameSize(stored.getWidth(), stored.getHeight());
        int[] row = new int[size.width() * INKS];
        int[] pixels = new int[size.pixels()];
        int inverting = header.adobe() ? 0 : 255;
        for (int y = 0; y < size.height(); y++) {
            stored.getPixels(0, y, size.width(), 1, row);
            for (int x = 0; x < size.width(); x++) {
                int at = x * INKS;
                if (header.transform() == YCCK) {
                    toInks(row, at);
                }
                int light = row[at + 3] ^ inverting;
                int red = share(row[at] ^ inverting, light);
                int green = share(row[at + 1] ^ inverting, light);
                int blue = share(row[at + 2] ^ inverting, light);
                pixels[y * size.width() + x] = OPAQUE | (red << 16) | (green << 8) | blue;
            }
        }
        return new StillPicture(size, pixels);
    }

    private static int share(int level, int light) {
        return (level * light + 127) / 255;
    }

    private static void toInks(int[] row, int at) {
        int luma = row[at];
        int cb = row[at + 1] - 128;
        int cr = row[at + 2] - 128;
        row[at] = 255 - level(luma + ((RED_OF_CR * cr + HALF) >> 16));
        row[at + 1] = 255 - level(luma - ((GREEN_OF_CB * cb + GREEN_OF_CR * cr + HALF) >> 16));
        row[at + 2] = 255 - level(luma + ((BLUE_OF_CB * cb + HALF) >> 16));
    }

    private static int level(int value) {
        return Math.clamp(value, 0, 255);
    }
}
