package io.github.slitstream.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.param.BadValue;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromaKeyTest {
    private static final FrameSize SIZE = new FrameSize(64, 36);

    @TempDir
    private Path folder;

    /** Chroma is rounded to whole levels, which moves the share by a level's worth of the softness. */
    @Test
    void theShareOfTheBackgroundFollowsTheChroma() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            int[] key = random.ints(3, 0, 256).toArray();
            double tolerance = random.nextInt(0, 120);
            double softness = random.nextInt(20, 120);
            int[] picture = Arrays.stream(EffectRun.noise(SIZE, random)).map(pixel -> pixel | 0xff000000).toArray();
            int[] made = made(picture, "red=" + key[2], "green=" + key[1], "blue=" + key[0],
                    "tolerance=" + tolerance, "softness=" + softness, "spill=0", "behind=nothing");
            for (int i = 0; i < made.length; i++) {
                double distance = Math.hypot(cb(levels(picture[i])) - cb(key), cr(levels(picture[i])) - cr(key));
                double share = Math.clamp(1 - (distance - tolerance) / softness, 0, 1);
                assertEquals(255 * (1 - share), EffectRun.level(made[i], 3), 1.5 + 255 / softness,
                        "seed " + seed + " pixel " + i);
                assertEquals(picture[i] & 0xffffff, made[i] & 0xffffff, "colours stay");
            }
        }
    }

    @Test
    void theColourBehindIsSeenWhereTheKeyWas() {
        int[] picture = new int[SIZE.pixels()];
        Arrays.fill(picture, 0xff00c83c);
        picture[0] = 0xffc81e28;
        int[] made = made(picture, "behind=colour", "behind-red=10", "behind-green=20", "behind-blue=30", "spill=0");
        assertEquals(0xff0a141e, made[1]);
        assertEquals(0xffc81e28, made[0]);
    }

    /** Twice as wide as the frame, so that a quarter is cut off on each side; its pictures come one after the other. */
    @Test
    void anotherVideoPlaysBehind() throws IOException {
        Random random = new Random(2);
        int[][] behind = new int[2][];
        for (int i = 0; i < 2; i++) {
            BufferedImage image = new BufferedImage(256, 72, BufferedImage.TYPE_INT_RGB);
            behind[i] = random.ints(256 * 72, 0, 1 << 24).toArray();
            image.setRGB(0, 0, 256, 72, behind[i], 0, 256);
            ImageIO.write(image, "png", folder.resolve("0" + i + ".png").toFile());
        }
        int[] picture = new int[SIZE.pixels()];
        Arrays.fill(picture, 0xff00c83c);
        try (EffectRun run = new EffectRun(Effects.byId("chroma-key"), SIZE, "behind=video",
                "video=" + folder.resolve("%02d.png"), "spill=0")) {
            for (int number = 0; number < 2; number++) {
                int[] made = run.next(picture);
                for (int i = 0; i < made.length; i++) {
                    int expected = behind[number][(i / 64 * 2 + 1) * 256 + 64 + i % 64 * 2 + 1];
                    assertEquals(0xff000000 | expected, made[i], "pixel " + i + " of picture " + number);
                }
            }
        }
    }

    @Test
    void aVideoBehindThatIsMissingIsNamed() {
        String[] settings = {"behind=video", "video=" + folder.resolve("none.mp4")};
        EffectType type = Effects.byId("chroma-key");
        BadValue refusal = assertThrows(BadValue.class, () -> type.check()
                .accept(type.defaults().with("behind", "video").with("video", folder.resolve("none.mp4").toString())));
        assertTrue(refusal.getMessage().contains("no such file"), refusal.getMessage());
        assertThrows(BadValue.class, () -> made(new int[SIZE.pixels()], settings));
    }

    /** Spill turns a chroma that leans towards the key to one at right angles to it, and leaves the luma. */
    @Test
    void withoutSpillNothingLeansTowardsTheKey() {
        int[] key = {60, 200, 0};
        Random random = new Random(5);
        int[] picture = random.ints(SIZE.pixels(), 0, 1 << 24)
                .map(pixel -> 0xff000000 | (pixel & 0x7f7f7f) + 0x404040).toArray();
        int[] made = made(picture, "tolerance=0", "softness=0", "spill=1", "behind=nothing");
        double length = Math.hypot(cb(key), cr(key));
        for (int i = 0; i < made.length; i++) {
            int[] before = levels(picture[i]);
            int[] after = levels(made[i]);
            double lean = (cb(before) * cb(key) + cr(before) * cr(key)) / length;
            double left = (cb(after) * cb(key) + cr(after) * cr(key)) / length;
            assertEquals(Math.min(lean, 0), left, 1.8, "pixel " + i);
            assertEquals(luma(before), luma(after), 1, "pixel " + i);
        }
    }

    @Test
    void aPictureBehindCoversTheFrame() throws IOException {
        BufferedImage wide = new BufferedImage(256, 36, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 256; x++) {
            for (int y = 0; y < 36; y++) {
                wide.setRGB(x, y, x << 16);
            }
        }
        Path file = folder.resolve("wide.png");
        ImageIO.write(wide, "png", file.toFile());
        int[] green = new int[SIZE.pixels()];
        Arrays.fill(green, 0xff00c83c);
        int[] made = made(green, "file=" + file);
        assertEquals(0xff600000, made[0], "cut off evenly: it begins at column 96");
        assertEquals(0xff9f0000, made[63]);
    }

    @Test
    void aFileThatIsNoPictureIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.png"), "no picture");
        for (String name : new String[]{text.toString(), folder.resolve("missing.png").toString()}) {
            BadValue thrown = assertThrows(BadValue.class, () -> Effects.byId("chroma-key").check()
                    .accept(Effects.byId("chroma-key").defaults().with("file", name)));
            assertTrue(thrown.getMessage().contains(name) && thrown.getMessage().contains("dusk"),
                    thrown.getMessage());
        }
    }

    private static int[] levels(int pixel) {
        return new int[]{EffectRun.level(pixel, 0), EffectRun.level(pixel, 1), EffectRun.level(pixel, 2)};
    }

    private static double luma(int[] levels) {
        return 0.0722 * levels[0] + 0.7152 * levels[1] + 0.2126 * levels[2];
    }

    private static double cb(int[] levels) {
        return (levels[0] - luma(levels)) / 1.8556;
    }

    private static double cr(int[] levels) {
        return (levels[2] - luma(levels)) / 1.5748;
    }

    private static int[] made(int[] picture, String... settings) {
        try (EffectRun run = new EffectRun(Effects.byId("chroma-key"), SIZE, settings)) {
            return run.next(picture);
        }
    }
}
