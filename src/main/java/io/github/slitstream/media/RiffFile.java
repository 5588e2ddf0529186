package io.github.slitstream.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The chunks of an animated WebP (RFC 9649) that was not ended. */
final class RiffFile {
    private static final int FORM_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int LENGTH_AT = 4;
    /** {@code ANMF}: a picture. */
    private static final int PICTURE = 0x464D4E41;

    private RiffFile() {}

    /**
     * Copies what is whole, with the length that it has.
     *
     * @return how many pictures there are
     */
    static long copyWhole(Path from, Path to) throws IOException {
        try (FileChannel input = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel output = FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer header = ByteBuffer.allocate(CHUNK_HEADER).order(ByteOrder.LITTLE_ENDIAN);
            long pictures = 0;
            long at = FORM_HEADER;
            while (at + CHUNK_HEADER <= input.size()) {
                header.clear();
                input.read(header, at);
                long length = Integer.toUnsignedLong(header.getInt(LENGTH_AT));
                long end = at + CHUNK_HEADER + length + length % 2;
                if (end > input.size()) {
                    break;
                }
                pictures += header.getInt(0) == PICTURE ? 1 : 0;
                at = end;
            }
            copy(input, at, output);
            header.clear().limit(Integer.BYTES);
            header.putInt(0, (int) (at - CHUNK_HEADER));
            output.write(header, LENGTH_AT);
            return pictures;
        }
    }

    private static void copy(FileChannel input, long bytes, FileChannel output) throws IOException {
        for (long at = 0; at < Math.min(bytes, input.size());) {
            at += input.transferTo(at, bytes - at, output);
        }
    }
}
