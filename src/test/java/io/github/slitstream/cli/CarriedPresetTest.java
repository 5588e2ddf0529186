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
import org.junit.jupiter.params.provider.ValueSource;

/** What was rendered with a preset stands for it. */
class CarriedPresetTest {
    private static final String[] LOOK = {"--effect", "channel-rotation:angle=33,pair=gb", "--effect", "flip:"};

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void writeInput() throws IOException {
        Random random = new Random(11);
        BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < 48 * 32; at++) {
            image.setRGB(at % 48, at / 48, random.nextInt());
        }
        ImageIO.write(image, "png", folder.resolve("in.png").toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"made.png", "made.jpg.png", "made.mp4", "made.mov", "made.mkv"})
    void aRenderWithWhatAnotherMadeIsTheSame(String made) throws IOException {
        assertEquals(0, render("want.png", LOOK), errors.toString());
        assertEquals(0, render(made, LOOK), errors.toString());
        assertEquals(0, render("got.png", "--preset", folder.resolve(made).toString()), errors.toString());
        assertArrayEquals(bytes("want.png"), bytes("got.png"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"copy.png", "copy.mp4"})
    void aCopyCarriesNone(String copy) throws IOException {
        assertEquals(0, render(copy), errors.toString());
        assertEquals(1, render("out.png", "--preset", folder.resolve(copy).toString()));
        assertEquals(1, errors.toString().lines().count(), errors.toString());
        assertTrue(errors.toString().contains(copy + " carries no preset"), errors.toString());
        assertFalse(Files.exists(folder.resolve("out.png")));
    }

    @Test
    void aDamagedPresetIsOneLine() throws IOException {
        assertEquals(0, render("made.png", LOOK), errors.toString());
        byte[] damaged = bytes("made.png");
        damaged[90] ^= 1;
        Files.write(folder.resolve("made.png"), damaged);
        assertEquals(1, render("out.png", "--preset", folder.resolve("made.png").toString()));
        assertEquals(1, errors.toString().lines().count(), errors.toString());
        assertTrue(errors.toString().contains("made.png: the preset in this picture is damaged"), errors.toString());
    }

    private byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    private int render(String output, String... options) {
        String[] all = new String[options.length + 4];
        all[0] = "render";
        all[1] = folder.resolve("in.png").toString();
        all[2] = "-o";
        all[3] = folder.resolve(output).toString();
        System.arraycopy(options, 0, all, 4, options.length);
        return Main.run(CommandEnvironment.ofThisMachine(), new PrintWriter(new StringWriter()),
                new PrintWriter(errors, true), all);
    }
}
