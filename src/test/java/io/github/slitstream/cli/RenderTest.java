package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToIntFunction;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderTest {
    private static final int WIDTH = 33;
    private static final int HEIGHT = 21;

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    @Test
    void aParameterIsSetByTheNameOfItsSlot() throws IOException {
        int[][][][] input = writeNoise(1);
        assertEquals(0, render("--effect", "flip:", "--effect", "flip:", "--set", "flip-2.horizontal=false"),
                errors.toString());
        int[][][] actual = read(folder.resolve("out001.png"));
        for (int j = 0; j < WIDTH; j++) {
            assertArrayEquals(input[0][0][WIDTH - 1 - j], actual[0][j], "column " + j);
        }
        assertEquals(2, render("--effect", "flip:", "--set", "flap.horizontal=false"));
        assertTrue(errors.toString().contains("no slot is called 'flap' (did you mean 'flip'?)"), errors.toString());
    }

    @ParameterizedTest
    @CsvSource({"2,0", "2,90", "25,0", "25,90", "25,30", "120,90", "25,radial", "120,radial", "2,picture",
        "25,picture", "120,picture"})
    void timeDisplacementAgreesWithDoubleArithmeticWhileTheRingFillsAndAfter(int n, String pattern) throws IOException {
        int frames = 40;
        int[][][][] input = writeNoise(frames);
        String effect = switch (pattern) {
            case "radial" -> "pattern=radial";
            case "picture" -> "pattern=picture,file=" + writeDelays();
            default -> "pattern=linear,angle=" + pattern;
        };
        assertEquals(0, render("--ring", "" + n, "--effect", "time-displacement:" + effect), errors.toString());
        for (int t = 0; t < frames; t++) {
            int[][][] actual = read(folder.resolve(String.format("out%03d.png", t + 1)));
            for (int i = 0; i < HEIGHT; i++) {
                for (int j = 0; j < WIDTH; j++) {
                    double v = delay(pattern, i, j) * (n - 1);
                    int a = (int) Math.floor(v);
                    for (int c = 0; c < 3; c++) {
                        double newer = input[Math.max(0, t - a)][i][j][c];
                        double older = input[Math.max(0, t - Math.min(a + 1, n - 1))][i][j][c];
                        double exact = newer + (v - a) * (older - newer);
                        assertTrue(Math.abs(actual[i][j][c] - exact) <= 1, "frame " + t + " pixel " + i + "," + j);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0.84 -0.11 4; 0.1 1.7 -6; 2e-3 5e-3 1", "1 0 3; 0 1 2; 0 0 1",
        "0.4 0.2 0.1; 0.3 0.9 0.2; 1 0.5 -20", "0.3 0.9 0.6; 0.2 0.5 0.8; 0.7 0.1 0.4"})
    void aHomographyGivesThePixelsOfAPlainLoopAndTellsHowManyFellOutside(String matrix) throws IOException {
        int[][][] input = writeNoise(1)[0];
        assertEquals(0, render("--effect", "homography:matrix=" + matrix + ",width=50,height=17"), errors.toString());
        double[] h = Arrays.stream(matrix.split("[; ]+", -1)).mapToDouble(Double::parseDouble).toArray();
        int[][][] actual = read(folder.resolve("out001.png"));
        assertEquals(17, actual.length);
        assertEquals(50, actual[0].length);
        int outside = 0;
        for (int y = 0; y < 17; y++) {
            for (int x = 0; x < 50; x++) {
                double w = h[6] * x + h[7] * y + h[8];
                int u = (int) ((h[0] * x + h[1] * y + h[2]) / w);
                int v = (int) ((h[3] * x + h[4] * y + h[5]) / w);
                outside += w == 0 || u < 0 || u > WIDTH - 1 || v < 0 || v > HEIGHT - 1 ? 1 : 0;
                assertArrayEquals(input[Math.max(Math.min(v, HEIGHT - 1), 0)][Math.max(Math.min(u, WIDTH - 1), 0)],
                        actual[y][x], x + "," + y);
            }
        }
        assertTrue(errors.toString().contains("homography: " + outside + " of 850 pixels fell outside"),
                errors.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"matrix=1 2 3; 4 5 6; 7 8 9|singular",
        "top-left-x=1,top-right-x=0|cross", "top-left-x=0.5,top-left-y=0.5|line"})
    void whatFoldsThePictureIsRefusedWithTheReason(String values, String reason) throws IOException {
        writeNoise(1);
        assertEquals(1, render("--effect", "homography:" + values));
        assertEquals(1, errors.toString().lines().count(), errors.toString());
        assertTrue(errors.toString().contains(reason), errors.toString());
        assertFalse(Files.exists(folder.resolve("out001.png")));
    }

    @Test
    void withoutEffectsEveryPixelIsCopied() throws IOException {
        int[][][][] input = writeNoise(3);
        assertEquals(0, render(), errors.toString());
        for (int t = 0; t < 3; t++) {
            assertArrayEquals(input[t], read(folder.resolve(String.format("out%03d.png", t + 1))));
        }
        assertFalse(Files.exists(folder.resolve("out004.png")));
    }

    @Test
    void theNumberOfThreadsMakesNoDifference() throws IOException {
        writeNoise(5);
        String effect = "time-displacement:pattern=smooth-noise,speed=1";
        assertEquals(0, render("--effect", effect, "--effect", "channel-rotation:spin=50", "--threads", "1"));
        byte[] one = Files.readAllBytes(folder.resolve("out005.png"));
        assertEquals(0, render("--effect", effect, "--effect", "channel-rotation:spin=50", "--threads", "3"));
        assertArrayEquals(one, Files.readAllBytes(folder.resolve("out005.png")));
    }

    /** Greys have no colour to lose, so that compact memory must change nothing. */
    @Test
    void compactMemoryKeepsGreysExactly() throws IOException {
        writeNoise(9, random -> 0x010101 * random.nextInt(256));
        String effect = "time-displacement:pattern=radial,speed=2";
        assertEquals(0, render("--ring", "6", "--effect", effect), errors.toString());
        int[][][] full = read(folder.resolve("out009.png"));
        assertEquals(0, render("--ring", "6", "--history", "compact", "--effect", effect), errors.toString());
        assertArrayEquals(full, read(folder.resolve("out009.png")));
    }

    @Test
    void compactMemoryShowsAPictureWithoutEffectsAsItIs() throws IOException {
        int[][][][] input = writeNoise(2);
        assertEquals(0, render("--history", "compact"), errors.toString());
        assertArrayEquals(input[1], read(folder.resolve("out002.png")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--effect|nonsense|nonsense", "--effect|channel-rotation:angel=3|angel",
        "--effect|channel-rotation:angle=999|-360", "--ring|1|ring", "--frames|x|--frames",
        "--upsample|magic|lanczos4", "--history|tiny|compact"})
    void wrongUsageIsOneLineAndExitCodeTwo(String option, String value, String named) throws IOException {
        writeNoise(1);
        assertEquals(2, render(option, value));
        assertEquals(1, errors.toString().lines().count(), errors.toString());
        assertTrue(errors.toString().contains(named), errors.toString());
        assertFalse(Files.exists(folder.resolve("out001.png")));
    }

    @Test
    void aMissingFileIsOneLineAndExitCodeOneAndAnEarlierOutputStays() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept.mp4"), "kept");
        assertEquals(1, run("render", folder.resolve("missing.mp4").toString(), "-o", kept.toString()));
        assertEquals(1, errors.toString().lines().count(), errors.toString());
        assertTrue(errors.toString().contains("missing.mp4"), errors.toString());
        assertEquals("kept", Files.readString(kept));
    }

    private static double delay(String pattern, int i, int j) {
        double y = 2.0 * i / (HEIGHT - 1) - 1;
        double x = 2.0 * j / (WIDTH - 1) - 1;
        if (pattern.equals("picture")) {
            return grey(i, j) / 65_535.0;
        }
        if (pattern.equals("radial")) {
            return Math.min(1, Math.hypot(x, y));
        }
        double angle = Math.toRadians(Double.parseDouble(pattern));
        double reach = Math.abs(Math.cos(angle)) + Math.abs(Math.sin(angle));
        return Math.clamp(((x * Math.cos(angle) + y * Math.sin(angle)) / reach + 1) / 2, 0, 1);
    }

    /** A 16-bit grey picture of delays, of the size of the frames. */
    private Path writeDelays() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < HEIGHT; i++) {
            for (int j = 0; j < WIDTH; j++) {
                image.getRaster().setSample(j, i, 0, grey(i, j));
            }
        }
        Path file = folder.resolve("delays.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static int grey(int i, int j) {
        return (i * 4_099 + j * 1_931) % 65_536;
    }

    private int render(String... options) {
        String[] all = new String[options.length + 4];
        all[0] = "render";
        all[1] = folder.resolve("in%03d.png").toString();
        all[2] = "-o";
        all[3] = folder.resolve("out%03d.png").toString();
        System.arraycopy(options, 0, all, 4, options.length);
        return run(all);
    }

    private int run(String... arguments) {
        return Main.run(CommandEnvironment.ofThisMachine(), new PrintWriter(new StringWriter()),
                new PrintWriter(errors, true), arguments);
    }

    /** Random opaque pictures; returns [frame][row][column][red, green, blue]. */
    private int[][][][] writeNoise(int frames) throws IOException {
        return writeNoise(frames, Random::nextInt);
    }

    private int[][][][] writeNoise(int frames, ToIntFunction<Random> colour) throws IOException {
        Random random = new Random(7);
        int[][][][] pictures = new int[frames][][][];
        for (int t = 0; t < frames; t++) {
            BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < HEIGHT; i++) {
                for (int j = 0; j < WIDTH; j++) {
                    image.setRGB(j, i, colour.applyAsInt(random));
                }
            }
            Path file = folder.resolve(String.format("in%03d.png", t));
            ImageIO.write(image, "png", file.toFile());
            pictures[t] = read(file);
        }
        return pictures;
    }

    private static int[][][] read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        int[][][] pixels = new int[image.getHeight()][image.getWidth()][];
        for (int i = 0; i < pixels.length; i++) {
            for (int j = 0; j < pixels[i].length; j++) {
                int rgb = image.getRGB(j, i);
                pixels[i][j] = new int[]{rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff};
            }
        }
        return pixels;
    }
}
