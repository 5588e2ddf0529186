package io.github.slitstream.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the chunks of a PNG before its first samples tell.
 *
 * @param animated whether it is an APNG of more than one frame
 * @param orientation as its Exif says
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PngChunks(byte[] file, boolean animated, Orientation orientation) {
    private static final int SIGNATURE = 8;
    private static final int HEAD = 8;
    private static final int CHECKSUM = 4;

    static PngChunks read(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        boolean animated = false;
        Orientation orientation = Orientation.UPRIGHT;
        boolean samples = false;
        long at = SIGNATURE;
        while (at + HEAD + CHECKSUM <= file.length) {
            int start = (int) at + HEAD;
            long length = Integer.toUnsignedLong(bytes.getInt((int) at));
            if (start + length + CHECKSUM > file.length) {
                break;
            }
            switch (new String(file, (int) at + 4, 4, StandardCharsets.ISO_8859_1)) {
                case "acTL" -> animated = !samples && length >= 4 && bytes.getInt(start) > 1;
                case "IDAT" -> samples = true;
                case "eXIf" -> orientation = TiffDirectory
                        .orientation(Arrays.copyOfRange(file, start, start + (int) length));
                default -> {
                    // says nothing of these
                }
            }
            at = start + length + CHECKSUM;
        }
        return new PngChunks(file, animated, orientation);
    }

    /** The picture that everybody sees who knows of no animation. */
    StillPicture decode(String name) throws IOException {
        return ExactSamples.picture(new EncodedImage(file, "png", name).read(0)).upright(orientation);
    }
}
