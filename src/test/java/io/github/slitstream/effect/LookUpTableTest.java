package io.github.slitstream.effect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.BadValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookUpTableTest {
    private static final FrameSize SIZE = new FrameSize(83, 31);

    @TempDir
    private Path folder;

    /** Colours of a linear function of red, green and blue lie on the line between those of the grid. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 17, 33})
    void aLinearFunctionIsKept(int side) throws IOException {
        StringBuilder text = new StringBuilder("TITLE \"linear\"\n# by a test\nLUT_3D_SIZE " + side + "\n");
        for (int i = 0; i < side * side * side; i++) {
            double r = i % side / (side - 1.0);
            int line = i / side % side;
            double g = line / (side - 1.0);
            int layer = i / side / side;
            double b = layer / (side - 1.0);
            text.append(String.format(Locale.ROOT, "%.7f %.7f\t%.7f%n", red(r, g, b), green(r, g, b), blue(r, g, b)));
        }
        int[] picture = EffectRun.noise(SIZE, new Random(side));
        int[] made = made(picture, "file=" + written(text.toString()));
        for (int i = 0; i < made.length; i++) {
            double r = EffectRun.level(picture[i], 2) / 255.0;
            double g = EffectRun.level(picture[i], 1) / 255.0;
            double b = EffectRun.level(picture[i], 0) / 255.0;
            assertEquals(255 * red(r, g, b), EffectRun.level(made[i], 2), 0.55);
            assertEquals(255 * green(r, g, b), EffectRun.level(made[i], 1), 0.55);
            assertEquals(255 * blue(r, g, b), EffectRun.level(made[i], 0), 0.55);
            assertEquals(EffectRun.level(picture[i], 3), EffectRun.level(made[i], 3));
        }
    }

    private static double red(double r, double g, double b) {
        return 0.2 + 0.3 * r + 0.4 * g + 0.1 * b;
    }

    private static double green(double r, double g, double b) {
        return 0.9 - 0.5 * r + 0.1 * g - 0.4 * b;
    }

    private static double blue(double r, double g, double b) {
        return 0.1 * r + 0.05 * g + 0.8 * b;
    }

    /**
     * On a grid of two, the largest of red, green and blue is 1 at seven corners of the cube and piecewise linear
     * exactly on its six tetrahedra; blending all eight corners would give something else.
     */
    @Test
    void betweenTheGridIsTheTetrahedron() throws IOException {
        StringBuilder text = new StringBuilder("LUT_3D_SIZE 2\n0 0 0\n");
        text.repeat("1 1 1\n", 7);
        int[] picture = EffectRun.noise(SIZE, new Random(7));
        int[] made = made(picture, "file=" + written(text.toString()));
        for (int i = 0; i < made.length; i++) {
            int largest = Math.max(EffectRun.level(picture[i], 0),
                    Math.max(EffectRun.level(picture[i], 1), EffectRun.level(picture[i], 2)));
            assertEquals(largest, EffectRun.level(made[i], 1), "pixel " + i);
        }
    }

    @Test
    void anAmountOfNothingIsThePictureAndHalfIsHalfway() {
        int[] picture = EffectRun.noise(SIZE, new Random(9));
        assertArrayEquals(picture, made(picture, "amount=0"));
        int[] all = made(picture, "amount=1");
        int[] half = made(picture, "amount=0.5");
        for (int i = 0; i < all.length; i++) {
            double middle = (EffectRun.level(picture[i], 1) + EffectRun.level(all[i], 1)) / 2.0;
            assertEquals(middle, EffectRun.level(half[i], 1), 1.01);
        }
    }

    @Test
    void everyBuiltInOneIsThereAndChangesColours() {
        int[] picture = EffectRun.noise(SIZE, new Random(4));
        for (String name : ColourCubes.FILE.builtIn()) {
            assertFalse(Arrays.equals(picture, made(picture, "file=" + name)), name);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "LUT_3D_SIZE 1 | line 1: LUT_3D_SIZE takes 2 … 129",
        "LUT_3D_SIZE two | line 1: LUT_3D_SIZE takes 2 … 129",
        "LUT_1D_SIZE 16 | line 1: this is a LUT of one dimension: give one with LUT_3D_SIZE",
        "0 0 0 | line 1: a colour stands before LUT_3D_SIZE",
        "LUT_3D_SIZE 2/DOMAIN_MAX 2 2 2 | line 2: only the domain 0 … 1 can be read",
        "LUT_3D_SIZE 2/0 0 | line 2: a colour has three numbers",
        "LUT_3D_SIZE 2/0 0 red | line 2: 'red' is no number",
        "LUT_3D_SIZE 2/0 0 nan | line 2: 'nan' is no number",
        "CHANNELS 3 | line 1: 'CHANNELS' is none of its keywords",
        "LUT_3D_SIZE 2/0 0 0 | ends early: it needs LUT_3D_SIZE and all of its colours",
        "'' | ends early: it needs LUT_3D_SIZE and all of its colours"})
    void aFileThatIsWrongIsNamedWithItsLine(String lines, String message) throws IOException {
        Path file = written(lines.replace("/", "\n"));
        BadValue thrown = assertThrows(BadValue.class, () -> ColourCubes.read(file.toString()));
        assertTrue(thrown.getMessage().contains(message), thrown.getMessage());
    }

    @Test
    void tooManyColoursAndMissingFilesAreRefused() throws IOException {
        String nine = "LUT_3D_SIZE 2\n" + "0 0 0\n".repeat(9);
        BadValue thrown = assertThrows(BadValue.class,
                () -> ColourCube.read(new BufferedReader(new StringReader(nine)), "nine"));
        assertTrue(thrown.getMessage().contains("line 10: there are too many colours"), thrown.getMessage());
        Path video = Files.write(folder.resolve("in.mp4"), new byte[]{0, 0, 0, 32, 'f', 't', 'y', 'p'});
        BadValue none = assertThrows(BadValue.class, () -> ColourCubes.read(video.toString()));
        assertTrue(none.getMessage().contains("in.mp4' is no .cube file: file takes"), none.getMessage());
        BadValue missing = assertThrows(BadValue.class, () -> ColourCubes.read("no/such.cube"));
        assertTrue(missing.getMessage().contains("there is no LUT 'no/such.cube'"), missing.getMessage());
    }

    /** Whatever bytes a file holds, it is read or refused. */
    @Test
    void damagedFilesAreReadOrRefused() throws IOException {
        byte[] whole = ("LUT_3D_SIZE 2\n" + "0.25 0.5 1\n".repeat(8)).getBytes(StandardCharsets.US_ASCII);
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int i = 0; damaged.length > 0 && i < 4; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Path file = folder.resolve("damaged.cube");
            Files.write(file, damaged);
            try {
                assertEquals(2, ColourCubes.read(file.toString()).side(), "seed " + seed);
            } catch (BadValue refused) {
                assertEquals(1, refused.getMessage().lines().count(), "seed " + seed);
            }
        }
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("test.cube"), text);
    }

    private static int[] made(int[] picture, String... settings) {
        try (EffectRun run = new EffectRun(Effects.byId("lut"), SIZE, settings)) {
            return run.next(picture);
        }
    }
}
