package io.github.slitstream.rig;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.array.ElementType;
import io.github.slitstream.array.NpyWriter;
import io.github.slitstream.array.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cameras from .npy, YAML, JSON and OpenCV's files, and what is refused. */
class CameraFilesTest {
    private static final double[] LEFT = {900, 0, 640, 0, 0, 910, 360, 0, 0, 0, 1, 0};
    private static final double[] RIGHT = {900, 0, 640, -90, 0, 910, 360, 0, 0, 0, 1, 0};

    private static final String K = """
           rows: 3
           cols: 3
           dt: d
           data: [ 900., 0., 640., 0., 9.1e+02, 360., 0., 0., 1. ]
        """;

    @TempDir
    private Path folder;

    @Test
    void yamlWithPosesAndProjections() throws IOException {
        assertLeftAndRight(read("rig.yaml", """
            cameras:
              - name: left
                video: left.mp4
                K: [[900, 0, 640], [0, 910, 360], [0, 0, 1]]
                R: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
                t: [0, 0, 0]
              - name: right
                P: [900, 0, 640, -90, 0, 910, 360, 0, 0, 0, 1, 0]
            """), "left", "right");
    }

    @Test
    void aVideoIsAPathBesideTheFileOrAnAddress() throws IOException {
        CameraRig rig = read("rig.yaml", """
            cameras:
              - {video: left.mp4, P: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]}
              - {video: 'rtsp://host/right', P: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]}
              - {P: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]}
            """);
        assertEquals(List.of(folder.resolve("left.mp4").toString(), "rtsp://host/right", ""),
                rig.cameras().stream().map(camera -> camera.picture().address()).toList());
    }

    @Test
    void jsonAsAList() throws IOException {
        assertLeftAndRight(read("rig.json", """
            [{"K": [[900,0,640],[0,910,360],[0,0,1]], "R": [[1,0,0],[0,1,0],[0,0,1]], "t": [0,0,0]},
             {"K": [[900,0,640],[0,910,360],[0,0,1]], "R": [[1,0,0],[0,1,0],[0,0,1]], "t": [-0.1,0,0]}]
            """), "0", "1");
    }

    @Test
    void npy() throws IOException {
        assertLeftAndRight(CameraFiles.read(npy(Shape.of(2, 3, 4), LEFT, RIGHT)), "0", "1");
    }

    @Test
    void openCvStereoAsYaml() throws IOException {
        CameraRig rig = read("stereo.yml", "%YAML:1.0\n---\nM1: !!opencv-matrix\n" + K
                + "D1: !!opencv-matrix\n   rows: 1\n   cols: 2\n   dt: d\n   data: [ 0.1, 0. ]\n"
                + "M2: !!opencv-matrix\n" + K
                + "R: !!opencv-matrix\n   rows: 3\n   cols: 3\n   dt: d\n"
                + "   data: [ 1., 0., 0., 0., 1., 0., 0., 0., 1. ]\n"
                + "T: !!opencv-matrix\n   rows: 3\n   cols: 1\n   dt: d\n   data: [ -.1, 0., 0. ]\n");
        assertLeftAndRight(rig, "M1", "M2");
        assertTrue(read("dist.yml", "%YAML:1.0\n---\ncamera_matrix_0: !!opencv-matrix\n" + K
                + "dist_0: !!opencv-matrix\n   rows: 1\n   cols: 1\n   dt: d\n   data: [ 0.1 ]\n"
                + "camera_pose_0: !!opencv-matrix\n   rows: 4\n   cols: 4\n   dt: f\n"
                + "   data: [ 1., 0., 0., 0., 0., 1., 0., 0., 0., 0., 1., 0., 0., 0., 0., 1. ]\n").remarks().getFirst()
                .contains("distortion"));
    }

