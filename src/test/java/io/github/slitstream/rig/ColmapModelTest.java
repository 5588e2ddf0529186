package io.github.slitstream.rig;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model as COLMAP's documentation of its output format writes it. */
class ColmapModelTest {
    private static final String LENSES = """
        # Camera list with one line of data per camera:
        #   CAMERA_ID, MODEL, WIDTH, HEIGHT, PARAMS[]
        # Number of cameras: 3
        1 SIMPLE_PINHOLE 3072 2304 2559.81 1536 1152
        2 PINHOLE 3072 2304 2560.56 2550.5 1536 1152
        3 SIMPLE_RADIAL 3072 2304 2559.69 1536 1152 -0.0218531
        """;
    /** The second picture has no points, so its second line is empty. */
    private static final String IMAGES = """
        # Image list with two lines of data per image:
        #   IMAGE_ID, QW, QX, QY, QZ, TX, TY, TZ, CAMERA_ID, NAME
        #   POINTS2D[] as (X, Y, POINT3D_ID)
        # Number of images: 3, mean observations per image: 2
        1 0.851773 0.0165051 0.503764 -0.142941 -0.737434 1.02973 3.74354 1 P1180141.JPG
        2362.39 248.498 58396 1784.7 268.254 59027 1784.7 268.254 -1
        2 1 0 0 0 0.5 -0.25 2 2 left side/P1180142 (copy).JPG

        3 0 0 0 1 0 0 1 3 P1180143.JPG
        1190.83 663.957 23056 1258.77 640.354 59070
        """;

    @TempDir
    private Path folder;

    @Test
    void everyPictureIsACamera() throws IOException {
        CameraRig rig = read(LENSES, IMAGES);
        assertEquals(List.of("P1180141.JPG", "left side/P1180142 (copy).JPG", "P1180143.JPG"),
                rig.cameras().stream().map(Camera::name).toList());
        assertArrayEquals(
                new double[]{2560.56, 0, 1536, 2560.56 * 0.5 + 1536 * 2, 0, 2550.5, 1152,
                    2550.5 * -0.25 + 1152 * 2, 0, 0, 1, 2},
                rig.cameras().get(1).matrix().toArray(), 1e-9);
    }

