package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures with alpha from file to file: it is straight, and mixed like any other channel. */
class TranslucentPicturesTest {
    private static final int WIDTH = 34;
    private static final int HEIGHT = 22;
    private static final int ALPHA = 3;
    private static final int FRAMES = 3;

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    @Test
    void withoutEffectsEveryByteIsKeptAlsoTheColoursOfWhatIsTransparent() throws IOException {
        int[][][][] input = write(false);
        assertEquals(0, render(), errors.toString());
        for (int t = 0; t < FRAMES; t++) {
            assertArrayEquals(input[t], read(t));
        }
    }

    @Test
    void overTimeAlphaIsBlendedLikeAColour() throws IOException {
        int[][][][] input = write(false);
        assertEquals(0, render("--ring", "2", "--effect", "time-displacement:pattern=linear,angle=90"),
                errors.toString());
        int[][][] actual = read(2);
        for (int y = 0; y < HEIGHT; y++) {
            double age = y / (HEIGHT - 1.0);
            for (int x = 0; x < WIDTH; x++) {
                for (int c = 0; c <= ALPHA; c++) {
                    double exact = (1 - age) * input[2][y][x][c] + age * input[1][y][x][c];
                    assertEquals(exact, actual[y][x][c], 1, x + "," + y + " channel " + c);
                }
            }
        }
    }

    @Test
    void aWarpBlendsAlphaLikeAColour() throws IOException {
        int[][][][] input = write(false);
        assertEquals(0, render("--effect", "homography:matrix=1 0 0.5; 0 1 0; 0 0 1,interpolation=linear"),
                errors.toString());
        int[][][] actual = read(0);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH - 1; x++) {
                for (int c = 0; c <= ALPHA; c++) {
                    double exact = (input[0][y][x][c] + input[0][y][x + 1][c]) / 2.0;
                    assertEquals(exact, actual[y][x][c], 0.51, x + "," + y + " channel " + c);
                }
            }
        }
    }

    @Test
    void resizingMixesAlphaLikeAColour() throws IOException {
        int[][][][] input = write(false);
        assertEquals(0, render("--downsample", "2", "--upsample", "nearest"), errors.toString());
        int[][][] actual = read(0);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int c = 0; c <= ALPHA; c++) {
                    double sum = 0;
                    for (int i = 0; i < 4; i++) {
                        sum += input[0][y / 2 * 2 + i / 2][x / 2 * 2 + i % 2][c];
                    }
                    assertEquals(sum / 4, actual[y][x][c], 1, x + "," + y + " channel " + c);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"convolution:filter=blur,radius=2", "convolution:filter=sharpen",
        "convolution:filter=sobel,channels=luma", "channel-rotation:angle=40", "colour:hue=70,saturation=0.5"})
    void whatChangesColoursKeepsAlphaAndDoesNotLookAtIt(String effect) throws IOException {
        int[][][][] input = write(false);
        assertEquals(0, render("--effect", effect), errors.toString());
        int[][][] translucent = read(1);
        write(true);
        assertEquals(0, render("--effect", effect), errors.toString());
        int[][][] opaque = read(1);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertEquals(input[1][y][x][ALPHA], translucent[y][x][ALPHA], x + "," + y);
                for (int c = 0; c < ALPHA; c++) {
                    assertEquals(opaque[y][x][c], translucent[y][x][c], x + "," + y + " channel " + c);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.jpg", "out.mp4"})
    void whatHasNoAlphaShowsThePictureOverBlack(String output) throws IOException {
        BufferedImage image = new BufferedImage(64, 32, BufferedImage.TYPE_4BYTE_ABGR);
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 64; x++) {
                image.setRGB(x, y, (x < 32 ? 0 : 128) << 24 | 0xffffff);
            }
        }
        ImageIO.write(image, "png", folder.resolve("in.png").toFile());
        assertEquals(0, run("render", path("in.png"), "-o", path(output)), errors.toString());
        assertEquals(0, run("render", path(output), "-o", path("back.png")), errors.toString());
        BufferedImage back = ImageIO.read(folder.resolve("back.png").toFile());
        assertEquals(0, back.getRGB(10, 16) & 0xff, 3, "transparent");
        assertEquals(128, back.getRGB(54, 16) & 0xff, 4, "half");
    }

    /** Noise; returns [frame][row][column][red, green, blue, alpha]. */
    private int[][][][] write(boolean opaque) throws IOException {
        Random random = new Random(11);
        int[][][][] pictures = new int[FRAMES][HEIGHT][WIDTH][];
        for (int t = 0; t < FRAMES; t++) {
            BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_4BYTE_ABGR);
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    int argb = random.nextInt() & (random.nextInt(4) == 0 ? 0x00ffffff : -1);
                    image.setRGB(x, y, opaque ? 0xff000000 | argb : argb);
                    pictures[t][y][x] = new int[]{argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, argb >>> 24};
                }
            }
            assertTrue(ImageIO.write(image, "png", folder.resolve("in" + t + ".png").toFile()));
        }
        return pictures;
    }

    private int[][][] read(int frame) throws IOException {
        BufferedImage image = ImageIO.read(folder.resolve("out" + (frame + 1) + ".png").toFile());
        Raster raster = image.getRaster();
        int[][][] picture = new int[HEIGHT][WIDTH][];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                picture[y][x] = raster.getPixel(x, y, (int[]) null);
            }
        }
        return picture;
    }

    private int render(String... options) {
        String[] all = new String[options.length + 4];
        all[0] = "render";
        all[1] = path("in%d.png");
        all[2] = "-o";
        all[3] = path("out%d.png");
        System.arraycopy(options, 0, all, 4, options.length);
        return run(all);
    }

    private int run(String... arguments) {
        return Main.run(CommandEnvironment.ofThisMachine(), new PrintWriter(new StringWriter()),
                new PrintWriter(errors, true), arguments);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
