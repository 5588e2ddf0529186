package io.github.slitstream.media;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a PNG of 8 bits a channel row by row, so that a picture may be larger than memory. What is made of each row
 * follows the PNG specification (W3C, third edition): of the five filters the one whose differences are smallest.
 */
final class PngWriter implements AutoCloseable {
    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    /** Of the international text chunk that holds the preset. */
    static final String PRESET_KEYWORD = "Slitstream preset";

    private static final int TRUE_COLOUR = 2;
    private static final int TRUE_COLOUR_WITH_ALPHA = 6;
    /** What a picture may cost. */
    enum Effort {
        /** Half the time of zlib's default for a few percent of the size. */
        SMALL(4),
        /** One filter for all rows, and what zlib does at its quickest. */
        QUICK(1);

        private final int level;

        Effort(int level) {
            this.level = level;
        }
    }

    private static final int CHUNK = 1 << 16;

    private final DataOutputStream file;
    private final Effort effort;
    private final Deflater deflater;
    private final DeflaterOutputStream samples;
    private final PngFilter filter;
    private final int width;
    private final boolean alpha;

    /**
     * @param width of the picture, in pixels
     * @param height how many rows follow
     * @param alpha whether alpha is kept
     * @param preset text to be carried; empty for none
     */
    PngWriter(Path path, int width, int height, boolean alpha, String preset, Effort effort) throws IOException {
        this.effort = effort;
        this.deflater = new Deflater(effort.level);
        this.width = width;
        this.alpha = alpha;
        this.filter = new PngFilter(width, alpha ? 4 : 3);
        this.file = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path)));
        this.samples = new DeflaterOutputStream(new BufferedOutputStream(new SampleChunks(), CHUNK), deflater, CHUNK);
        deflater.setStrategy(Deflater.FILTERED);
        file.write(SIGNATURE);
        chunk("IHDR", header(height));
        if (!preset.isEmpty()) {
            chunk("iTXt", internationalText(preset));
        }
    }

    /** Takes the next row, from the top on, as packed BGRA of {@code width} pixels. */
    void writeRow(MemorySegment pixels, long offset) throws IOException {
        byte[] row = filter.next();
        int to = filter.start();
        for (long from = offset; to < row.length; from += 4) {
            row[to++] = pixels.get(ValueLayout.JAVA_BYTE, from + 2);
            row[to++] = pixels.get(ValueLayout.JAVA_BYTE, from + 1);
            row[to++] = pixels.get(ValueLayout.JAVA_BYTE, from);
            if (alpha) {
                row[to++] = pixels.get(ValueLayout.JAVA_BYTE, from + 3);
            }
        }
        samples.write(effort == Effort.QUICK ? filter.applyFromAbove() : filter.apply());
    }

    /** Completes the file, when all rows were written. */
    void finish() throws IOException {
        samples.finish();
        samples.flush();
        chunk("IEND", new byte[0]);
        file.flush();
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        file.close();
    }

    private byte[] header(int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(bytes);
        header.writeInt(width);
        header.writeInt(height);
        header.write(new byte[]{8, (byte) (alpha ? TRUE_COLOUR_WITH_ALPHA : TRUE_COLOUR), 0, 0, 0});
        return bytes.toByteArray();
    }

    private static byte[] internationalText(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(PRESET_KEYWORD.getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(new byte[]{0, 1, 0, 0, 0}); // compressed, by zlib, of no language
        try (DeflaterOutputStream compressed = new DeflaterOutputStream(bytes)) {
            compressed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private void chunk(String type, byte[] data) throws IOException {
        chunk(type, data, 0, data.length);
    }

    private void chunk(String type, byte[] data, int from, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data, from, length);
        file.writeInt(length);
        file.write(name);
        file.write(data, from, length);
        file.writeInt((int) checksum.getValue());
    }

    /** Each block that is written becomes a chunk. */
    private final class SampleChunks extends OutputStream {
        @Override
        public void write(int sample) throws IOException {
            write(new byte[]{(byte) sample}, 0, 1);
        }

        @Override
        public void write(byte[] block, int from, int length) throws IOException {
            chunk("IDAT", block, from, length);
        }
    }
}
