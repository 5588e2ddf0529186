package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code quadrants.mp4} is stored as 64×48 in four quarters: red, green / blue, white. */
class DisplayMatrixTest {
    private static final int ONE = 1 << 16;
    /** From the beginning of a track header of version 0 to its matrix. */
    private static final int MATRIX_OFFSET = 44;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1, 0, 0, 1, RG/BW", "0, 1, -1, 0, BR/WG", "-1, 0, 0, -1, WB/GR", "0, -1, 1, 0, GW/RB",
        "-1, 0, 0, 1, GR/WB", "1, 0, 0, -1, BW/RG", "0, 1, 1, 0, RB/GW", "0, -1, -1, 0, WG/BR"})
    void allEightSetPicturesUpright(int a, int b, int c, int d, String quarters) throws IOException {
        byte[] file = Files.readAllBytes(TestFiles.video("quadrants.mp4"));
        ByteBuffer matrix = ByteBuffer.wrap(file);
        matrix.position(indexOf(file, "tkhd") + MATRIX_OFFSET);
        for (int value : new int[]{a * ONE, b * ONE, 0, c * ONE, d * ONE, 0, 0, 0, 1 << 30}) {
            matrix.putInt(value);
        }
        assertQuarters(quarters, a == 0, Files.write(folder.resolve("turned.mp4"), file));
    }

    @ParameterizedTest
    @CsvSource({"horizontally, GR/WB, false", "vertically, BW/RG, false", "transposed, RB/GW, true",
        "turned, GW/RB, true"})
    void matroskaSaysTheSameByItsProjection(String how, String quarters, boolean transposed) throws IOException {
        assertQuarters(quarters, transposed, TestFiles.video("shown-" + how + ".mkv"));
    }

    private static void assertQuarters(String quarters, boolean transposed, Path file) throws IOException {
        try (FrameSource source = TestFrames.open(file)) {
            FrameSize size = transposed ? new FrameSize(48, 64) : new FrameSize(64, 48);
            assertEquals(size, source.info().size());
            Frame frame = TestFrames.readAll(source).getFirst();
            int left = size.width() / 4;
            int right = size.width() * 3 / 4;
            int top = size.height() / 4;
            int bottom = size.height() * 3 / 4;
            assertEquals(quarters, letter(frame, top, left) + letter(frame, top, right) + "/"
                    + letter(frame, bottom, left) + letter(frame, bottom, right));
        }
    }

    private static String letter(Frame frame, int row, int column) {
        List<Integer> pixel = TestFrames.pixel(frame, row, column);
        boolean blue = pixel.get(0) > 128;
        boolean green = pixel.get(1) > 128;
        boolean red = pixel.get(2) > 128;
        if (red && green && blue) {
            return "W";
        }
        return red ? "R" : green ? "G" : blue ? "B" : "-";
    }

    private static int indexOf(byte[] file, String box) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(box);
    }
}
