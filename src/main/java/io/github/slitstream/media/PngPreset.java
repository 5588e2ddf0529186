package io.github.slitstream.media;

import io.github.slitstream.frame.EmbeddedPresets;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/** The preset that a PNG carries, in an international text chunk of the keyword of {@link PngWriter}. */
final class PngPreset {
    private static final byte[] KEYWORD = (PngWriter.PRESET_KEYWORD + '\0').getBytes(StandardCharsets.ISO_8859_1);
    private static final String DAMAGED = ": the preset in this picture is damaged (";
    private static final String WAY_OUT = "); take another copy of the picture, or open it as a picture";

    private PngPreset() {}

    /**
     * @return empty if there is none
     * @throws IOException if it is damaged
     */
    static Optional<String> read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(PngWriter.SIGNATURE.length);
            while (true) {
                long length = Integer.toUnsignedLong(in.readInt());
                byte[] type = in.readNBytes(4);
                String name = new String(type, StandardCharsets.ISO_8859_1);
                if (name.equals("IEND")) {
                    return Optional.empty();
                }
                if (!name.equals("iTXt") || length > EmbeddedPresets.LONGEST_BYTES) {
                    in.skipNBytes(length + Integer.BYTES);
                    continue;
                }
                byte[] data = in.readNBytes((int) length);
                if (data.length == length && Arrays.equals(KEYWORD, 0, KEYWORD.length, data, 0,
                        Math.min(KEYWORD.length, data.length))) {
                    check(type, data, in.readInt(), file);
                    return Optional.of(text(data, file));
                }
                in.skipNBytes(Integer.BYTES);
            }
        } catch (EOFException cutOff) {
            return Optional.empty(); // what is there of the picture may still be shown
        }
    }

    private static void check(byte[] type, byte[] data, int stored, Path file) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(type);
        checksum.update(data);
        if ((int) checksum.getValue() != stored) {
            throw new IOException(file + DAMAGED + "its checksum does not fit" + WAY_OUT);
        }
    }

    private static String text(byte[] data, Path file) throws IOException {
        int flags = KEYWORD.length;
        int afterLanguage = end(data, flags + 2);
        int start = end(data, afterLanguage);
        if (start > data.length) {
            throw new IOException(file + DAMAGED + "it ends too soon" + WAY_OUT);
        }
        InputStream stored = new ByteArrayInputStream(data, start, data.length - start);
        try (InputStream text = data[flags] == 0 ? stored : new InflaterInputStream(stored)) {
            byte[] bytes = text.readNBytes(EmbeddedPresets.LONGEST_BYTES + 1);
            if (bytes.length > EmbeddedPresets.LONGEST_BYTES) {
                throw new IOException("it is too long for a preset");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IOException(file + DAMAGED + broken.getMessage() + WAY_OUT, broken);
        }
    }

    /** @return where what follows the text of a zero at its end begins; beyond the data if there is no such end */
    private static int end(byte[] data, int from) {
        int at = from;
        while (at < data.length && data[at] != 0) {
            at++;
        }
        return at + 1;
    }
}
