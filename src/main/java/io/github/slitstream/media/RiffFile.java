package io.github.slitstream.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/** The chunks of an animated WebP (RFC 9649). */
final class RiffFile {
    private static final int FORM_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int LENGTH_AT = 4;
    /** {@code ANMF}: a picture. */
    private static final int PICTURE = 0x464D4E41;

    /** Behind the header of a picture's chunk: the byte of its flags. */
    private static final int FLAGS_AT = CHUNK_HEADER + 15;
    /** The flag of a picture that takes the place of the one before instead of being laid over it. */
    private static final byte REPLACES = 2;

    private RiffFile() {}

    /** Has every picture take the place of the one before, which shows through otherwise where there is alpha. */
    static void replaceEach(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            walk(file, (kind, at) -> {
                if (kind == PICTURE) {
                    file.write(ByteBuffer.wrap(new byte[]{REPLACES}), at + FLAGS_AT);
                }
            });
        }
    }

    /** Hears of chunks. */
    @FunctionalInterface
    private interface Visitor {
        void visit(int kind, long at) throws IOException;
    }

    /** @return where the whole chunks end */
    private static long walk(FileChannel file, Visitor visitor) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(CHUNK_HEADER).order(ByteOrder.LITTLE_ENDIAN);
        long at = FORM_HEADER;
        while (at + CHUNK_HEADER <= file.size()) {
            file.read(header.clear(), at);
            long length = Integer.toUnsignedLong(header.getInt(LENGTH_AT));
            long end = at + CHUNK_HEADER + length + length % 2;
            if (end > file.size()) {
                break;
            }
            visitor.visit(header.getInt(0), at);
            at = end;
        }
        return at;
    }

    /**
     * Copies what is whole, with the length that it has.
     *
     * @return how many pictures there are
     */
    static long copyWhole(Path from, Path to) throws IOException {
        try (FileChannel input = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel output = FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            AtomicLong pictures = new AtomicLong();
            long end = walk(input, (kind, at) -> pictures.addAndGet(kind == PICTURE ? 1 : 0));
            copy(input, end, output);
            ByteBuffer length = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            length.putInt(0, (int) (end - CHUNK_HEADER));
            output.write(length, LENGTH_AT);
            return pictures.get();
        }
    }

    private static void copy(FileChannel input, long bytes, FileChannel output) throws IOException {
        for (long at = 0; at < Math.min(bytes, input.size());) {
            at += input.transferTo(at, bytes - at, output);
        }
    }
}
