package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.array.ElementType;
import io.github.slitstream.array.NpyWriter;
import io.github.slitstream.array.Shape;
import io.github.slitstream.effect.DelayMask;
import io.github.slitstream.media.MediaSinks;
import io.github.slitstream.media.MediaSources;
import io.github.slitstream.media.OpenCvFlow;
import io.github.slitstream.media.OpenCvResizer;
import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.rig.RigSources;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that can be wrong: one line that names it, the right exit code, and nothing lost. */
class FailuresTest {
    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();
    private final StringWriter answers = new StringWriter();

    @Test
    void aVideoWithoutBytes() throws IOException {
        Files.createFile(folder.resolve("zero.mp4"));
        fails(1, "zero.mp4 is empty", "render", path("zero.mp4"), "-o", path("out.mp4"));
    }

    @Test
    void aVideoOfRubbish() throws IOException {
        byte[] rubbish = new byte[5_000];
        new Random(3).nextBytes(rubbish);
        Files.write(folder.resolve("bad.mp4"), rubbish);
        fails(1, "bad.mp4", "render", path("bad.mp4"), "-o", path("out.mp4"));
    }

    @Test
    void aVideoThatWasCutOffIsRenderedAsFarAsItGoes() throws IOException {
        assertEquals(0, run("render", "demo:", "-o", path("whole.mkv"), "--duration", "4"), errors.toString());
        byte[] whole = Files.readAllBytes(folder.resolve("whole.mkv"));
        Files.write(folder.resolve("cut.mkv"), Arrays.copyOf(whole, whole.length / 3));
        assertEquals(0, run("render", path("cut.mkv"), "-o", path("part.mp4")), errors.toString());
        assertTrue(
                errors.toString().matches("slitstream: cut.mkv ends after [01]\\.\\d\\d s, .* sooner than it says\n"),
                errors.toString());
        assertTrue(Files.size(folder.resolve("part.mp4")) > 0);
    }

    @Test
    void aPresetWithATypo() throws IOException {
        Files.writeString(folder.resolve("typo.yaml"), """
            slitstream: 1
            name: Typo
            effects:
              - effect: time-displacement
                patern: radial
            """);
        fails(1, "typo.yaml:5", "render", "demo:", "-o", path("out.mp4"), "--preset", path("typo.yaml"));
        assertTrue(errors.toString().contains("did you mean 'pattern'?"), errors.toString());
    }

    @ParameterizedTest
    @CsvSource({"preset, deep.yaml:3", "cameras, deep.yaml:2", "matrix, deep.json:1", "video, deep.yaml:1",
        "storage.yaml, deep.yml:3", "storage.json, deep.json:1", "storage.xml, deep.xml:2"})
    void aFileOfEndlessNesting(String kind, String place) throws IOException {
        String file = place.substring(0, place.indexOf(':'));
        String deep = "[".repeat(100_000);
        String text = switch (kind) {
            case "preset" -> "slitstream: 1\nname: Deep\neffects: " + deep;
            case "cameras" -> "cameras:\n  - P: " + deep;
            case "storage.yaml" -> "%YAML:1.0\n---\nP: !!opencv-matrix {data: " + deep;
            case "storage.json" -> "{\"type_id\": \"opencv-matrix\", \"data\": " + deep;
            case "storage.xml" -> "<?xml version=\"1.0\"?>\n<opencv_storage>" + "<_>".repeat(100_000);
            default -> deep;
        };
        Files.writeString(folder.resolve(file), text);
        fails(1, place, reading(kind, path(file)));
        assertTrue(errors.toString().contains("more than 64 deep"), errors.toString());
    }

    private String[] reading(String kind, String file) {
        return switch (kind) {
            case "preset" -> new String[]{"render", "demo:", "-o", path("out.mp4"), "--preset", file};
            case "matrix" -> new String[]{"render", "demo:", "-o", path("out.mp4"), "--effect",
                "homography:matrix-file=" + file};
            case "video" -> new String[]{"render", "rig:" + file, "-o", path("out.mp4")};
            default -> new String[]{"rig", "fundamental", file, "-o", path("out.npy")};
        };
    }

