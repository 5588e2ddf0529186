package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.array.NpyArray;
import io.github.slitstream.array.Shape;
import io.github.slitstream.media.MediaSinks;
import io.github.slitstream.media.MediaSources;
import io.github.slitstream.media.OpenCvFlow;
import io.github.slitstream.media.OpenCvResizer;
import io.github.slitstream.preset.PresetStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code slitstream rig} from its command line to its files. */
class RigTest {
    /** Side by side, 1 apart along x, looking along z: a point's line in the other picture is its own row. */
    private static final String CAMERAS = """
        cameras:
          - P: [1, 0, 0, 0,  0, 1, 0, 0,  0, 0, 1, 0]
          - P: [1, 0, 0, -1,  0, 1, 0, 0,  0, 0, 1, 0]
          - P: [2, 0, 0, 0,  0, 2, 0, 0,  0, 0, 1, 0]
        """;

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();
    private final StringWriter answers = new StringWriter();

    @BeforeEach
    void writeCameras() throws IOException {
        Files.writeString(folder.resolve("rig.yaml"), CAMERAS);
    }

    @Test
    void allPairs() throws IOException {
        assertEquals(0, run("rig", "fundamental", path("rig.yaml"), "-o", path("F.npy")), errors.toString());
        double[] all = read("F.npy", Shape.of(3, 3, 3, 3));
        assertArrayEquals(new double[]{0, 0, 0, 0, 0, -1, 0, 1, 0}, matrix(all, 1), 0, "rows are lines");
        assertArrayEquals(new double[9], matrix(all, 2), 0, "cameras 0 and 2 have one centre");
        assertArrayEquals(new double[9], matrix(all, 4), 0, "a camera and itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa-IR-u-nu-arabext", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"})
    void digitsAreThoseOfScriptsInEveryLocale(String tag) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertEquals(0, run("rig", "check", path("rig.yaml")), errors.toString());
        } finally {
            Locale.setDefault(before);
        }
        assertTrue(answers.toString().contains("3 cameras, 3 pairs: 0 without a centre, 1 of one centre"),
                answers.toString());
    }

    @Test
    void theUpperHalfChosenPairsAndFloats() throws IOException {
        Files.writeString(folder.resolve("pairs.txt"), "1 0\n");
        assertEquals(0, run("rig", "fundamental", path("rig.yaml"), "-o", path("U.npy"), "--upper", "--float32"),
                errors.toString());
        assertEquals(0, run("rig", "fundamental", path("rig.yaml"), "-o", path("C.npy"), "--pairs", path("pairs.txt")),
                errors.toString());
        assertArrayEquals(new double[]{0, 0, 0, 0, 0, -1, 0, 1, 0}, matrix(read("U.npy", Shape.of(3, 3, 3)), 0), 0);
        assertArrayEquals(new double[]{0, 0, 0, 0, 0, 1, 0, -1, 0}, matrix(read("C.npy", Shape.of(1, 3, 3)), 0), 0);
    }

    @Test
    void checkNamesPairsOfOneCentreAndCamerasWithout() throws IOException {
        Files.writeString(folder.resolve("rig.yaml"), CAMERAS
                + "  - {name: flat, P: [1, 0, 0, 0,  2, 0, 0, 0,  0, 0, 1, 0]}\n");
        assertEquals(0, run("rig", "check", path("rig.yaml")), errors.toString());
        assertEquals("""
            no centre: 3 (flat)
            same centre, F = 0: 0 and 2
            4 cameras, 6 pairs: 1 without a centre, 1 of one centre
            """, answers.toString());
        answers.getBuffer().setLength(0);
        assertEquals(0, run("rig", "check", path("rig.yaml"), "--list", "0"), errors.toString());
        assertEquals("4 cameras, 6 pairs: 1 without a centre, 1 of one centre (not all are listed)\n",
                answers.toString());
        assertEquals(2, run("rig", "check", path("rig.yaml"), "--epsilon", "0"));
    }

    @Test
    void whatIsWrongIsOneLine() throws IOException {
        Files.writeString(folder.resolve("F.npy"), "kept");
        Files.writeString(folder.resolve("far.txt"), "0 1\n0 3\n");
        Files.writeString(folder.resolve("words.txt"), "left right\n");
        Files.writeString(folder.resolve("three.txt"), "0 1 2\n");
        fails(1, "far.txt:2: '3' is no camera; the cameras are numbered 0 … 2", "--pairs", path("far.txt"));
        fails(1, "words.txt:1: 'left' is no camera", "--pairs", path("words.txt"));
        fails(1, "three.txt:1: '0 1 2' is no pair", "--pairs", path("three.txt"));
        fails(2, "--upper and --pairs both choose pairs", "--upper", "--pairs", path("far.txt"));
        assertEquals("kept", Files.readString(folder.resolve("F.npy")));
        assertEquals(1, run("rig", "fundamental", path("rig.yaml"), "-o", path("missing/F.npy")));
        assertEquals(2, run("rig"));
    }

    @Test
    void whatWasLeftOutIsTold() throws IOException {
        Files.writeString(folder.resolve("cameras.txt"), "1 RADIAL 640 480 500 320 240 0.1 0\n");
        Files.writeString(folder.resolve("images.txt"), "1 1 0 0 0 0 0 0 1 a.jpg\n\n2 1 0 0 0 -1 0 0 1 b.jpg\n\n");
        assertEquals(0, run("rig", "fundamental", folder.toString(), "-o", path("F.npy")));
        assertTrue(errors.toString().contains("lens distortion (RADIAL) is left out"), errors.toString());
        assertFalse(errors.toString().contains("▕"), "nobody watches, so there is no progress bar");
        assertEquals(4 * 9, read("F.npy", Shape.of(2, 2, 3, 3)).length);
    }

    private void fails(int exitCode, String named, String... options) {
        errors.getBuffer().setLength(0);
        String[] arguments = new String[options.length + 5];
        System.arraycopy(new String[]{"rig", "fundamental", path("rig.yaml"), "-o", path("F.npy")}, 0, arguments, 0, 5);
        System.arraycopy(options, 0, arguments, 5, options.length);
        assertEquals(exitCode, run(arguments), errors.toString());
        assertEquals(1, errors.toString().lines().count(), errors.toString());
        assertTrue(errors.toString().contains(named), errors.toString());
    }

    private int run(String... arguments) {
        Display none = new Display(true, Map.of(), library -> true, () -> true);
        CommandEnvironment environment = new CommandEnvironment(new MediaSources(), new MediaSinks(),
                OpenCvResizer::new,
                OpenCvFlow::new, new PresetStore(folder.resolve("presets")), none, folder, () -> false);
        return Main.run(environment, new PrintWriter(answers, true), new PrintWriter(errors, true), arguments);
    }

    private double[] read(String name, Shape shape) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            NpyArray array = NpyArray.open(folder.resolve(name), arena);
            assertEquals(shape, array.shape());
            return array.toDoubles();
        }
    }

    private static double[] matrix(double[] all, int pair) {
        double[] matrix = new double[9];
        for (int i = 0; i < 9; i++) {
            matrix[i] = all[9 * pair + i] + 0.0; // −0 becomes 0
        }
        return matrix;
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
