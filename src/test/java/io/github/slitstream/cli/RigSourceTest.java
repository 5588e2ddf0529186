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
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rig of five cameras, each with numbered pictures, rendered along its cameras and along time. */
class RigSourceTest {
    private static final int CAMERAS = 5;
    private static final int FRAMES = 6;
    private static final int WIDTH = 33;
    private static final int HEIGHT = 21;

    @TempDir
    private Path folder;

    /** [camera][frame][row][column], grey: compact memory keeps it exactly, and one channel says all. */
    private final int[][][][] seen = new int[CAMERAS][FRAMES][HEIGHT][WIDTH];
    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void record() throws IOException {
        Random random = new Random(11);
        StringBuilder rig = new StringBuilder("cameras:\n");
        for (int camera = 0; camera < CAMERAS; camera++) {
            for (int t = 0; t < FRAMES; t++) {
                BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
                for (int i = 0; i < HEIGHT; i++) {
                    for (int j = 0; j < WIDTH; j++) {
                        seen[camera][t][i][j] = random.nextInt(256);
                        image.setRGB(j, i, 0x010101 * seen[camera][t][i][j]);
                    }
                }
                ImageIO.write(image, "png", picture(camera, t).toFile());
            }
            rig.append("  - video: camera").append(camera).append("/%02d.png\n");
        }
        Files.writeString(folder.resolve("rig.yaml"), rig);
    }

    @ParameterizedTest
    @CsvSource({"0,full,0", "90,full,0", "0,compact,0", "90,compact,0", "90,full,3"})
    void aFrozenMomentRunsAlongTheCameras(int angle, String history, int depth) throws IOException {
        assertEquals(0, render("--history", history, "--ring", "2", "--effect",
                "time-displacement:along=cameras,angle=" + angle + ",depth=" + depth), errors.toString());
        int reach = depth == 0 ? CAMERAS : depth;
        for (int t = 0; t < FRAMES; t++) {
            int[][] actual = output(t);
            for (int i = 0; i < HEIGHT; i++) {
                for (int j = 0; j < WIDTH; j++) {
                    double share = angle == 0 ? j / (WIDTH - 1.0) : i / (HEIGHT - 1.0);
                    double v = share * (reach - 1);
                    int a = (int) Math.floor(v);
                    double nearer = seen[a][t][i][j];
                    double farther = seen[Math.min(a + 1, reach - 1)][t][i][j];
                    double exact = nearer + (v - a) * (farther - nearer);
                    assertTrue(Math.abs(actual[i][j] - exact) <= 1, "frame " + t + " pixel " + i + "," + j);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"full,1", "compact,1", "full,2"})
    void alongTimeARigIsItsFirstCamera(String history, String downsample) throws IOException {
        String[] options = {"--history", history, "--downsample", downsample, "--ring", "4", "--effect",
            "time-displacement:pattern=radial"};
        assertEquals(0, render(options), errors.toString());
        int[][] ofRig = output(FRAMES - 1);
        assertEquals(0, renderOf(folder.resolve("camera0/%02d.png").toString(), options), errors.toString());
        assertArrayEquals(output(FRAMES - 1), ofRig);
    }

    @Test
    void withoutARigThereIsOneCameraAndNothingToRunAlong() throws IOException {
        assertEquals(0, renderOf(folder.resolve("camera2/%02d.png").toString(), "--effect",
                "time-displacement:along=cameras"), errors.toString());
        assertArrayEquals(seen[2][FRAMES - 1], output(FRAMES - 1));
    }

    @Test
    void aCameraWithoutAVideoIsRefused() throws IOException {
        Files.writeString(folder.resolve("rig.yaml"), "cameras:\n  - video: camera0/%02d.png\n  - name: right\n");
        refused("rig.yaml:3", "names no video", "'video: FILE'");
    }

    @Test
    void aVideoThatIsNotThereIsRefused() throws IOException {
        Files.writeString(folder.resolve("rig.yaml"), "cameras:\n  - video: camera0/%02d.png\n  - video: gone.mp4\n");
        refused("gone.mp4", "no such file");
    }

    @Test
    void aVideoOfAnotherSizeIsRefused() throws IOException {
        BufferedImage wide = new BufferedImage(WIDTH + 1, HEIGHT, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(wide, "png", picture(3, 0).toFile());
        refused("camera3", "34×21", "33×21", "one size");
    }

    @Test
    void aVideoThatEndsEarlierIsRefused() throws IOException {
        Files.delete(picture(4, FRAMES - 1));
        refused("camera4", "5 frames", "6", "one length");
    }

    @Test
    void aRigThatIsNotThereIsRefused() throws IOException {
        Files.delete(folder.resolve("rig.yaml"));
        refused("rig:", "no such file");
    }

    private void refused(String... words) {
        assertEquals(1, render(), errors.toString());
        assertEquals(1, errors.toString().lines().count(), errors.toString());
        for (String word : words) {
            assertTrue(errors.toString().contains(word), word + " in: " + errors);
        }
        assertFalse(Files.exists(folder.resolve("out001.png")));
    }

    private int render(String... options) {
        return renderOf("rig:" + folder.resolve("rig.yaml"), options);
    }

    private int renderOf(String input, String... options) {
        String[] all = new String[options.length + 4];
        all[0] = "render";
        all[1] = input;
        all[2] = "-o";
        all[3] = folder.resolve("out%03d.png").toString();
        System.arraycopy(options, 0, all, 4, options.length);
        return Main.run(CommandEnvironment.ofThisMachine(), new PrintWriter(new StringWriter()),
                new PrintWriter(errors, true), all);
    }

    private Path picture(int camera, int frame) throws IOException {
        return Files.createDirectories(folder.resolve("camera" + camera))
                .resolve(String.format("%02d.png", frame));
    }

    private int[][] output(int frame) throws IOException {
        BufferedImage image = ImageIO.read(folder.resolve(String.format("out%03d.png", frame + 1)).toFile());
        int[][] grey = new int[HEIGHT][WIDTH];
        for (int i = 0; i < HEIGHT; i++) {
            for (int j = 0; j < WIDTH; j++) {
                grey[i][j] = image.getRGB(j, i) & 0xff;
            }
        }
        return grey;
    }
}
