package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.frame.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Eight vertical bars whose YUV samples are known, and what colours they are, worked out in double precision. */
final class ColourBars {
    private static final int[][] YUV = {{180, 128, 128}, {162, 44, 142}, {131, 156, 44}, {112, 72, 58}, {84, 184, 198},
        {65, 100, 212}, {35, 212, 114}, {16, 128, 128}};

    /** The shares of red and blue in luma that define a matrix. */
    record Matrix(double red, double blue) {
        static final Matrix BT601 = new Matrix(0.299, 0.114);
        static final Matrix BT709 = new Matrix(0.2126, 0.0722);
        static final Matrix BT2020 = new Matrix(0.2627, 0.0593);
    }

    private ColourBars() {}

    /** A video of one picture that says nothing about its colours. */
    static void writeUntold(Path file, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String header = "YUV4MPEG2 W" + width + " H" + height + " F25:1 Ip C444\nFRAME\n";
        bytes.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        for (int plane = 0; plane < 3; plane++) {
            byte[] row = new byte[width];
            for (int column = 0; column < width; column++) {
                row[column] = (byte) YUV[column * YUV.length / width][plane];
            }
            for (int line = 0; line < height; line++) {
                bytes.writeBytes(row);
            }
        }
        Files.write(file, bytes.toByteArray());
    }

    /** Every bar is its colour within three levels. */
    static void assertColours(Frame frame, Matrix matrix, boolean fullRange) {
        int width = frame.size().width();
        for (int bar = 0; bar < YUV.length; bar++) {
            int column = (2 * bar + 1) * width / YUV.length / 2;
            List<Integer> pixel = TestFrames.pixel(frame, frame.size().height() / 2, column);
            double[] expected = blueGreenRed(YUV[bar], matrix, fullRange);
            for (int channel = 0; channel < 3; channel++) {
                assertEquals(expected[channel], pixel.get(channel), 3,
                        "bar " + bar + ": " + pixel + " instead of " + Arrays.toString(expected));
            }
        }
    }

    private static double[] blueGreenRed(int[] yuv, Matrix matrix, boolean fullRange) {
        double luma = fullRange ? yuv[0] : (yuv[0] - 16) * 255 / 219.0;
        double chromaScale = fullRange ? 1 : 255 / 224.0;
        double red = luma + 2 * (1 - matrix.red()) * (yuv[2] - 128) * chromaScale;
        double blue = luma + 2 * (1 - matrix.blue()) * (yuv[1] - 128) * chromaScale;
        double green = (luma - matrix.red() * red - matrix.blue() * blue) / (1 - matrix.red() - matrix.blue());
        return new double[]{Math.clamp(blue, 0, 255), Math.clamp(green, 0, 255), Math.clamp(red, 0, 255)};
    }
}
