package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Encoding;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SourceRequest;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 5", "8001, 3", "64, 48"})
    void numberedPicturesComeBackExactly(int width, int height) throws IOException {
        long seed = System.nanoTime();
        FrameSize size = new FrameSize(width, height);
        List<Frame> written = new ArrayList<>();
        for (int index = 0; index < 3; index++) {
            written.add(TestFrames.noise(size, seed + index));
        }
        written.add(TestFrames.gradient(size, 0));
        TestFrames.write(folder.resolve("%05d.png"), written, 25);

        assertTrue(Files.exists(folder.resolve("00001.png")));
        try (FrameSource source = new MediaSources()
                .open(new SourceRequest(folder.resolve("%05d.png").toString(), 10, 10, 25))) {
            assertEquals(size, source.info().size());
            assertEquals(4, source.info().frames());
            assertEquals(25, source.info().framesPerSecond());
            List<Frame> read = TestFrames.readAll(source);
            assertEquals(4, read.size());
            for (int index = 0; index < 4; index++) {
                assertTrue(TestFrames.same(written.get(index), read.get(index)), "picture " + index + ", seed " + seed);
                assertEquals(index * 40_000_000L, read.get(index).capturedNanos());
            }
            source.rewind();
            assertEquals(4, TestFrames.readAll(source).size());
        }
    }

    /** Live, where pictures come faster than they are written. */
    @Test
    void whatIsWrittenQuickerIsAsExactAndStaysWithoutAnEnd() throws IOException {
        FrameSize size = new FrameSize(31, 17);
        List<Frame> written = List.of(TestFrames.noise(size, 1), TestFrames.gradient(size, 3),
                TestFrames.noise(size, 2));
        SinkRequest request = SinkRequest.silent(folder.resolve("%05d.png").toString(), size, 25).live(Encoding.USUAL);
        try (Sink sink = new MediaSinks().open(request)) {
            sink.write(written.get(0), 0);
            assertTrue(sink.stepDown());
            assertFalse(sink.stepDown());
            sink.write(written.get(1), 40_000_000);
            sink.write(written.get(2), 80_000_000);
            assertTrue(sink.progress().bytes() > 0);
        }
        try (FrameSource source = TestFrames.open(folder.resolve("%05d.png"))) {
            List<Frame> read = TestFrames.readAll(source);
            assertEquals(3, read.size());
            for (int index = 0; index < 3; index++) {
                assertTrue(TestFrames.same(written.get(index), read.get(index)), "picture " + index);
            }
        }
    }

    @Test
    void aSequenceBeginsAtTheLowestNumberThatIsSpelledSo() throws IOException {
        for (int number : new int[]{8, 9, 10}) {
            writeStill("shot-" + number + ".png", number);
        }
        writeStill("shot-007.png", 7);
        try (FrameSource source = TestFrames.open(folder.resolve("shot-%d.png"))) {
            List<Frame> frames = TestFrames.readAll(source);
            assertEquals(3, source.info().frames());
            assertEquals(List.of(8, 9, 10),
                    frames.stream().map(frame -> TestFrames.pixel(frame, 0, 0).getFirst()).toList());
        }
    }

    @Test
    void aPictureOfAnotherSizeIsNamed() throws IOException {
        TestFrames.write(folder.resolve("1.png"), List.of(TestFrames.gradient(new FrameSize(4, 4), 0)), 30);
        TestFrames.write(folder.resolve("2.png"), List.of(TestFrames.gradient(new FrameSize(5, 4), 0)), 30);
        try (FrameSource source = TestFrames.open(folder.resolve("%d.png"))) {
            IOException refusal = assertThrows(IOException.class, () -> TestFrames.readAll(source));
            assertEquals(folder.resolve("2.png") + " is 5×4 but the sequence began with 4×4; bring all to one size",
                    refusal.getMessage());
        }
    }

    @Test
    void aStillIsOneFrame() throws IOException {
        writeStill("still.png", 77);
        try (FrameSource source = TestFrames.open(folder.resolve("still.png"))) {
            assertTrue(source.info().isStill());
            assertEquals("still.png", source.info().name());
            assertEquals(1, TestFrames.readAll(source).size());
            source.rewind();
            assertEquals(77, TestFrames.pixel(TestFrames.readAll(source).getFirst(), 0, 0).getFirst());
        }
    }

    @Test
    void theLargestPictureOfAnIconIsRead() throws IOException {
        ByteArrayOutputStream icon = new ByteArrayOutputStream();
        List<byte[]> pictures = List.of(png(16), png(64), png(32));
        ByteBuffer head = ByteBuffer.allocate(6 + 16 * 3).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) 3);
        int at = head.capacity();
        for (int i = 0; i < 3; i++) {
            byte side = (byte) List.of(16, 64, 32).get(i).intValue();
            head.put(side).put(side).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            head.putInt(pictures.get(i).length).putInt(at);
            at += pictures.get(i).length;
        }
        icon.write(head.array());
        for (byte[] picture : pictures) {
            icon.write(picture);
        }
        Path file = Files.write(folder.resolve("three.ico"), icon.toByteArray());
        try (FrameSource source = TestFrames.open(file)) {
            assertEquals(new FrameSize(64, 64), source.info().size());
            assertEquals(64, TestFrames.pixel(TestFrames.readAll(source).getFirst(), 0, 0).getFirst());
        }
    }

    /** Of blue by its side. */
    private static byte[] png(int side) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        for (int pixel = 0; pixel < side * side; pixel++) {
            image.setRGB(pixel % side, pixel / side, 0xff000000 | side);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    /** FFmpeg takes its samples for colours of five bits. */
    @ParameterizedTest
    @ValueSource(bytes = {3, 11})
    void targaOfGreyAndAlphaIsRefused(byte type) throws IOException {
        ByteBuffer targa = ByteBuffer.allocate(18 + 4 * 4 * 2).order(ByteOrder.LITTLE_ENDIAN);
        targa.put(2, type).putShort(12, (short) 4).putShort(14, (short) 4).put(16, (byte) 16).put(17, (byte) 8);
        Path file = Files.write(folder.resolve("grey.tga"), targa.array());
        IOException refusal = assertThrows(IOException.class, () -> TestFrames.open(file));
        assertEquals(file + " is a Targa picture of grey and alpha, whose samples would be read as colours; save it as"
                + " PNG", refusal.getMessage());
    }

    @Test
    void greyStaysAsItWasStored() throws IOException {
        BufferedImage grey = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
        for (int level = 0; level < 256; level++) {
            grey.getRaster().setSample(level, 0, 0, level);
        }
        Frame frame = read("grey.png", grey);
        for (int level = 0; level < 256; level++) {
            assertEquals(List.of(level, level, level, 255), TestFrames.pixel(frame, 0, level));
        }
    }

    @Test
    void sixteenBitsAreRoundedToEight() throws IOException {
        BufferedImage grey = new BufferedImage(65_536 / 16, 16, BufferedImage.TYPE_USHORT_GRAY);
        for (int level = 0; level < 65_536; level++) {
            grey.getRaster().setSample(level / 16, level % 16, 0, level);
        }
        Frame frame = read("deep.png", grey);
        for (int level = 0; level < 65_536; level++) {
            int rounded = (int) Math.round(level / 257.0);
            assertEquals(List.of(rounded, rounded, rounded, 255), TestFrames.pixel(frame, level % 16, level / 16));
        }
    }

    @Test
    void palettesGiveTheirColours() throws IOException {
        byte[] reds = {0, (byte) 200, 30, 4};
        byte[] greens = {1, 20, (byte) 250, 5};
        byte[] blues = {2, 40, 60, 6};
        BufferedImage indexed = new BufferedImage(4, 1, BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, 4, reds, greens, blues));
        for (int column = 0; column < 4; column++) {
            indexed.getRaster().setSample(column, 0, 0, column);
        }
        Frame frame = read("palette.png", indexed);
        assertEquals(List.of(40, 20, 200, 255), TestFrames.pixel(frame, 0, 1));
        assertEquals(List.of(60, 250, 30, 255), TestFrames.pixel(frame, 0, 2));
    }

    @ParameterizedTest
    @CsvSource({"gif", "bmp", "jpg"})
    void otherStillsAreReadToo(String ending) throws IOException {
        BufferedImage picture = new BufferedImage(17, 9, BufferedImage.TYPE_3BYTE_BGR);
        for (int index = 0; index < 17 * 9; index++) {
            picture.setRGB(index % 17, index / 17, 0xFFFFFF);
        }
        Frame frame = read("still." + ending, picture);
        assertEquals(List.of(255, 255, 255, 255), TestFrames.pixel(frame, 8, 16));
    }

    @Test
    void aJpegCanBeWritten() throws IOException {
        Frame frame = TestFrames.gradient(new FrameSize(64, 48), 0);
        TestFrames.write(folder.resolve("out.jpg"), List.of(frame), 30);
        try (FrameSource source = TestFrames.open(folder.resolve("out.jpg"))) {
            double psnr = TestFrames.psnr(frame, TestFrames.readAll(source).getFirst());
            assertTrue(psnr > 30, "PSNR " + psnr);
        }
    }

    private Frame read(String name, BufferedImage picture) throws IOException {
        Path file = folder.resolve(name);
        assertTrue(ImageIO.write(picture, name.substring(name.indexOf('.') + 1), file.toFile()));
        try (FrameSource source = TestFrames.open(file)) {
            return TestFrames.readAll(source).getFirst();
        }
    }

    private void writeStill(String name, int blue) throws IOException {
        Frame frame = TestFrames.blank(new FrameSize(2, 2));
        TestFrames.set(frame, 0, 0, blue, 0, 0, 255);
        TestFrames.write(folder.resolve(name), List.of(frame), 30);
    }
}
