package io.github.slitstream.media;

import java.io.IOException;

/** A file of pictures, most often of one. */
interface PictureFile {
    int pages();

    /**
     * Decodes a picture to exact samples and sets it upright.
     *
     * @param page 0 for the first
     * @throws IOException if it is damaged, too large or of a kind that would be shown wrong; the message is one line
     */
    StillPicture page(int page) throws IOException;

    @FunctionalInterface
    interface Decoder {
        StillPicture decode() throws IOException;
    }

    /** A file of one picture. */
    static PictureFile of(Decoder decoder) {
        return new PictureFile() {
            @Override
            public int pages() {
                return 1;
            }

            @Override
            public StillPicture page(int page) throws IOException {
                return decoder.decode();
            }
        };
    }
}
