package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.array.ElementType;
import io.github.slitstream.array.NpyArray;
import io.github.slitstream.array.NpyWriter;
import io.github.slitstream.array.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code slitstream lab warp} from end to end. */
class LabWarpTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void levelsOfAnyNumberOfChannels() throws IOException {
        byte[] levels = new byte[2 * 3 * 2];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (240 + i);
        }
        Path in = save(ElementType.UINT8, Shape.of(2, 3, 2), MemorySegment.ofArray(levels));
        assertEquals(0, warp(in, "out.npy", "--matrix", "1 0 1; 0 1 0; 0 0 1", "--border", "fill", "--fill", "9"),
                err.toString());
        assertArrayEquals(new double[]{242, 243, 244, 245, 9, 9, 248, 249, 250, 251, 9, 9},
                load("out.npy", ElementType.UINT8, Shape.of(2, 3, 2)));
        assertEquals("2 of 6 pixels fell outside (33.3 %)", out.toString().strip());
    }

    @Test
    void floatsThroughTheInverseOfAMatrixInAFile() throws IOException {
        Path in = save(ElementType.FLOAT32, Shape.of(2, 2), MemorySegment.ofArray(new float[]{0, 0.5f, -1, 7}));
        Path matrix = Files.writeString(folder.resolve("h.yaml"), "[[2, 0, 0], [0, 2, 0], [0, 0, 1]]");
        assertEquals(0, warp(in, "out.npy", "--matrix", matrix.toString(), "--inverse", "--width", "3", "--height",
                "1", "--interpolation", "linear"), err.toString());
        assertArrayEquals(new double[]{0, 0.25, 0.5}, load("out.npy", ElementType.FLOAT32, Shape.of(1, 3)));
    }

    @Test
    void aPicture() throws IOException {
        BufferedImage picture = new BufferedImage(4, 2, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(3, 1, 0x123456);
        Path in = folder.resolve("in.png");
        ImageIO.write(picture, "png", in.toFile());
        assertEquals(0, warp(in, "out.png", "--matrix", "1 0 3; 0 1 1; 0 0 1", "--width", "2", "--height", "2"),
                err.toString());
        BufferedImage made = ImageIO.read(folder.resolve("out.png").toFile());
        assertEquals(2, made.getWidth());
        assertEquals(0xff123456, made.getRGB(0, 0));
        assertTrue(err.toString().contains("3 of 4 pixels fell outside (75.0 %)"), err.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1 2 3; 2 4 6; 0 0 1|out.npy|is singular",
        "1 2; 3 4|out.npy|matrix: 2×2 numbers do not fit", "none.npy|out.npy|none.npy does not exist",
        "1 0 0; 0 1 0; 0 0 1|out.png|both end in .npy"})
    void whatCannotBeIsRefusedInOneLine(String matrix, String target, String reason) throws IOException {
        Path in = save(ElementType.FLOAT32, Shape.of(2, 2), MemorySegment.ofArray(new float[4]));
        assertEquals(1, warp(in, target, "--matrix", matrix));
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains(reason), err.toString());
        assertFalse(Files.exists(folder.resolve(target)));
    }

    @Test
    void arraysOfOtherShapesAndTypesAreRefused() throws IOException {
        Path flat = save(ElementType.FLOAT32, Shape.of(4), MemorySegment.ofArray(new float[4]));
        assertEquals(1, warp(flat, "out.npy", "--matrix", "1 0 0; 0 1 0; 0 0 1"));
        assertTrue(err.toString().contains("shape (4,): it takes (H, W) or (H, W, C)"), err.toString());
        Path doubles = save(ElementType.FLOAT64, Shape.of(2, 2), MemorySegment.ofArray(new double[4]));
        assertEquals(1, warp(doubles, "out.npy", "--matrix", "1 0 0; 0 1 0; 0 0 1"));
        assertTrue(err.toString().contains("of f8: it takes uint8 (u1) or float32 (f4)"), err.toString());
    }

    private int warp(Path in, String target, String... options) {
        String[] words = new String[5 + options.length];
        words[0] = "lab";
        words[1] = "warp";
        words[2] = in.toString();
        words[3] = "-o";
        words[4] = folder.resolve(target).toString();
        System.arraycopy(options, 0, words, 5, options.length);
        return Main.run(CommandEnvironment.ofThisMachine(), new PrintWriter(out, true), new PrintWriter(err, true),
                words);
    }

    private Path save(ElementType type, Shape shape, MemorySegment elements) throws IOException {
        Path file = folder.resolve("in.npy");
        try (NpyWriter writer = new NpyWriter(file, type, shape)) {
            writer.write(elements);
            writer.finish();
        }
        return file;
    }

    private double[] load(String name, ElementType type, Shape shape) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            NpyArray array = NpyArray.open(folder.resolve(name), arena);
            assertEquals(type, array.type());
            assertEquals(shape, array.shape());
            return array.toDoubles();
        }
    }
}
