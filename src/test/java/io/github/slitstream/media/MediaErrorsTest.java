package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SourceRequest;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaErrorsTest {
    private static final FrameSize SIZE = new FrameSize(64, 48);

    @TempDir
    Path folder;

    @Test
    void aMissingFile() {
        Path missing = folder.resolve("missing.mp4");
        assertEquals(missing + ": there is no such file; check the path", refusal(missing.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zero.mp4", "zero.png"})
    void anEmptyFile(String name) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        assertEquals(file + " is empty (0 bytes); copy or record it again", refusal(file.toString()));
    }

    @Test
    void noise() throws IOException {
        byte[] bytes = new byte[20_000];
        new Random(1).nextBytes(bytes);
        Path file = Files.write(folder.resolve("noise.mp4"), bytes);
        assertEquals(file + " is not a video or picture that can be read (Invalid data found when processing input);"
                + " it may be damaged or of an unknown format", refusal(file.toString()));
    }

    @Test
    void text() throws IOException {
        Path file = Files.writeString(folder.resolve("words.txt"), "not a picture\n".repeat(50));
        assertTrue(refusal(file.toString()).startsWith(file + " is not a video or picture that can be read ("));
    }

    @Test
    void aDamagedPicture() throws IOException {
        assertRefusedOnceCut(folder.resolve("cut.png"));
        assertRefusedOnceCut(folder.resolve("cut.jpg"));
    }

    private void assertRefusedOnceCut(Path file) throws IOException {
        TestFrames.write(file, List.of(TestFrames.noise(SIZE, 1)), 30);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertTrue(refusal(file.toString()).startsWith(file + " is not a picture that can be read ("));
    }

    @Test
    void aPictureTooWide() throws IOException {
        Path file = Files.write(folder.resolve("wide.png"), pngHeader(20_000, 10));
        assertEquals(file + " is 20000×10: each side must be 1 … 16384 pixels; scale it down first",
                refusal(file.toString()));
    }

    @Test
    void aSequenceWithoutFiles() {
        Path files = folder.resolve("%05d.png");
        assertEquals(files + ": no file has such a name; the first would be, for example, "
                + folder.resolve("00001.png"), refusal(files.toString()));
        Path nowhere = folder.resolve("nowhere").resolve("%05d.png");
        assertEquals(nowhere + ": there is no folder " + folder.resolve("nowhere") + "; check the path",
                refusal(nowhere.toString()));
    }

    @Test
    void aDeadServer() {
        String message = refusal("http://127.0.0.1:9/");
        assertTrue(message.matches("http://127\\.0\\.0\\.1:9/ cannot be opened \\(.*\\); check the address and that its"
                + " server is running"), message);
    }

    @Test
    void anUnknownEnding() {
        String allowed = "; write a .mp4, .m4v, .webm, .mkv, .mov, .gif or .webp video, a .png, .jpg or .jpeg picture, "
                + "or pictures such as %05d.png";
        Path file = folder.resolve("out.xyz");
        assertEquals(file + ": .xyz is unknown" + allowed, sinkRefusal(file, SIZE));
        Path bare = folder.resolve("out");
        assertEquals(bare + " has no ending" + allowed, sinkRefusal(bare, SIZE));
        assertEquals(folder + " is a folder; name a file in it", sinkRefusal(folder, SIZE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.mp4", "out.png", "%05d.png"})
    void aMissingOutputFolder(String name) {
        Path nowhere = folder.resolve("nowhere");
        String message = sinkRefusal(nowhere.resolve(name), SIZE);
        assertTrue(message.endsWith(" cannot be written: there is no folder " + nowhere + "; make it first"), message);
    }

    @Test
    void aPictureTooLargeForTheEncoder() {
        String message = sinkRefusal(folder.resolve("out.mp4"), new FrameSize(16_000, 16_000));
        assertTrue(message.contains(" cannot be written at 16000×16000: ") && message.contains(" megapixels; "),
                message);
    }

    @Test
    void aSecondPictureForAStill() throws IOException {
        Path file = folder.resolve("still.png");
        try (Sink sink = new MediaSinks().open(file.toString(), SIZE, 30)) {
            Frame frame = TestFrames.gradient(SIZE, 0);
            sink.write(frame, 0);
            IOException refusal = assertThrows(IOException.class, () -> sink.write(frame, 1));
            assertEquals(file + " takes one picture only; write more to a video such as out.mp4 or to numbered"
                    + " pictures such as %05d.png, or ask for one frame", refusal.getMessage());
        }
        assertNothingIn(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.mp4", "out.png", "%03d.png"})
    void nothingIsLeftWithoutFinish(String name) throws IOException {
        try (Sink sink = new MediaSinks().open(folder.resolve(name).toString(), SIZE, 30)) {
            sink.write(TestFrames.gradient(SIZE, 0), 0);
        }
        assertNothingIn(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.mp4", "out.png"})
    void whatWasThereStaysUntilTheNewOneIsFinished(String name) throws IOException {
        Path file = folder.resolve(name);
        byte[] precious = "precious".getBytes(StandardCharsets.UTF_8);
        Files.write(file, precious);
        try (Sink sink = new MediaSinks().open(file.toString(), SIZE, 30)) {
            sink.write(TestFrames.gradient(SIZE, 0), 0);
            assertArrayEquals(precious, Files.readAllBytes(file));
        }
        assertArrayEquals(precious, Files.readAllBytes(file));
        TestFrames.write(file, List.of(TestFrames.gradient(SIZE, 0)), 30);
        assertTrue(Files.size(file) > precious.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.mp4", "out.png", "%03d.png"})
    void anOutputWithoutPicturesIsRefused(String name) throws IOException {
        try (Sink sink = new MediaSinks().open(folder.resolve(name).toString(), SIZE, 30)) {
            IOException refusal = assertThrows(IOException.class, sink::finish);
            assertEquals(folder.resolve(name) + " was not written: there was no picture", refusal.getMessage());
        }
        assertNothingIn(folder);
    }

    private static void assertNothingIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    private static String refusal(String address) {
        return oneLine(assertThrows(IOException.class, () -> new MediaSources().open(SourceRequest.of(address))));
    }

    private static String sinkRefusal(Path output, FrameSize size) {
        return oneLine(
                assertThrows(IOException.class, () -> new MediaSinks().open(output.toString(), size, 30)));
    }

    private static String oneLine(IOException refusal) {
        String message = String.valueOf(refusal.getMessage());
        assertEquals(1, message.lines().count(), message);
        return message;
    }

    /** As much of a PNG as tells its size. */
    private static byte[] pngHeader(int width, int height) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeBytes("IHDR");
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[]{8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.toByteArray());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(png);
        out.write(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        out.writeInt(13);
        out.write(header.toByteArray());
        out.writeInt((int) crc.getValue());
        out.writeInt(0);
        out.writeBytes("IDAT");
        out.writeInt(0x35AF061E);
        return png.toByteArray();
    }
}