    @Test
    void theModelTellsTheSizeOfAPictureAndItsFileIsFoundBesideIt() throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("images/left side"));
        Path file = Files.createFile(pictures.resolve("P1180142 (copy).JPG"));
        CameraRig rig = read(LENSES, IMAGES);
        assertEquals(new CameraPicture(file.toString(), 3072, 2304, 0.5), rig.cameras().get(1).picture());
        assertEquals("", rig.cameras().getFirst().picture().address());
    }

    @Test
    void eitherFileStandsForTheFolder() throws IOException {
        CameraRig rig = read(LENSES, IMAGES);
        assertEquals(rig, CameraFiles.read(folder.resolve("images.txt")));
        assertEquals(rig, CameraFiles.read(folder.resolve("cameras.txt")));
    }

    /** qw comes first: (0, 0, 0, 1) is half a turn around z, and not the identity. */
    @Test
    void quaternionsBeginWithTheirRealPart() throws IOException {
        ProjectionMatrix turned = read(LENSES, IMAGES).cameras().get(2).matrix();
        double[] picture = turned.project(1, 2, 0, 1);
        assertArrayEquals(new double[]{2559.69 * -1 + 1536, 2559.69 * -2 + 1152, 1}, picture, 1e-9);
    }

    @Test
    void posesTakeTheWorldToTheCamera() throws IOException {
        ProjectionMatrix first = read(LENSES, IMAGES).cameras().getFirst().matrix();
        assertArrayEquals(
                new double[]{2559.81 * -0.737434 + 1536 * 3.74354, 2559.81 * 1.02973 + 1152 * 3.74354, 3.74354},
                first.project(0, 0, 0, 1), 1e-9);
        double w = 0.851773;
        double y = 0.503764;
        double z = -0.142941;
        double x = 0.0165051;
        double square = w * w + x * x + y * y + z * z;
        assertEquals(2 * (x * z - w * y) / square, first.at(2, 0), 1e-9);
    }

    @Test
    void distortionIsLeftOutWithAWord() throws IOException {
        assertTrue(read(LENSES, IMAGES).remarks().getFirst().contains("SIMPLE_RADIAL"));
    }

    @Test
    void linesOfPointsMayBeLeftOut() throws IOException {
        CameraRig rig = read(LENSES, IMAGES);
        String without = """
            1 0.851773 0.0165051 0.503764 -0.142941 -0.737434 1.02973 3.74354 1 P1180141.JPG
            2 1 0 0 0 0.5 -0.25 2 2 left side/P1180142 (copy).JPG
            3 0 0 0 1 0 0 1 3 P1180143.JPG
            """;
        assertEquals(rig, read(LENSES, without));
        assertEquals(rig, read(LENSES, without.replace("JPG\n", "JPG\n# no points\n")));
        assertEquals(rig, read(LENSES, without.replace("JPG\n", "JPG\n\n")));
        assertEquals(List.of("0001", "2 b", "3"),
                read(LENSES, without.replace("P1180141.JPG", "0001").replace("left side/P1180142 (copy).JPG", "2 b")
                        .replace("P1180143.JPG", "3")).cameras().stream().map(Camera::name).toList());
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws IOException {
        CameraRig rig = read(LENSES, IMAGES);
        String bare = LENSES.replaceAll("(?m)^#.*\n", "");
        assertEquals(rig, read("\uFEFF" + LENSES, "\uFEFF" + IMAGES));
        assertEquals(rig, read("\uFEFF" + bare, IMAGES));
    }

    @Test
    void aLensThatNoPictureUsesMayBeOfAnyModel() throws IOException {
        CameraRig rig = read(LENSES, IMAGES);
        assertEquals(rig, read(LENSES + "9 OPENCV_FISHEYE 640 480 1 1 320 240 0 0 0 0\n", IMAGES));
        assertEquals(List.of(), read(LENSES, IMAGES.replace(" 3 P1180143", " 2 P1180143")).remarks());
    }

    @Test
    void refusalsNameFileAndLine() throws IOException {
        refused("cameras.txt:4: the camera model OPENCV_FISHEYE has no pinhole part",
                LENSES.replace("SIMPLE_PINHOLE", "OPENCV_FISHEYE"), IMAGES);
        refused("cameras.txt:5: the camera model PINHOLE needs more parameters",
                LENSES.replace(" 2550.5 1536 1152", ""), IMAGES);
        refused("images.txt:7: there is no camera 7", LENSES, IMAGES.replace("0.5 -0.25 2 2", "0.5 -0.25 2 7"));
        refused("images.txt:5: '0.85x' is no number", LENSES, IMAGES.replace("0.851773", "0.85x"));
        refused("images.txt:9: the quaternion (0.0, 0.0, 0.0, 0.0) is no rotation", LENSES,
                IMAGES.replace("3 0 0 0 1 0", "3 0 0 0 0 0"));
        refused("images.txt:5: P[0][3] is NaN", LENSES, IMAGES.replace("-0.737434", "NaN"));
        refused("images.txt has no picture", LENSES, "# nothing\n");
    }

    @Test
    void aBinaryModelIsToldHowToBecomeText() throws IOException {
        Files.write(folder.resolve("cameras.bin"), new byte[8]);
        IOException refusal = assertThrows(IOException.class, () -> CameraFiles.read(folder));
        assertTrue(String.valueOf(refusal.getMessage()).contains("--output_type TXT"), refusal.getMessage());
    }

    private void refused(String named, String lenses, String images) {
        IOException refusal = assertThrows(IOException.class, () -> read(lenses, images));
        assertTrue(String.valueOf(refusal.getMessage()).contains(named), refusal.getMessage());
    }

    private CameraRig read(String lenses, String images) throws IOException {
        Files.writeString(folder.resolve("cameras.txt"), lenses);
        Files.writeString(folder.resolve("images.txt"), images);
        return CameraFiles.read(folder);
    }
}
