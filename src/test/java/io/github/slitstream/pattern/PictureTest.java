package io.github.slitstream.pattern;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Values;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
    private static final Pattern PICTURE = Filled.pattern("picture");

    @TempDir
    Path folder;

    @Test
    void sixteenBitsAreExactAtTheSameSize() throws IOException {
        FrameSize size = new FrameSize(13, 7);
        BufferedImage image = noise(size, BufferedImage.TYPE_USHORT_GRAY, 0x1_0000);
        double[] numbers = Filled.of(PICTURE, size, written(image, "png"));
        for (int i = 0; i < numbers.length; i++) {
            assertEquals(image.getRaster().getSample(i % 13, i / 13, 0) / 65535.0, numbers[i]);
        }
    }

    @Test
    void eightBitsAreExactAtTheSameSize() throws IOException {
        FrameSize size = new FrameSize(16, 16);
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            image.getRaster().setSample(i % 16, i / 16, 0, i);
        }
        double[] numbers = Filled.of(PICTURE, size, written(image, "png"));
        for (int i = 0; i < 256; i++) {
            assertEquals(i / 255.0, numbers[i]);
        }
    }

    @Test
    void otherSizesAreStretchedFromCornerToCorner() throws IOException {
        FrameSize pictureSize = new FrameSize(9, 6);
        BufferedImage image = noise(pictureSize, BufferedImage.TYPE_USHORT_GRAY, 0x1_0000);
        Values values = written(image, "png");
        for (FrameSize size : new FrameSize[]{new FrameSize(25, 31), new FrameSize(4, 3), new FrameSize(1, 5),
            new FrameSize(8, 1), new FrameSize(1, 1)}) {
            double[] numbers = Filled.of(PICTURE, size, values);
            for (int i = 0; i < numbers.length; i++) {
                int column = i % size.width();
                int row = i / size.width();
                double x = size.width() == 1 ? 4 : column * 8.0 / (size.width() - 1);
                double y = size.height() == 1 ? 2.5 : row * 5.0 / (size.height() - 1);
                assertEquals(bilinear(image, x, y) / 65535, numbers[i], 1e-12, size + " at " + i);
            }
        }
    }

    /** Each sample weighs as much as it is near: 1 at its own place, 0 from the next one on. */
    private static double bilinear(BufferedImage image, double x, double y) {
        double sum = 0;
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                double weight = Math.max(0, 1 - Math.abs(x - column)) * Math.max(0, 1 - Math.abs(y - row));
                sum += weight * image.getRaster().getSample(column, row, 0);
            }
        }
        return sum;
    }

    @Test
    void coloursGiveTheirLuma() throws IOException {
        BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xFF0000);
        image.setRGB(1, 0, 0x00FF00);
        image.setRGB(2, 0, 0x0000FF);
        image.setRGB(3, 0, 0x7B7B7B);
        for (String format : new String[]{"png", "bmp"}) {
            double[] numbers = Filled.of(PICTURE, new FrameSize(4, 1), written(image, format));
            assertArrayEquals(new double[]{0.299, 0.587, 0.114, 123 / 255.0}, numbers, 2e-5, format);
            assertEquals(123 / 255.0, numbers[3], format);
        }
    }

    @Test
    void sixteenBitColoursKeepTheirDepth() throws IOException {
        ColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), true, false,
                Transparency.TRANSLUCENT, DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(2, 1);
        raster.setPixel(0, 0, new int[]{12_345, 12_345, 12_345, 100});
        raster.setPixel(1, 0, new int[]{65_535, 65_535, 65_535, 65_535});
        double[] numbers = Filled.of(PICTURE, new FrameSize(2, 1),
                written(new BufferedImage(model, raster, false, null), "png"));
        assertArrayEquals(new double[]{12_345 / 65_535.0, 1}, numbers);
    }

    @Test
    void palettesAndSingleBitsGiveTheirGreys() throws IOException {
        BufferedImage bits = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_BINARY);
        bits.setRGB(1, 0, 0xFFFFFF);
        assertArrayEquals(new double[]{0, 1, 0}, Filled.of(PICTURE, new FrameSize(3, 1), written(bits, "png")));
        BufferedImage palette = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED);
        palette.setRGB(0, 0, 0xFFFFFF);
        palette.setRGB(1, 0, 0x000000);
        assertArrayEquals(new double[]{1, 0}, Filled.of(PICTURE, new FrameSize(2, 1), written(palette, "gif")));
    }

    @Test
    void aChangedFileIsReadAgain() throws IOException {
        FrameSize size = new FrameSize(3, 3);
        Values values = written(noise(size, BufferedImage.TYPE_BYTE_GRAY, 256), "png");
        double[] before = Filled.of(PICTURE, size, values);
        written(new BufferedImage(3, 3, BufferedImage.TYPE_BYTE_GRAY), "png");
        Path file = folder.resolve("picture.png");
        Files.setLastModifiedTime(file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + 5000));
        double[] after = Filled.of(PICTURE, size, values);
        assertTrue(Arrays.stream(before).max().orElseThrow() > 0);
        assertArrayEquals(new double[9], after);
    }

    @Test
    void aPictureIsDecodedOnce() throws IOException {
        String name = written(new BufferedImage(3, 3, BufferedImage.TYPE_BYTE_GRAY), "png").get(Picture.FILE);
        assertEquals(GreyPictures.named(name), GreyPictures.named(name));
    }

    @Test
    void aMissingFileIsOneClearLine() {
        says(folder.resolve("none.png").toString(), "there is no picture");
        says("spirals", "there is no picture 'spirals'");
        says("a\0b.png", "there is no picture");
    }

    @Test
    void aBrokenFileIsOneClearLine() throws IOException {
        Path whole = Path.of(written(noise(new FrameSize(50, 40), BufferedImage.TYPE_USHORT_GRAY, 0x1_0000), "png")
                .get(Picture.FILE));
        byte[] bytes = Files.readAllBytes(whole);
        says(file("words.bmp", new byte[]{'B', 'M', 1, 0, 3}), "it is damaged or cut short");
        says(file("empty.png", new byte[0]), "not a picture of a known format");
        says(file("words.png", "no picture".getBytes(StandardCharsets.UTF_8)),
                "not a picture of a known format");
        for (int length : new int[]{10, 30, 60, bytes.length / 2, bytes.length - 30}) {
            says(file("cut" + length + ".png", Arrays.copyOf(bytes, length)), "it is damaged or cut short");
        }
        byte[] flipped = bytes.clone();
        Random random = new Random(2);
        for (int i = 45; i < flipped.length; i++) {
            flipped[i] = (byte) random.nextInt();
        }
        says(file("flipped.png", flipped), "it is damaged or cut short");
        says(folder.toString(), "cannot be read");
    }

    @Test
    void aHugePictureIsRefusedBeforeItIsDecoded() throws IOException {
        byte[] bytes = Files.readAllBytes(
                Path.of(written(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY), "png")
                        .get(Picture.FILE)));
        int header = 12; // its name; then come width, height and five bytes more, all under one checksum
        bytes[header + 5] = 1;
        bytes[header + 9] = 1;
        CRC32 checksum = new CRC32();
        checksum.update(bytes, header, 17);
        ByteBuffer.wrap(bytes).putInt(header + 17, (int) checksum.getValue());
        says(file("huge.png", bytes), "more than 128000000 pixels");
    }

    @Test
    void theBuiltInNamesAreTheFilesThereAre() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("assets/patterns"))) {
            assertEquals(Picture.FILE.builtIn(),
                    files.map(path -> path.getFileName().toString().replace(".png", "")).sorted().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"folds", "galaxy", "horizon", "marble", "petals", "ripples"})
    void builtInPicturesAreFineAndUseTheWholeRange(String name) {
        GreyPicture picture = GreyPictures.named(name);
        boolean[] used = new boolean[0x1_0000];
        for (int row = 0; row < picture.height(); row++) {
            for (int column = 0; column < picture.width(); column++) {
                used[picture.sample(column, row)] = true;
            }
        }
        assertTrue(used[0] && used[0xFFFF]);
        int greys = 0;
        for (boolean grey : used) {
            greys += grey ? 1 : 0;
        }
        assertTrue(greys > 4096, greys + " greys");
    }

    private void says(String name, String part) {
        Values values = Filled.defaults(PICTURE).with(Picture.FILE, name);
        BadValue error = assertThrows(BadValue.class, () -> PICTURE.check(values));
        String message = String.valueOf(error.getMessage());
        assertTrue(message.contains(part) && message.contains("one of folds"), message);
        assertEquals(1, message.lines().count(), message);
    }

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private Values written(BufferedImage image, String format) throws IOException {
        Path file = folder.resolve("picture." + format);
        assertTrue(ImageIO.write(image, format, file.toFile()), "no writer for " + format);
        return Filled.defaults(PICTURE).with(Picture.FILE, file.toString());
    }

    private static BufferedImage noise(FrameSize size, int type, int bound) {
        BufferedImage image = new BufferedImage(size.width(), size.height(), type);
        Random random = new Random(11);
        for (int i = 0; i < size.pixels(); i++) {
            image.getRaster().setSample(i % size.width(), i / size.width(), 0, random.nextInt(bound));
        }
        return image;
    }
}
