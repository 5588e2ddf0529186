package io.github.slitstream.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The boxes of an MP4 or MOV file (ISO 14496-12, 4.2) that was written in fragments. */
final class BoxFile {
    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;
    /** {@code mdat}: the samples, behind the box that tells where they lie. */
    private static final int SAMPLES = 0x6D646174;

    private BoxFile() {}

    /** @return how many bytes there are up to the end of the last fragment that is whole; 0 if none is */
    static long wholeBytes(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate(LONG_HEADER);
            long whole = 0;
            long at = 0;
            while (at + HEADER <= channel.size()) {
                header.clear();
                channel.read(header, at);
                long length = length(header);
                if (length < HEADER || at + length > channel.size()) {
                    return whole;
                }
                at += length;
                whole = header.getInt(4) == SAMPLES ? at : whole;
            }
            return whole;
        }
    }

    /** A box of length 0 reaches to the end of its file: it was not ended. */
    private static long length(ByteBuffer header) {
        long length = Integer.toUnsignedLong(header.getInt(0));
        return length == 1 && header.position() == LONG_HEADER ? header.getLong(HEADER) : length;
    }
}
