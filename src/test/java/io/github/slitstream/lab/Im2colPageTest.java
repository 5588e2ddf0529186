package io.github.slitstream.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.array.ElementType;
import io.github.slitstream.array.Shape;
import io.github.slitstream.kernel.Kernels;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code src/docs/im2col.md} shows is what happens: its Java is the Java below, its numbers come out. */
class Im2colPageTest {
    private static final Path PAGE = Path.of("src/docs/im2col.md");
    private static final Path THIS = Path.of("src/test/java/io/github/slitstream/lab/Im2colPageTest.java");

    @Test
    void theNumbersOfThePageComeOut() throws IOException {
        double[] image = numbers("image");
        double[] filter = numbers("filter");
        double[] matrix = im2col(image, 4, 4, 3, 3, 1);
        assertArrayEquals(numbers("matrix"), matrix);
        assertArrayEquals(numbers("result"), times(matrix, filter));
        assertArrayEquals(numbers("every second"), im2col(image, 4, 4, 2, 2, 2));
    }

    @Test
    void theToolsComeToTheSame() throws IOException {
        Patches patches = new Patches(Shape.of(1, 1, 4, 4), 3, 3, 1, 0);
        float[] image = floats(numbers("image"));
        float[] matrix = new float[4 * 9];
        Im2col.lines(MemorySegment.ofArray(image), patches, ElementType.FLOAT32, 0, 2, MemorySegment.ofArray(matrix));
        assertArrayEquals(floats(numbers("matrix")), matrix);
        float[] result = new float[4];
        new FilterBank(patches, MemorySegment.ofArray(floats(numbers("filter"))), Kernels.get().planes())
                .apply(MemorySegment.ofArray(image), MemorySegment.ofArray(result));
        assertArrayEquals(floats(numbers("result")), result);
    }

    @Test
    void theJavaOfThePageIsTheJavaBelow() throws IOException {
        String source = Files.readString(THIS);
        Matcher blocks = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        int count = 0;
        while (blocks.find()) {
            String indented = blocks.group(1).lines().map(line -> line.isEmpty() ? line : "    " + line)
                    .reduce("", (all, line) -> all + line + "\n");
            assertTrue(source.contains(indented), "not in this test:\n" + blocks.group(1));
            count++;
        }
        assertEquals(2, count, "blocks of Java");
    }

    static double[] im2col(double[] image, int height, int width, int fh, int fw, int stride) {
        int outH = (height - fh) / stride + 1;
        int outW = (width - fw) / stride + 1;
        double[][][][] col = new double[fh][fw][outH][outW];
        for (int y = 0; y < fh; y++) {
            int yMax = y + stride * outH;
            for (int x = 0; x < fw; x++) {
                int xMax = x + stride * outW;
                for (int imageY = y; imageY < yMax; imageY += stride) {
                    for (int imageX = x; imageX < xMax; imageX += stride) {
                        col[y][x][(imageY - y) / stride][(imageX - x) / stride] = image[imageY * width + imageX];
                    }
                }
            }
        }
        double[] matrix = new double[outH * outW * fh * fw];
        int next = 0;
        for (int outY = 0; outY < outH; outY++) {
            for (int outX = 0; outX < outW; outX++) {
                for (int y = 0; y < fh; y++) {
                    for (int x = 0; x < fw; x++) {
                        matrix[next++] = col[y][x][outY][outX];
                    }
                }
            }
        }
        return matrix;
    }

    static double[] times(double[] matrix, double[] filter) {
        double[] result = new double[matrix.length / filter.length];
        for (int i = 0; i < matrix.length; i++) {
            result[i / filter.length] += matrix[i] * filter[i % filter.length];
        }
        return result;
    }

    /** The numbers of the block of the page that is marked so. */
    private static double[] numbers(String mark) throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        int start = lines.indexOf("```text " + mark);
        assertTrue(start >= 0, "no block of " + mark);
        String block = String.join(" ", lines.subList(start + 1, lines.size()));
        return Arrays.stream(block.substring(0, block.indexOf("```")).strip().split("[ |]+", -1))
                .mapToDouble(Double::parseDouble).toArray();
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }
}