    @Test
    void openCvRectifiedAsXml() throws IOException {
        assertLeftAndRight(read("extrinsics.xml", """
            <?xml version="1.0"?>
            <opencv_storage>
            <R type_id="opencv-matrix"><rows>3</rows><cols>3</cols><dt>d</dt>
              <data>1. 0. 0. 0. 1. 0. 0. 0. 1.</data></R>
            <P1 type_id="opencv-matrix"><rows>3</rows><cols>4</cols><dt>d</dt>
              <data>900. 0. 640. 0. 0. 910. 360. 0. 0. 0. 1. 0.</data></P1>
            <P2 type_id="opencv-matrix"><rows>3</rows><cols>4</cols><dt>d</dt>
              <data>900. 0. 640. -90. 0. 910. 360. 0. 0. 0. 1. 0.</data></P2>
            </opencv_storage>
            """), "P1", "P2");
    }

    /** As OpenCV 4 writes it with {@code WRITE_BASE64}. */
    @Test
    void openCvNumbersInBase64() throws IOException {
        String left = """
            MWQgICAgICAgICAgICAgICAgICAgICAgAAAAAACAhkAAAAAAAAAAAAAAADavBHdA
                  AAAAAAAAAAAAAAAAAAAAAAAAAAAAgIZAAAAADNTsbkAAAAAAAAAAAAAAAAAAAAAA
                  AAAAAAAAAAAAAAAAAADwPwAAAAAAAAAA
            """;
        String right = left.replace("AAAAAAAAAAAAAAAAAAAAAAAAAAAAgIZAAAAADNTs",
                "jHxT5Mf4VcAAAAAAAAAAAAAAAAAAgIZAAAAADNTs");
        double[] first = {720, 0, 368.2927761077881, 0, 0, 720, 247.4008846282959, 0, 0, 0, 1, 0};
        double[] second = first.clone();
        second[3] = -87.88720043328266;
        String yaml = """
            %%YAML:1.0
            ---
            P1: !!opencv-matrix
               rows: 3
               cols: 4
               dt: d
               data: !!binary |
                  %sP2: !!opencv-matrix
               rows: 3
               cols: 4
               dt: d
               data: !!binary |
                  %s""".formatted(left, right);
        String xml = "<opencv_storage>" + xml("P1", left) + xml("P2", right) + "</opencv_storage>";
        String json = "{" + json("P1", left) + "," + json("P2", right) + "}";
        for (Path file : List.of(text("b.yml", yaml), text("b.xml", xml), text("b.json", json),
                packed("b.yml.gz", yaml), packed("b.xml.gz", xml))) {
            List<Camera> cameras = CameraFiles.read(file).cameras();
            assertArrayEquals(first, cameras.getFirst().matrix().toArray(), file.toString());
            assertArrayEquals(second, cameras.get(1).matrix().toArray(), file.toString());
        }
        refused("no numbers in base64", text("short.yml", yaml.replace("MWQg", "MWQ=")));
        refused("no numbers in base64", text("type.yml", yaml.replace("MWQg", "MXEg")));
        byte[] cut = Files.readAllBytes(folder.resolve("b.yml.gz"));
        Path half = Files.write(folder.resolve("cut.yml.gz"), Arrays.copyOf(cut, cut.length / 2));
        refused("packed by gzip but damaged", half);
    }

    private static String xml(String name, String base64) {
        return "<" + name + " type_id=\"opencv-matrix\"><rows>3</rows><cols>4</cols><dt>d</dt>\n"
                + "<data type_id=\"binary\">\n  " + base64 + "</data></" + name + ">";
    }

    private static String json(String name, String base64) {
        return "\"" + name + "\": {\"type_id\": \"opencv-matrix\", \"rows\": 3, \"cols\": 4, \"dt\": \"d\","
                + " \"data\": \"$base64$" + base64.replaceAll("\\s", "") + "\"}";
    }

