package io.github.slitstream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.media.Cues;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slices through time and loops, from numbered pictures of noise, pixel by pixel. */
class RenderTimeTest {
    private static final int WIDTH = 21;
    private static final int HEIGHT = 13;

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    @ParameterizedTest
    @CsvSource({"x-t, 0", "x-t, 0.5", "y-t, 0.25", "y-t, 1"})
    void aSliceKeepsOneLineOfEveryPicture(String kind, double at) throws IOException {
        BufferedImage[] input = writeNoise(9);
        assertEquals(0, render("slice.png", "--slice", kind, "--slice-at", String.valueOf(at), "--effect", "flip:"),
                errors.toString());
        BufferedImage slice = read("slice.png");
        assertEquals(0, render("flipped%03d.png", "--effect", "flip:"), errors.toString());
        boolean rows = kind.equals("x-t");
        assertEquals(rows ? WIDTH : input.length, slice.getWidth());
        assertEquals(rows ? input.length : HEIGHT, slice.getHeight());
        int line = (int) Math.round(at * ((rows ? HEIGHT : WIDTH) - 1));
        for (int t = 0; t < input.length; t++) {
            BufferedImage picture = read(String.format("flipped%03d.png", t + 1));
            for (int i = 0; i < (rows ? WIDTH : HEIGHT); i++) {
                int expected = rows ? picture.getRGB(i, line) : picture.getRGB(line, i);
                assertEquals(expected, rows ? slice.getRGB(i, t) : slice.getRGB(t, i), "frame " + t + ", " + i);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"--slice, z-t, x-t", "--slice-at, 1.5, 0 … 1",
        "--slice-at, 0.3, --slice x-t", "--loop, soon, exact", "--loop, 0, exact",
        "--loop, -1, exact", "--loop, NaN, exact", "--ends, open, 'hold, mirror or wrap'",
        "--effect, time-displacement:depth=-2001, -2000 … 2000", "--effect, time-displacement:ahead=-1, 0 … 1999"})
    void wrongUsageIsOneLine(String option, String value, String named) throws IOException {
        writeNoise(1);
        assertEquals(2, render("out.png", option, value));
        assertEquals(1, errors.toString().lines().count(), errors.toString());
        assertTrue(errors.toString().contains(named), errors.toString());
    }

    @Test
    void aSliceIsNoVideo() throws IOException {
        writeNoise(2);
        assertEquals(1, render("out.mp4", "--slice", "y-t"));
        assertEquals(1, errors.toString().lines().count(), errors.toString());
        assertFalse(Files.exists(folder.resolve("out.mp4")));
    }

    /** Frame t shows, where it looks v frames back, frame t − v of a film that never ended. */
    @ParameterizedTest
    @CsvSource({"9, 4, ", "4, 9, ", "9, 4, 3", "3, 12, 5"})
    void anExactLoopLooksBackAroundItsEnd(int frames, int ring, Integer limit) throws IOException {
        BufferedImage[] input = writeNoise(frames);
        List<String> options = new ArrayList<>(List.of("--loop", "exact", "--ring", String.valueOf(ring), "--effect",
                "time-displacement:pattern=linear,angle=90,interpolation=nearest"));
        if (limit != null) {
            options.addAll(List.of("--frames", limit.toString()));
        }
        assertEquals(0, render("out%03d.png", options.toArray(String[]::new)), errors.toString());
        int count = limit == null ? frames : Math.min(limit, frames);
        for (int t = 0; t < count; t++) {
            BufferedImage picture = read(String.format("out%03d.png", t + 1));
            for (int row = 0; row < HEIGHT; row++) {
                double exact = (ring - 1) * row / (HEIGHT - 1.0);
                if (Math.abs(exact - Math.floor(exact) - 0.5) < 0.01) {
                    continue; // either neighbour is as near
                }
                BufferedImage seen = input[Math.floorMod(t - Math.round(exact), count)];
                for (int column = 0; column < WIDTH; column++) {
                    assertEquals(seen.getRGB(column, row), picture.getRGB(column, row), t + ": " + column + "," + row);
                }
            }
        }
        assertFalse(Files.exists(folder.resolve(String.format("out%03d.png", count + 1))));
    }

    /** Frame t shows, where it looks v frames ahead, frame t + v, and beyond the last what the ends say. */
    @ParameterizedTest
    @CsvSource({"9, 4, hold, false", "9, 4, mirror, true", "9, 4, wrap, false", "4, 9, mirror, false",
        "3, 12, wrap, true",
        "1, 5, mirror, false", "5, 4, hold, true"})
    void aDepthBelowZeroLooksAhead(int frames, int ring, String ends, boolean isSecond) throws IOException {
        BufferedImage[] input = writeNoise(frames);
        List<String> options = new ArrayList<>(List.of("--ends", ends, "--ring", String.valueOf(ring)));
        if (isSecond) {
            options.addAll(List.of("--effect", "flip:", "--effect", "flip:"));
        }
        options.addAll(List.of("--effect",
                "time-displacement:pattern=linear,angle=90,interpolation=nearest,depth=-" + (ring - 1)));
        assertEquals(0, render("out%03d.png", options.toArray(String[]::new)), errors.toString());
        for (int t = 0; t < frames; t++) {
            BufferedImage picture = read(String.format("out%03d.png", t + 1));
            for (int row = 0; row < HEIGHT; row++) {
                double exact = (ring - 2) * row / (HEIGHT - 1.0);
                if (Math.abs(exact - Math.floor(exact) - 0.5) < 0.01) {
                    continue; // either neighbour is as near
                }
                BufferedImage seen = input[atEnds(t + (int) Math.round(exact), frames, ends)];
                for (int column = 0; column < WIDTH; column++) {
                    assertEquals(seen.getRGB(column, row), picture.getRGB(column, row), t + ": " + column + "," + row);
                }
            }
        }
        assertFalse(Files.exists(folder.resolve(String.format("out%03d.png", frames + 1))));
    }

    /** Walks so many frames on from the first. */
    private static int atEnds(int steps, int frames, String ends) {
        int at = 0;
        int direction = 1;
        for (int i = 0; i < steps && frames > 1; i++) {
            boolean isEnd = at + direction < 0 || at + direction >= frames;
            switch (ends) {
                case "wrap" -> at = (at + 1) % frames;
                case "mirror" -> {
                    direction = isEnd ? -direction : direction;
                    at += direction;
                }
                default -> at = isEnd ? at : at + 1;
            }
        }
        return at;
    }

    /** Before the first frame time runs back as well. */
    @Test
    void mirroredEndsAreThereForThePastAsWell() throws IOException {
        BufferedImage[] input = writeNoise(6);
        assertEquals(0, render("out%03d.png", "--ends", "mirror", "--ring", "5", "--effect",
                "time-displacement:from=1,interpolation=nearest"), errors.toString());
        for (int t = 0; t < 6; t++) {
            BufferedImage seen = input[Math.abs(t - 4)];
            BufferedImage picture = read(String.format("out%03d.png", t + 1));
            assertEquals(seen.getRGB(1, 1), picture.getRGB(1, 1), "frame " + t);
        }
    }

    /** Flash and click at 1 s and 2 s of 3 s: what looks 12 frames of 25 ahead has the flash earlier, not the click. */
    @ParameterizedTest
    @CsvSource({"0, 1, 2", "1, 0.56, 1.56"})
    void soundStaysWhereItIsWhenPicturesLookAhead(int from, double first, double second) throws Exception {
        Path video = Path.of(RenderTimeTest.class.getResource("/sound/clicks.mp4").toURI());
        Path out = folder.resolve("ahead.mp4");
        assertEquals(0, run("render", video.toString(), "-o", out.toString(), "--effect",
                "time-displacement:depth=-12,from=" + from + ",to=" + from), errors.toString());
        Cues cues = Cues.of(out);
        assertEquals(List.of(first, second), cues.flashes().stream().map(t -> Math.round(t * 25) / 25.0).toList());
        assertEquals(1, cues.clicks().getFirst(), 0.02);
        assertEquals(3, cues.soundEnd(), 0.03);
    }

    /** The pictures of the first fifth of a second are gone from the beginning and faded to at the end. */
    @Test
    void theEndIsCrossFadedIntoTheBeginning() throws IOException {
        BufferedImage[] input = writeNoise(20);
        int faded = 6; // at 30 a second
        assertEquals(0, render("out%03d.png", "--loop", "0.2"), errors.toString());
        for (int t = faded; t < 20; t++) {
            BufferedImage picture = read(String.format("out%03d.png", t - faded + 1));
            int from = t - (20 - faded);
            double weight = from < 0 ? 0 : (from + 1.0) / (faded + 1);
            for (int at = 0; at < WIDTH * HEIGHT; at++) {
                int last = input[t].getRGB(at % WIDTH, at / WIDTH);
                int first = from < 0 ? last : input[from].getRGB(at % WIDTH, at / WIDTH);
                int actual = picture.getRGB(at % WIDTH, at / WIDTH);
                for (int shift = 0; shift < 24; shift += 8) {
                    double exact = (last >> shift & 0xff) * (1 - weight) + (first >> shift & 0xff) * weight;
                    assertEquals(exact, actual >> shift & 0xff, from < 0 ? 0 : 1.01, "frame " + t + ", " + at);
                }
            }
        }
        assertFalse(Files.exists(folder.resolve("out015.png")));
    }

    @Test
    void aLoopShorterThanTwoFadesIsOneLine() throws IOException {
        writeNoise(9);
        assertEquals(1, render("out%03d.png", "--loop", "0.2"));
        assertEquals(1, errors.toString().lines().count(), errors.toString());
        assertTrue(errors.toString().contains("6 frames needs twice as many or more, but there are 9"),
                errors.toString());
        assertFalse(Files.exists(folder.resolve("out001.png")));
    }

    /** Flash and click at 1 s and 2 s of 3 s; what begins at 0.4 s has them 0.4 s earlier. */
    @Test
    void soundLoopsWithThePictures() throws Exception {
        Path video = Path.of(RenderTimeTest.class.getResource("/sound/clicks.mp4").toURI());
        Path out = folder.resolve("loop.mp4");
        assertEquals(0, run("render", video.toString(), "-o", out.toString(), "--loop", "0.4"), errors.toString());
        Cues cues = Cues.of(out);
        assertEquals(List.of(0.6, 1.6), cues.flashes().stream().map(t -> Math.round(t * 25) / 25.0).toList());
        assertEquals(0.6, cues.clicks().getFirst(), 0.02);
        assertEquals(2.6, cues.soundEnd(), 0.03);
    }

    private BufferedImage[] writeNoise(int frames) throws IOException {
        Random random = new Random(17);
        BufferedImage[] pictures = new BufferedImage[frames];
        for (int t = 0; t < frames; t++) {
            pictures[t] = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            for (int at = 0; at < WIDTH * HEIGHT; at++) {
                pictures[t].setRGB(at % WIDTH, at / WIDTH, random.nextInt());
            }
            ImageIO.write(pictures[t], "png", folder.resolve(String.format("in%03d.png", t)).toFile());
        }
        return pictures;
    }

    private BufferedImage read(String name) throws IOException {
        return ImageIO.read(folder.resolve(name).toFile());
    }

    private int render(String output, String... options) {
        List<String> all = new ArrayList<>(List.of("render", folder.resolve("in%03d.png").toString(), "-o",
                folder.resolve(output).toString()));
        all.addAll(Arrays.asList(options));
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Main.run(CommandEnvironment.ofThisMachine(), new PrintWriter(new StringWriter()),
                new PrintWriter(errors, true), arguments);
    }
}
