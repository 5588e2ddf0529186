package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an output is called, it takes the place of nothing that is read for it. */
@DisabledOnOs(OS.WINDOWS) // where links want permission
class OverwritingTest {
    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void writeSources() throws IOException {
        Files.createDirectories(folder.resolve("f"));
        for (int number = 3; number < 6; number++) {
            picture(folder.resolve("f/0000" + number + ".png"), number);
        }
        picture(folder.resolve("left.png"), 50);
        picture(folder.resolve("right.png"), 60);
        Files.writeString(folder.resolve("rig.yaml"), "cameras:\n  - video: left.png\n  - video: right.png\n");
        Files.writeString(folder.resolve("look.png"), "slitstream: 1\nname: Look\n");
        Files.createSymbolicLink(folder.resolve("soft.png"), Path.of("left.png"));
        Files.createSymbolicLink(folder.resolve("g"), Path.of("f"));
        Files.createLink(folder.resolve("hard.png"), folder.resolve("left.png"));
        Files.createDirectories(folder.resolve("h"));
        Files.createLink(folder.resolve("h/00001.png"), folder.resolve("f/00004.png"));
    }

    @ParameterizedTest
    @CsvSource({"left.png,left.png", "left.png,./left.png", "left.png,f/../left.png", "left.png,soft.png",
        "soft.png,left.png", "left.png,hard.png", "rig:rig.yaml,left.png", "rig:rig.yaml,right.png",
        "rig:rig.yaml,soft.png", "f/%05d.png,f/%05d.png", "f/%05d.png,./f/%05d.png", "f/%05d.png,g/%05d.png",
        "f/00003.png,f/%05d.png", "f/%05d.png,f/00004.png", "f/%05d.png,h/%05d.png",
        "h/00001.png,g/00004.png"})
    void anOutputThatIsReadIsRefused(String input, String output) throws IOException {
        refuses("render", at(input), "-o", at(output));
    }

    @Test
    void soIsThePictureOfAPattern() throws IOException {
        refuses("render", at("right.png"), "-o", at("left.png"), "--effect",
                "time-displacement:pattern=picture,file=" + at("soft.png"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f/%05d.png", "g", "f/00004.png"})
    void soAreThePicturesOfAMapThatMoves(String map) throws IOException {
        refuses("render", at("right.png"), "-o", at("f/%05d.png"), "--effect",
                "time-displacement:pattern=video,video=" + at(map));
    }

    /** A list of videos, and the address of one as browsers write it. */
    @Test
    void soIsWhatAListOrAnAddressNames() throws IOException {
        for (String name : List.of("one.mkv", "a video.mkv")) {
            assertEquals(0, run("render", at("left.png"), "-o", at(name)), errors.toString());
        }
        Files.writeString(folder.resolve("all.ffconcat"), "ffconcat version 1.0\nfile one.mkv\nfile 'two.mkv'\n");
        Files.createSymbolicLink(folder.resolve("two.mkv"), Path.of("a video.mkv"));
        refuses("render", at("all.ffconcat"), "-o", at("one.mkv"));
        errors.getBuffer().setLength(0);
        refuses("render", at("all.ffconcat"), "-o", at("a video.mkv"));
        errors.getBuffer().setLength(0);
        refuses("render", folder.resolve("a video.mkv").toUri().toString(), "-o", at("a video.mkv"));
        errors.getBuffer().setLength(0);
        refuses("render", "file://" + at("a video.mkv"), "-o", at("a video.mkv"));
    }

    @Test
    void soIsThePreset() throws IOException {
        refuses("render", at("right.png"), "-o", at("look.png"), "--preset", at("look.png"));
    }

    @Test
    void anotherOutputIsWritten() throws IOException {
        Map<String, List<Byte>> before = contents();
        assertEquals(0, run("render", at("f/%05d.png"), "-o", at("f/out%05d.png")), errors.toString());
        assertEquals(0, run("render", at("rig:rig.yaml"), "-o", at("out.png")), errors.toString());
        Map<String, List<Byte>> after = contents();
        before.forEach((name, bytes) -> assertEquals(bytes, after.get(name), name));
        assertEquals(before.size() + 4, after.size());
    }

    private String at(String path) {
        return path.startsWith("rig:") ? "rig:" + folder.resolve(path.substring(4)) : folder + "/" + path;
    }

    private void refuses(String... command) throws IOException {
        Map<String, List<Byte>> before = contents();
        assertEquals(1, run(command), errors.toString());
        assertEquals(1, errors.toString().lines().count(), errors.toString());
        assertTrue(errors.toString().contains("is read itself and would be replaced"), errors.toString());
        assertEquals(before, contents());
    }

    private Map<String, List<Byte>> contents() throws IOException {
        Map<String, List<Byte>> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                Byte[] boxed = new Byte[bytes.length];
                for (int i = 0; i < bytes.length; i++) {
                    boxed[i] = bytes[i];
                }
                contents.put(file.toString(), List.of(boxed));
            }
        }
        return contents;
    }

    private int run(String... arguments) {
        return Main.run(CommandEnvironment.ofThisMachine(), new PrintWriter(new StringWriter()),
                new PrintWriter(errors, true), arguments);
    }

    private static void picture(Path file, int level) throws IOException {
        BufferedImage image = new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, 0x010101 * level);
        ImageIO.write(image, "png", file.toFile());
    }
}
