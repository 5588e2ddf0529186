package io.github.slitstream.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.slitstream.array.Progress;
import io.github.slitstream.array.ElementType;
import io.github.slitstream.array.NpyArray;
import io.github.slitstream.array.NpyWriter;
import io.github.slitstream.array.Shape;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.BadValue;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The matrix of patches, and the convolution, against their definitions. */
@Tag("kernels")
class Im2colTest {
    private static final List<ElementType> TYPES = List.of(ElementType.values());

    @TempDir
    private Path folder;

    /** Images of any shape with patches that fit. */
    private static Patches random(Random random) {
        Shape images = Shape.of(random.nextInt(1, 4), random.nextInt(1, 5), random.nextInt(1, 30),
                random.nextInt(1, 30));
        int pad = random.nextInt(4);
        int height = random.nextInt(1, (int) Math.min(9, images.size(2) + 2L * pad) + 1);
        int width = random.nextInt(1, (int) Math.min(9, images.size(3) + 2L * pad) + 1);
        return new Patches(images, height, width, random.nextInt(1, 5), pad);
    }

    @Test
    void theMatrixIsTheDefinitionBitForBit() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Patches patches = random(random);
            ElementType type = TYPES.get(random.nextInt(TYPES.size()));
            byte[] images = new byte[Math.toIntExact(patches.images().count() * type.bytes())];
            random.nextBytes(images);
            Path in = file(type, patches.images(), images);
            Path out = folder.resolve("matrix.npy");
            try (Arena arena = Arena.ofShared()) {
                Im2col.write(NpyArray.open(in, arena), patches, out, Progress.UNWATCHED);
                NpyArray matrix = NpyArray.open(out, arena);
                assertEquals(type, matrix.type(), "seed " + seed);
                assertEquals(patches.matrix(), matrix.shape(), "seed " + seed);
                assertArrayEquals(matrix(images, patches, type.bytes()),
                        matrix.inPlace().orElseThrow().toArray(ValueLayout.JAVA_BYTE), "seed " + seed + ", " + patches);
            }
        }
    }

    @Test
    void theConvolutionIsTheDefinitionWithinAMillionth() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Patches patches = random(random);
            int filters = random.nextInt(1, 6);
            float[] images = floats(random, Math.toIntExact(patches.imageElements()));
            float[] weights = floats(random, filters * patches.patchElements());
            double[] expected = convolved(images, weights, filters, patches);
            float[] actual = new float[expected.length];
            new FilterBank(patches, MemorySegment.ofArray(weights), Kernels.get().planes())
                    .apply(MemorySegment.ofArray(images), MemorySegment.ofArray(actual));
            double largest = 0;
            for (double each : expected) {
                largest = Math.max(largest, Math.abs(each));
            }
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], actual[i], 1e-6 * largest,
                        "seed " + seed + ", " + patches + ", element " + i);
            }
        }
    }

    @Test
    void aFileOfImagesIsConvolvedWhole() throws IOException {
        Random random = new Random(4);
        Patches patches = new Patches(Shape.of(3, 2, 7, 9), 3, 2, 2, 1);
        float[] images = floats(random, Math.toIntExact(patches.images().count()));
        float[] weights = floats(random, 4 * patches.patchElements());
        Path out = folder.resolve("convolved.npy");
        try (Arena arena = Arena.ofShared()) {
            NpyArray in = NpyArray.open(file(ElementType.FLOAT32, patches.images(), bytes(images)), arena);
            NpyArray filters = NpyArray.open(file(ElementType.FLOAT32, Shape.of(4, 2, 3, 2), bytes(weights)), arena);
            List<String> told = new ArrayList<>();
            ConvolvedFile.write(in, filters, 2, 1, out, (count, total) -> told.add(count + " of " + total));
            assertEquals(List.of("1 of 3", "2 of 3", "3 of 3"), told);
            NpyArray result = NpyArray.open(out, arena);
            assertEquals(Shape.of(3, 4, 4, 5), result.shape());
            float[] last = Arrays.copyOfRange(images, 2 * 2 * 7 * 9, images.length);
            double[] expected = convolved(last, weights, 4, patches);
            double[] actual = result.toDoubles();
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], actual[2 * 4 * 4 * 5 + i], 1e-5, "element " + i);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        3, 1 | 1 | 0 | a kernel of 3×1 does not fit images of 2×5 with a pad of 0: take a smaller kernel or a larger pad
        1, 1 | 0 | 0 | a stride of 0 goes nowhere: it takes 1 or more
        0, 1 | 1 | 0 | a kernel of 0×1 is empty: it takes 1×1 or more
        1, 1 | 1 | -1 | a pad of -1 is no border: it takes 0 … 1048575
        """)
    void whatDoesNotFitIsSaid(String kernel, int stride, int pad, String message) {
        int height = Integer.parseInt(kernel.substring(0, 1));
        int width = Integer.parseInt(kernel.substring(3));
        BadValue refused = assertThrows(BadValue.class,
                () -> new Patches(Shape.of(1, 1, 2, 5), height, width, stride, pad));
        assertEquals(message, refused.getMessage());
    }

    @Test
    void otherArraysAreRefusedAndNothingIsWritten() throws IOException {
        Path cube = file(ElementType.UINT8, Shape.of(2, 2, 2), new byte[8]);
        Path pair = file(ElementType.UINT8, Shape.of(1, 2, 2, 2), new byte[8]);
        Path out = folder.resolve("out.npy");
        try (Arena arena = Arena.ofShared()) {
            NpyArray three = NpyArray.open(cube, arena);
            NpyArray four = NpyArray.open(pair, arena);
            assertThrows(BadValue.class, () -> new Patches(three.shape(), 1, 1, 1, 0));
            assertThrows(BadValue.class, () -> ConvolvedFile.write(four, three, 1, 0, out, Progress.UNWATCHED));
            NpyArray otherChannels = NpyArray.open(file(ElementType.UINT8, Shape.of(2, 1, 2, 2), new byte[8]), arena);
            assertEquals(
                    "filters for 1 channels do not fit images of 2: "
                            + "it takes filters of shape (filters, 2, rows, columns)",
                    assertThrows(BadValue.class,
                            () -> ConvolvedFile.write(four, otherChannels, 1, 0, out, Progress.UNWATCHED))
                            .getMessage());
        }
        assertFalse(Files.exists(out));
    }

    /** As NumPy's users write it: six dimensions, filled by slices, then turned and flattened. */
    private static byte[] matrix(byte[] images, Patches patches, int bytes) {
        int outHeight = (patches.imageHeight() + 2 * patches.pad() - patches.height()) / patches.stride() + 1;
        int outWidth = (patches.imageWidth() + 2 * patches.pad() - patches.width()) / patches.stride() + 1;
        int count = (int) patches.images().size(0);
        byte[] matrix = new byte[count * outHeight * outWidth * patches.patchElements() * bytes];
        int row = 0;
        for (int n = 0; n < count; n++) {
            for (int outY = 0; outY < outHeight; outY++) {
                for (int outX = 0; outX < outWidth; outX++, row++) {
                    int column = 0;
                    for (int c = 0; c < patches.channels(); c++) {
                        for (int fy = 0; fy < patches.height(); fy++) {
                            for (int fx = 0; fx < patches.width(); fx++, column++) {
                                int y = outY * patches.stride() + fy - patches.pad();
                                int x = outX * patches.stride() + fx - patches.pad();
                                int to = (row * patches.patchElements() + column) * bytes;
                                if (y >= 0 && y < patches.imageHeight() && x >= 0 && x < patches.imageWidth()) {
                                    int from = ((n * patches.channels() + c) * patches.imageHeight() + y)
                                            * patches.imageWidth() + x;
                                    System.arraycopy(images, from * bytes, matrix, to, bytes);
                                }
                            }
                        }
                    }
                }
            }
        }
        return matrix;
    }

    /** The matrix of one image times the filters, in doubles. */
    private static double[] convolved(float[] image, float[] weights, int filters, Patches patches) {
        Shape one = Shape.of(1, patches.channels(), patches.imageHeight(), patches.imageWidth());
        byte[] matrix = matrix(bytes(image),
                new Patches(one, patches.height(), patches.width(), patches.stride(), patches.pad()), Float.BYTES);
        MemorySegment floats = MemorySegment.ofArray(matrix);
        int rows = matrix.length / Float.BYTES / patches.patchElements();
        double[] result = new double[filters * rows];
        for (int filter = 0; filter < filters; filter++) {
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < patches.patchElements(); i++) {
                    long at = ((long) row * patches.patchElements() + i) * Float.BYTES;
                    result[filter * rows + row] += (double) floats.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at)
                            * weights[filter * patches.patchElements() + i];
                }
            }
        }
        return result;
    }

    private static float[] floats(Random random, int count) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = (float) random.nextGaussian();
        }
        return floats;
    }

    private static byte[] bytes(float[] floats) {
        return MemorySegment.ofArray(floats).toArray(ValueLayout.JAVA_BYTE);
    }

    private Path file(ElementType type, Shape shape, byte[] elements) throws IOException {
        Path file = Files.createTempFile(folder, "array", ".npy");
        try (NpyWriter writer = new NpyWriter(file, type, shape)) {
            writer.write(MemorySegment.ofArray(elements));
            writer.finish();
        }
        return file;
    }
}
