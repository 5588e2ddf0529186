package io.github.slitstream.array;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Texts in UTF-8, as they are or packed by gzip, as OpenCV writes them. */
public final class TextFile {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private TextFile() {}

    /**
     * The text of a file, null if it is longer than so many bytes when unpacked.
     *
     * @throws java.nio.charset.CharacterCodingException if it is no UTF-8
     * @throws IOException if it cannot be read; the message names the file and the way out
     */
    public static @Nullable String read(Path file, int most) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                InputStream text = isPacked(bytes) ? new GZIPInputStream(bytes) : bytes) {
            byte[] read = text.readNBytes(most + 1);
            return read.length > most
                    ? null
                    : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read)).toString();
        } catch (ZipException | EOFException damaged) {
            throw new IOException(file + " is packed by gzip but damaged (" + damaged.getMessage()
                    + "); copy it again", damaged);
        }
    }

    private static boolean isPacked(InputStream bytes) throws IOException {
        bytes.mark(2);
        boolean packed = bytes.read() == GZIP_FIRST && bytes.read() == GZIP_SECOND;
        bytes.reset();
        return packed;
    }
}
