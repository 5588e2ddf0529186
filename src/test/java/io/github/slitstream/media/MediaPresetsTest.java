package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that pictures and videos carry comes back; what was damaged is refused in a line. */
class MediaPresetsTest {
    private static final FrameSize SIZE = new FrameSize(64, 48);
    private static final String TEXT = "# é — 時間\nslitstream: 2\nname: \"a = b; #c\\\\\"\n"
            + "long line ".repeat(2_000);

    @TempDir
    Path folder;

    private final MediaPresets presets = new MediaPresets();

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "%03d.png", "a.mp4", "a.m4v", "a.mov", "a.mkv"})
    void textComesBack(String name) throws IOException {
        write(name, TEXT);
        Path file = folder.resolve(name.replace("%03d", "001"));
        assertTrue(presets.isCarrier(file));
        assertEquals(Optional.of(TEXT), presets.read(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.mp4", "a.mkv"})
    void withoutTextThereIsNone(String name) throws IOException {
        write(name, "");
        assertEquals(Optional.empty(), presets.read(folder.resolve(name)));
    }

    @Test
    void otherFilesAreNoCarriers() throws IOException {
        write("a.jpg", TEXT);
        assertFalse(presets.isCarrier(folder.resolve("a.jpg")));
        assertFalse(presets.isCarrier(Files.writeString(folder.resolve("text.png"), TEXT)));
        assertFalse(presets.isCarrier(Files.createFile(folder.resolve("empty.mp4"))));
    }

    /** Java's own reader finds the text under its keyword, and the pixels beside it. */
    @Test
    void thePictureIsAnOrdinaryPng() throws IOException {
        Frame picture = write("a.png", TEXT);
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(folder.resolve("a.png").toFile())) {
            reader.setInput(in);
            IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            IIOMetadataNode entry = (IIOMetadataNode) root.getElementsByTagName("iTXtEntry").item(0);
            assertEquals("Slitstream preset", entry.getAttribute("keyword"));
            assertEquals(TEXT, entry.getAttribute("text"));
        } finally {
            reader.dispose();
        }
        assertTrue(TestFrames.same(picture, TestFrames.readAll(TestFrames.open(folder.resolve("a.png"))).getFirst()));
    }

    @Test
    void everyDamagedByteOfTheChunkIsRefusedOrMeansThatThereIsNone() throws IOException {
        write("a.png", "slitstream: 2\nname: Short\n");
        byte[] whole = Files.readAllBytes(folder.resolve("a.png"));
        int chunk = new String(whole, StandardCharsets.ISO_8859_1).indexOf("iTXt") - 4;
        int end = new String(whole, StandardCharsets.ISO_8859_1).indexOf("IDAT") - 4;
        Path file = folder.resolve("damaged.png");
        int refused = 0;
        for (int at = chunk; at < end; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) 0x81;
            refused += isRefused(Files.write(file, damaged)) ? 1 : 0;
        }
        int text = end - 4 - (chunk + 8 + "Slitstream preset".length() + 1);
        assertTrue(refused >= text, refused + " of " + text + " bytes of the text were refused");
    }

    @Test
    void aPictureThatEndsAnywhereInTheChunkCarriesNothing() throws IOException {
        write("a.png", "slitstream: 2\nname: Short\n");
        byte[] whole = Files.readAllBytes(folder.resolve("a.png"));
        int end = new String(whole, StandardCharsets.ISO_8859_1).indexOf("IDAT") - 4;
        for (int length = 8; length < end; length++) {
            Path file = Files.write(folder.resolve("cut.png"), Arrays.copyOf(whole, length));
            assertEquals(Optional.empty(), presets.read(file), length + " bytes");
        }
    }

    @Test
    void aVideoThatCannotBeReadIsRefusedInALine() throws IOException {
        Path file = Files.write(folder.resolve("broken.mp4"), "\0\0\0\u0010ftypisom then nothing".getBytes(
                StandardCharsets.ISO_8859_1));
        String refusal = String.valueOf(assertThrows(IOException.class, () -> presets.read(file)).getMessage());
        assertTrue(refusal.contains("broken.mp4") && refusal.lines().count() == 1, refusal);
    }

    /** @return false if there is no preset, or the very one */
    private boolean isRefused(Path file) {
        try {
            assertTrue(presets.read(file).map("slitstream: 2\nname: Short\n"::equals).orElse(true), "wrong text");
            return false;
        } catch (IOException refusal) {
            String words = String.valueOf(refusal.getMessage());
            assertEquals(1, words.lines().count(), words);
            assertTrue(words.contains(String.valueOf(file.getFileName())), words);
            return true;
        }
    }

    private Frame write(String name, String text) throws IOException {
        Frame picture = TestFrames.gradient(SIZE, 3);
        try (Sink sink = new MediaSinks()
                .open(SinkRequest.silent(folder.resolve(name).toString(), SIZE, 25).carrying(text))) {
            sink.write(picture, 0);
            sink.finish();
        }
        return picture;
    }
}