    private Path packed(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @Test
    void openCvCamerasInAListAsJson() throws IOException {
        String camera = """
            {"camera_matrix": {"type_id": "opencv-matrix", "rows": 3, "cols": 3, "dt": "d",
                "data": [900,0,640,0,910,360,0,0,1]},
             "rvec": {"type_id": "opencv-matrix", "rows": 3, "cols": 1, "dt": "d", "data": [0,0,0]},
             "tvec": {"type_id": "opencv-matrix", "rows": 3, "cols": 1, "dt": "d", "data": [%s,0,0]}}""";
        assertLeftAndRight(read("rig.json",
                "{\"cameras\": [" + camera.formatted("0") + "," + camera.formatted("-0.1") + "]}"),
                "cameras/0/camera_matrix", "cameras/1/camera_matrix");
    }

    @Test
    void openCvViewsOfOneCamera() throws IOException {
        CameraRig rig = read("calibration.yml", "%YAML:1.0\n---\ncamera_matrix: !!opencv-matrix\n" + K
                + "extrinsic_parameters: !!opencv-matrix\n   rows: 2\n   cols: 6\n   dt: d\n"
                + "   data: [ 0., 0., 0., -.1, 0., 0., 0., 0., " + Math.PI / 2 + ", 1., 2., 3. ]\n");
        assertArrayEquals(RIGHT, rig.cameras().getFirst().matrix().toArray(), 1e-9);
        double[] turned = rig.cameras().get(1).matrix().project(1, 0, 0, 1);
        assertArrayEquals(new double[]{900 * 1 + 640 * 3, 910 * 3 + 360 * 3, 3}, turned, 1e-9);
    }

    @Test
    void refusalsNameThePlace() throws IOException {
        refused("shape (2, 12)", npy(Shape.of(2, 12), LEFT, RIGHT));
        refused("shape (0, 3, 4)", npy(Shape.of(0, 3, 4)));
        double[] broken = RIGHT.clone();
        broken[7] = Double.NaN;
        refused("camera 1: P[1][3] is NaN", npy(Shape.of(2, 3, 4), LEFT, broken));
        refused("does not exist", folder.resolve("missing.npy"));
        refused(":2: 't' is missing",
                text("a.yaml", "cameras:\n- K: [1,0,0,0,1,0,0,0,1]\n  R: [1,0,0,0,1,0,0,0,1]\n"));
        refused(":2: no key of a camera is called 'k': there are name", text("b.yaml", "cameras:\n- k: []\n"));
        refused("R has 4 numbers, but 3×3 = 9 are needed",
                text("c.yaml", "- K: [1,0,0,0,1,0,0,0,1]\n  R: [1,0,0,1]\n  t: [0,0,0]\n"));
        refused("'.nan' in t is no finite number",
                text("d.yaml", "- K: [1,0,0,0,1,0,0,0,1]\n  R: [1,0,0,0,1,0,0,0,1]\n  t: [0,.nan,0]\n"));
        refused("holds no cameras", text("e.yaml", "answer: 42\n"));
        refused("holds no cameras", text("f.yaml", ""));
        refused(":2: not YAML", text("g.yaml", "cameras: [\n"));
        refused("holds no cameras with poses", text("h.yml", "%YAML:1.0\n---\ncamera_matrix: !!opencv-matrix\n" + K));
        refused("has 2 numbers", text("i.yml",
                "%YAML:1.0\n---\nM1: !!opencv-matrix\n   rows: 3\n   cols: 3\n   dt: d\n   data: [ 1., 2. ]\n"));
        refused(":2: not XML", text("j.xml", "<opencv_storage>\n<P1></opencv_storage>"));
        refused("is no COLMAP model", folder);
        Files.write(folder.resolve("k.bin"), new byte[]{(byte) 0xff, 0, 1});
        refused("no cameras that can be read", folder.resolve("k.bin"));
    }

    private CameraRig read(String name, String text) throws IOException {
        return CameraFiles.read(text(name, text));
    }

    private Path text(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path npy(Shape shape, double[]... matrices) throws IOException {
        Path file = folder.resolve("cameras.npy");
        try (NpyWriter writer = new NpyWriter(file, ElementType.FLOAT64, shape)) {
            for (double[] matrix : matrices) {
                writer.write(MemorySegment.ofArray(matrix));
            }
            writer.finish();
        }
        return file;
    }

    private static void refused(String named, Path file) {
        IOException refusal = assertThrows(IOException.class, () -> CameraFiles.read(file));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains(named), message);
        assertTrue(message.contains(file.toString()), message);
    }

    private static void assertLeftAndRight(CameraRig rig, String... names) {
        assertEquals(List.of(names), rig.cameras().stream().map(Camera::name).toList());
        assertArrayEquals(LEFT, rig.cameras().get(0).matrix().toArray(), 1e-9);
        assertArrayEquals(RIGHT, rig.cameras().get(1).matrix().toArray(), 1e-9);
    }
}
