package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures that lie, and say how they lie, in the eight ways of Exif. */
class CameraOrientationTest {
    @TempDir
    Path folder;

    /** Which stored column and row a corner of the upright picture shows: upper left, and the one to its right. */
    @ParameterizedTest
    @CsvSource({"1,0,0,5,0", "2,5,0,0,0", "3,5,3,0,3", "4,0,3,5,3", "5,0,0,0,3", "6,0,3,0,0", "7,5,3,5,0",
        "8,5,0,5,3"})
    void allEightAreSetUpright(int orientation, int leftColumn, int leftRow, int rightColumn, int rightRow)
            throws IOException {
        for (String name : List.of("blocks.jpg", "orientation.tif", "exif8.png", "exif6.webp")) {
            boolean jpeg = name.endsWith("jpg");
            int unit = jpeg ? 8 : 1;
            int rows = jpeg ? 4 : 3;
            Frame lying = read(oriented(name, 1));
            Frame upright = read(oriented(name, orientation));
            assertEquals(new FrameSize(6 * unit, rows * unit), lying.size(), name);
            assertEquals(orientation < 5 ? lying.size() : new FrameSize(rows * unit, 6 * unit), upright.size(), name);
            int right = upright.size().width() - 1;
            assertEquals(stored(lying, leftColumn, leftRow), TestFrames.pixel(upright, 0, 0), name);
            assertEquals(stored(lying, rightColumn, rightRow), TestFrames.pixel(upright, 0, right), name);
        }
    }

    /** Of a picture that has fewer rows than the numbers of the table say, the last. */
    private static List<Integer> stored(Frame lying, int column, int row) {
        int lastRow = lying.size().height() - 1;
        int lastColumn = lying.size().width() - 1;
        return TestFrames.pixel(lying, row == 0 ? 0 : lastRow, column == 0 ? 0 : lastColumn);
    }

    @ParameterizedTest
    @CsvSource({"exif6.jpg,60,80"})
    void thePictureThatWasReportedStands(String name, int width, int height) throws IOException {
        assertEquals(new FrameSize(width, height), read(file(name)).size());
    }

    /** A copy with another number behind tag 274 of its Exif. */
    private Path oriented(String name, int orientation) throws IOException {
        byte[] bytes = Files.readAllBytes(file(name));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("\u0012\u0001\u0003\0\u0001\0\0\0");
        bytes[at + 8] = (byte) orientation;
        if (name.endsWith("png")) {
            int chunk = text.indexOf("eXIf");
            CRC32 checksum = new CRC32();
            checksum.update(bytes, chunk, 4 + 26);
            for (int i = 0; i < 4; i++) {
                bytes[chunk + 4 + 26 + i] = (byte) (checksum.getValue() >> (24 - 8 * i));
            }
        }
        return Files.write(folder.resolve(orientation + "-" + name), bytes);
    }

    private static Path file(String name) {
        return Path.of("src/test/resources/stills", name);
    }

    private static Frame read(Path path) throws IOException {
        try (FrameSource source = TestFrames.open(path)) {
            return TestFrames.readAll(source).getFirst();
        }
    }
}
