package io.github.slitstream.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the segments of a JPEG tell.
 *
 * @param adobe whether Adobe's segment is there, which also means that inks are inverted
 * @param transform Adobe's: 2 for YCCK
 * @param orientation as Exif says
 * @param isFollowedByAnother whether a JPEG of the same size comes behind it, as in a stream; those that belong to the
 *     first (previews, a second eye, gain maps) have other sizes or are listed in it
 * @param isWhole whether the end of the picture is in the file
 */
record JpegHeader(int components, boolean adobe, int transform, Orientation orientation,
        boolean isFollowedByAnother, boolean isWhole) {
    private static final int END = 0xd9;
    private static final int START = 0xd8;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] LIST = "MPF\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.ISO_8859_1);

    static JpegHeader read(byte[] file) {
        Scan first = new Scan(file, 0);
        boolean another = false;
        if (!first.listed && first.end > 0 && isStart(file, first.end)) {
            Scan second = new Scan(file, first.end);
            another = first.frame.length > 0 && Arrays.equals(first.frame, second.frame);
        }
        int components = first.frame.length > 5 ? first.frame[5] : 0;
        return new JpegHeader(components, first.adobe, first.transform, first.orientation, another,
                first.end > 0);
    }

    private static boolean isStart(byte[] file, int at) {
        return at + 2 < file.length && (file[at] & 0xff) == 0xff && (file[at + 1] & 0xff) == START
                && (file[at + 2] & 0xff) == 0xff;
    }

    /** One pass over the segments of one picture. */
    private static final class Scan {
        private final byte[] file;
        private byte[] frame = {};
        private boolean adobe;
        private boolean listed;
        private int transform;
        private Orientation orientation = Orientation.UPRIGHT;
        /** Behind the end of the picture, or 0 if it does not end. */
        private int end;

        Scan(byte[] file, int start) {
            this.file = file;
            int at = start + 2;
            while (at + 2 <= file.length) {
                int marker = file[at + 1] & 0xff;
                if ((file[at] & 0xff) != 0xff || marker == 0 || marker == 0xff || (marker >= 0xd0 && marker <= 0xd7)) {
                    at++; // samples, or filling
                } else if (marker == END) {
                    end = at + 2;
                    return;
                } else if (at + 4 > file.length) {
                    return;
                } else {
                    int length = ((file[at + 2] & 0xff) << 8) | (file[at + 3] & 0xff);
                    note(marker, at + 4, Math.min(file.length, at + 2 + length));
                    at += 2 + length;
                }
            }
        }

        private void note(int marker, int from, int to) {
            boolean isFrame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (isFrame && frame.length == 0 && to - from >= 6) {
                frame = Arrays.copyOfRange(file, from, from + 6);
            } else if (marker == 0xe1 && starts(EXIF, from, to)) {
                orientation = TiffDirectory.orientation(Arrays.copyOfRange(file, from + EXIF.length, to));
            } else if (marker == 0xe2 && starts(LIST, from, to)) {
                listed = true;
            } else if (marker == 0xee && starts(ADOBE, from, to) && to - from >= 12) {
                adobe = true;
                transform = file[from + 11];
            }
        }

        private boolean starts(byte[] name, int from, int to) {
            return to - from >= name.length
                    && Arrays.equals(file, from, from + name.length, name, 0, name.length);
        }
    }
}