    @Test
    void aFileWhoseAliasesStandForMoreThanAnythingCanHold() throws IOException {
        StringBuilder text = new StringBuilder("a0: &a0 [1, 1]\n");
        for (int i = 1; i < 60; i++) {
            text.append(String.format(Locale.ROOT, "a%d: &a%d [*a%d, *a%d]%n", i, i, i - 1, i - 1));
        }
        Files.writeString(folder.resolve("many.yaml"), text);
        fails(1, "more than 1000000 values", "render", "demo:", "-o", path("out.mp4"), "--effect",
                "homography:matrix-file=" + path("many.yaml"));
    }

    @Test
    void aFileThatContainsItself() throws IOException {
        Files.writeString(folder.resolve("self.yaml"), "cameras: &all\n  - P: *all\n");
        fails(1, "self.yaml:2: '*all'", "rig", "fundamental", path("self.yaml"), "-o", path("out.npy"));
    }

    @Test
    void anUnknownPresetNamesThoseThereAre() throws IOException {
        fails(1, "time-tunnel", "render", "demo:", "-o", path("out.mp4"), "--preset", "tunnel");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        2~--effect is of 'slitstream render'~--effect flip demo:
        2~--set flip.vertical is given twice, as 'true' and as 'false': leave one out~render demo:16x16 -o out.mp4 \
        --effect flip --set flip.vertical=true --set flip.vertical=false
        1~the demo is 0×0: each side must be 1 … 16384 pixels; give it another size~render demo:0x0 -o out.mp4
        1~a%d.mp4 has a place for a number, but a MP4 holds all pictures in one file~render demo:16x16 -o a%d.mp4
        1~new/ is a folder; name a file in it~render demo:16x16 -o new/
        2~no parameter is called 'mask': 'slitstream effects' and~render demo:16x16 -o out.mp4 --effect \
        time-displacement:mask=far
        2~of mask=off, which takes nothing of its own; write mask=near instead of mask=off~render demo:16x16 -o \
        out.mp4 --effect flip:mask-amount=0.5
        2~write line=on instead of line=off, or leave line-width out~render demo:16x16 -o out.mp4 --effect \
        time-displacement:pattern=scan,line-width=2
        1~video camera:nowhere cannot be played: ~render demo:16x16 -o out.mp4 --frames 2 --effect \
        time-displacement:pattern=video,video=camera:nowhere
        1~'text.mp4', line 1: 'words' is none of its keywords; file takes a path (cube) or one of~render demo:16x16 -o \
        out.mp4 --effect lut:file=text.mp4
        """)
    void whatWasMeantOtherwiseIsToldTheWayOut(int exitCode, String named, String words) throws IOException {
        Path text = Files.writeString(folder.resolve("text.mp4"), "words and more");
        fails(exitCode, named.replace("'text.mp4'", "'" + text + "'"), Stream.of(words.split(" +"))
                .map(word -> word.replace("text.mp4", text.toString()).replaceFirst("^(out.mp4|a%d.mp4|new/)$",
                        folder.toString().replace('\\', '/') + "/$1"))
                .toArray(String[]::new));
    }

    @Test
    void percentSignsAndMasksThatMissSomething() {
        assertEquals(0, run("render", "demo:16x16", "-o", path("50%%.mp4"), "--frames", "2", "--effect",
                "pixelate:mask=far"), errors.toString());
        assertTrue(Files.exists(folder.resolve("50%.mp4")));
        assertEquals("slitstream: pixelate: " + DelayMask.NO_MAP + "\n", errors.toString());
    }

    @Test
    void aFolderThatIsAFile() throws IOException {
        Files.writeString(folder.resolve("file"), "kept");
        fails(1, "file/out.mp4", "render", "demo:", "-o", path("file/out.mp4"));
        assertEquals("kept", Files.readString(folder.resolve("file")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"time-displacement:pattern=spirale|smooth-noise",
        "time-displacement:depth=-3000|depth",
        "colour:hue=400|hue", "flip:horizontal=perhaps|true or false", "time-displacement:pattern|key=value"})
    void anEffectThatIsNotSo(String effect, String named) throws IOException {
        fails(2, named, "render", "demo:", "-o", path("out.mp4"), "--effect", effect);
    }

    @Test
    void aPatternPictureThatIsNotThere() throws IOException {
        fails(1, "missing.png", "render", "demo:", "-o", path("out.mp4"), "--effect",
                "time-displacement:pattern=picture,file=" + path("missing.png"));
    }

    @Test
    void moreMemoryThanThereIs() throws IOException {
        ImageIO.write(new BufferedImage(6_000, 6_000, BufferedImage.TYPE_BYTE_GRAY), "png",
                folder.resolve("huge.png").toFile());
        fails(1, "keep fewer frames", "render", path("huge.png"), "-o", path("out.png"), "--ring", "2000");
    }

    @Test
    void anInputThatIsTheOutput() throws IOException {
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", folder.resolve("a.png").toFile());
        byte[] before = Files.readAllBytes(folder.resolve("a.png"));
        assertEquals(1, run("render", path("a.png"), "-o", path("a.png")));
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("a.png")));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "8001,3"})
    void unusualSizesGoThrough(int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(width - 1, height - 1, 0x123456);
        ImageIO.write(picture, "png", folder.resolve("in.png").toFile());
        assertEquals(0, run("render", path("in.png"), "-o", path("out.png"), "--effect", "time-displacement"),
                errors.toString());
        BufferedImage out = ImageIO.read(folder.resolve("out.png").toFile());
        assertEquals(width, out.getWidth());
        assertEquals(0x123456, out.getRGB(width - 1, height - 1) & 0xffffff);
        assertEquals(0, run("render", path("in.png"), "-o", path("out.mp4"), "--frames", "2"), errors.toString());
    }

    @ParameterizedTest
    @CsvSource({"im2col, --kernel=3x3 --pad=1000000, GB are free there",
        "im2col, --kernel=3x3 --pad=1048576, it takes 0 … 1048575",
        "im2col, --kernel=40000x40000 --pad=1000000, take a smaller kernel",
        "im2col, --kernel=60000x60000 --pad=1000000, take a smaller kernel"})
    void anArrayThatNoDiskHasRoomFor(String tool, String options, String named) throws IOException {
        try (NpyWriter writer = new NpyWriter(folder.resolve("in.npy"), ElementType.FLOAT32, Shape.of(100, 1, 2, 2))) {
            writer.write(MemorySegment.ofArray(new float[400]));
            writer.finish();
        }
        List<String> arguments = new ArrayList<>(List.of("lab", tool, path("in.npy"), "-o", path("out.npy")));
        arguments.addAll(List.of(options.split(" ")));
        fails(1, named, arguments.toArray(new String[0]));
    }

    @Test
    void withoutDisplayTheDemoIsRenderedBesideWhatIsThere() throws IOException {
        Files.writeString(folder.resolve("slitstream-demo.mp4"), "kept");
        assertEquals(0, run(), errors.toString());
        assertEquals("kept", Files.readString(folder.resolve("slitstream-demo.mp4")));
        assertTrue(Files.size(folder.resolve("slitstream-demo-2.mp4")) > 100_000);
        assertTrue(errors.toString().contains("there is no display"), errors.toString());
        assertTrue(answers.toString().contains("slitstream-demo-2.mp4"), answers.toString());
    }

    @Test
    void withoutDisplayAnInputIsNotSilentlyLeftOut() throws IOException {
        fails(1, "slitstream render clip.mp4", "clip.mp4");
    }

    @Test
    void aMissingLibraryOfTheWindowIsNamed() {
        Display bare = new Display(true, Map.of("DISPLAY", ":0"), library -> !library.contains("gtk"), () -> true);
        assertTrue(bare.obstacle().orElse("").contains("apt install libgtk-3-0"), bare.obstacle().toString());
    }

    private void fails(int exitCode, String named, String... arguments) throws IOException {
        assertEquals(exitCode, run(arguments), errors.toString());
        assertEquals(1, errors.toString().lines().count(), errors.toString());
        assertTrue(errors.toString().startsWith("slitstream: "), errors.toString());
        assertTrue(errors.toString().contains(named), errors.toString());
        assertFalse(Files.exists(folder.resolve("out.mp4")));
        try (Stream<Path> left = Files.list(folder)) {
            assertTrue(left.noneMatch(file -> String.valueOf(file.getFileName()).startsWith(".")),
                    "half a file was left");
        }
    }

    private int run(String... arguments) {
        Display none = new Display(true, Map.of(), library -> true, () -> true);
        CommandEnvironment environment = new CommandEnvironment(new RigSources(new MediaSources()), new MediaSinks(),
                OpenCvResizer::new,
                OpenCvFlow::new, new PresetStore(folder.resolve("presets")), none, folder, () -> false);
        return Main.run(environment, new PrintWriter(answers, true), new PrintWriter(errors, true), arguments);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
