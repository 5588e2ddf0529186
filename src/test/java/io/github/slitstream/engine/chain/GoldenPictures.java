package io.github.slitstream.engine.chain;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.slitstream.ExpectedFiles;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Compares pictures with those kept in {@code src/test/resources/golden}. Where they differ, the picture and the
 * difference are left in {@code target/golden}.
 */
final class GoldenPictures {
    private static final Path KEPT = Path.of("src/test/resources/golden");
    private static final Path FAILED = Path.of("target/golden");

    private GoldenPictures() {}

    /** @param test whose picture it is */
    static void check(Class<?> test, String name, Frame picture) throws IOException {
        String update = ExpectedFiles.command(test);
        BufferedImage actual = image(picture);
        Path kept = KEPT.resolve(name + ".png");
        if (ExpectedFiles.UPDATE) {
            write(actual, kept);
        }
        if (!Files.exists(kept)) {
            fail("there is no golden picture " + kept + ": make it, and look at it, with: " + update);
        }
        BufferedImage expected = ImageIO.read(kept.toFile());
        BufferedImage difference = new BufferedImage(actual.getWidth(), actual.getHeight(), BufferedImage.TYPE_INT_RGB);
        int different = difference(expected, actual, difference);
        if (different > 0) {
            write(actual, FAILED.resolve(name + ".png"));
            write(difference, FAILED.resolve(name + "-difference.png"));
            fail(different + " pixels differ from " + kept + ": compare with " + FAILED.resolve(name + ".png")
                    + " and, if they are right, take them with: " + update);
        }
    }

    private static int difference(BufferedImage expected, BufferedImage actual, BufferedImage difference) {
        int different = 0;
        for (int y = 0; y < actual.getHeight(); y++) {
            for (int x = 0; x < actual.getWidth(); x++) {
                boolean inside = x < expected.getWidth() && y < expected.getHeight();
                if (!inside || expected.getRGB(x, y) != actual.getRGB(x, y)) {
                    difference.setRGB(x, y, 0xffffff);
                    different++;
                }
            }
        }
        return different;
    }

    private static BufferedImage image(Frame frame) {
        FrameSize size = frame.size();
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                image.setRGB(x, y, frame.pixels().get(ValueLayout.JAVA_INT_UNALIGNED, 4L * (y * size.width() + x)));
            }
        }
        return image;
    }

    private static void write(BufferedImage image, Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        ImageIO.write(image, "png", path.toFile());
    }
}
