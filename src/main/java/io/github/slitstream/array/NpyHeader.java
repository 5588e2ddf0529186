package io.github.slitstream.array;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What a {@code .npy} file says of its array before the elements begin: eight bytes of magic and version, the length of
 * a text, and that text, a Python dictionary. Format versions 1.0, 2.0 and 3.0, as in NumPy's {@code numpy.lib.format}.
 *
 * @param fortranOrder whether the first index runs fastest, not the last
 */
record NpyHeader(ElementType type, ByteOrder order, boolean fortranOrder, Shape shape) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int VERSION_BYTES = 2;
    /** Elements start at a multiple of this, so that they may be used where the file is mapped. */
    private static final int ALIGNMENT = 64;
    /** What NumPy itself is ready to read; longer ones are not headers of plain arrays. */
    private static final int LONGEST_TEXT = 10_000;

    /** A header and where the elements begin, in bytes. */
    record Found(NpyHeader header, long end) {}

    /**
     * Reads the header at the beginning of a file.
     *
     * @param file for messages
     * @throws IOException if it is not one of a plain array of numbers; the message says why
     */
    static Found read(FileChannel channel, Path file) throws IOException {
        ByteBuffer start = bytes(channel, file, 0, MAGIC.length + VERSION_BYTES);
        checkMagic(start, file);
        int version = start.get(MAGIC.length);
        if (version < 1 || version > 3 || start.get(MAGIC.length + 1) != 0) {
            throw new IOException(file + " is of .npy version " + version + "." + start.get(MAGIC.length + 1)
                    + ", which is not known here; versions 1.0, 2.0 and 3.0 are: save it anew with numpy.save");
        }
        int lengthBytes = version == 1 ? Short.BYTES : Integer.BYTES;
        ByteBuffer length = bytes(channel, file, start.limit(), lengthBytes);
        long textBytes = version == 1
                ? Short.toUnsignedInt(length.getShort(0))
                : Integer.toUnsignedLong(length.getInt(0));
        if (textBytes > LONGEST_TEXT) {
            throw new IOException(file + " has a damaged header, or a structured type (its header would be " + textBytes
                    + " bytes long); save a plain array of numbers with numpy.save");
        }
        long textStart = (long) start.limit() + lengthBytes;
        Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        String text = charset.decode(bytes(channel, file, textStart, (int) textBytes)).toString();
        return new Found(new NpyHeaderText(text, file).header(), textStart + textBytes);
    }

    /**
     * Bytes of all elements.
     *
     * @throws ArithmeticException if they are more than 2⁶³ − 1
     */
    long dataBytes() {
        return Math.multiplyExact(shape.count(), type.bytes());
    }

    /** As a file begins with, in version 1.0, byte for byte what {@code numpy.save} writes. */
    byte[] toBytes() {
        String text = "{'descr': '" + typeText() + "', 'fortran_order': " + (fortranOrder ? "True" : "False")
                + ", 'shape': "
                + shape + ", }";
        int before = MAGIC.length + VERSION_BYTES + Short.BYTES;
        int total = Math.ceilDiv(before + text.length() + 1, ALIGNMENT) * ALIGNMENT;
        String padded = text + " ".repeat(total - before - text.length() - 1) + "\n";
        return ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN).put(MAGIC).put((byte) 1).put((byte) 0)
                .putShort((short) padded.length()).put(padded.getBytes(StandardCharsets.ISO_8859_1)).array();
    }

    private String typeText() {
        String prefix = type.bytes() == 1 ? "|" : order == ByteOrder.BIG_ENDIAN ? ">" : "<";
        return prefix + type.code();
    }

    private static void checkMagic(ByteBuffer start, Path file) throws IOException {
        if (start.get(0) == 'P' && start.get(1) == 'K') {
            throw new IOException(
                    file + " is a zip archive, such as numpy.savez writes; save the array alone with numpy.save");
        }
        for (int i = 0; i < MAGIC.length; i++) {
            if (start.get(i) != MAGIC[i]) {
                throw new IOException(file + " is not a .npy file; write one with numpy.save");
            }
        }
    }

    private static ByteBuffer bytes(FileChannel channel, Path file, long from, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new IOException(file + " ends within its header; copy it again or save it anew with numpy.save");
            }
        }
        return buffer.flip();
    }
}
