package io.github.slitstream.pattern;

import static io.github.slitstream.pattern.Definitions.SIZES;
import static io.github.slitstream.pattern.Definitions.agrees;
import static io.github.slitstream.pattern.Definitions.compare;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.Definitions.Definition;
import io.github.slitstream.pattern.Definitions.OfPlace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patterns that look at pictures, and those that keep pace with them, at every size, against their definitions. */
class PictureMapSizesTest {
    @TempDir
    Path folder;

    /** A circle half way on a sweep of a second, of which half a second is kept. */
    @Test
    void scans() {
        for (FrameSize size : SIZES) {
            try (FrameRing past = new FrameRing(size, 3)) {
                Values values = Filled.defaults("scan").with("shape", "circle").with(Scan.SWEEP, 1.0);
                Field field = Filled.pattern("scan").field(size, values);
                for (int i = 0; i < 3; i++) {
                    Objects.requireNonNull(past.claim());
                    past.publish(i * 250_000_000L);
                    field.reach(past.newest(), 2);
                    field.update(past.newest().now(), Kernels.get().planes());
                }
                double corner = Math.hypot(size.width() - 1, size.height() - 1) / 2;
                compare("scan", field, size, (column, row, ofSize) -> {
                    double distance = Math.hypot(column - (size.width() - 1) / 2.0, row - (size.height() - 1) / 2.0);
                    double place = corner == 0 ? 0 : distance / corner;
                    return Math.clamp((0.5 - place) / 0.5, 0, 1);
                }, 1e-9);
            }
        }
    }

    /** A picture, one that is being painted, and a video of one picture, stretched so that the corners meet. */
    @Test
    void mapsAreStretched() throws IOException {
        FrameSize ofMap = new FrameSize(9, 6);
        int[] greys = new Random(5).ints(ofMap.pixels(), 0, 256).toArray();
        BufferedImage image = new BufferedImage(9, 6, BufferedImage.TYPE_BYTE_GRAY);
        char[] painted = new char[greys.length];
        for (int i = 0; i < greys.length; i++) {
            image.getRaster().setSample(i % 9, i / 9, 0, greys[i]);
            painted[i] = (char) (greys[i] * 257);
        }
        ImageIO.write(image, "png", folder.resolve("000.png").toFile());
        Definition stretched = (column, row, size) -> {
            double x = size.width() == 1 ? 4 : column * 8.0 / (size.width() - 1);
            double y = size.height() == 1 ? 2.5 : row * 5.0 / (size.height() - 1);
            double sum = 0;
            for (int i = 0; i < greys.length; i++) {
                int left = i % 9;
                int top = i / 9;
                sum += greys[i] / 255.0 * Math.max(0, 1 - Math.abs(x - left)) * Math.max(0, 1 - Math.abs(y - top));
            }
            return sum;
        };
        String file = folder.resolve("000.png").toString();
        agrees("picture", Filled.defaults("picture").with(Picture.FILE, file), stretched, 1e-9);
        agrees("video", Filled.defaults("video").with(Video.SOURCE, folder.resolve("%03d.png").toString()), stretched,
                1e-5);
        try (PaintedMap map = PaintedMap.open("sizes.png", "ripples", ofMap)) {
            map.write(painted, 0, 0, 9, 6);
            agrees("painted", Filled.defaults("painted").with(Painted.FILE, "sizes.png"), stretched, 1e-9);
        }
    }

    @Test
    void brightnessAndMotionOfBlocks() {
        IntBinaryOperator before = (x, y) -> x * 7 + y * 13 & 0xff;
        IntBinaryOperator after = (x, y) -> x * 11 + y * 5 & 0xff;
        Values luma = Filled.defaults("luma").with(Luma.BLACK, 0.2).with(Luma.WHITE, 0.7).with(Luma.BLUR, 0.0);
        Values motion = Filled.defaults("motion").with(Motion.THRESHOLD, 10.0).with(Motion.ATTACK, 0.1)
                .with(Motion.BLUR, 0.0);
        for (FrameSize size : SIZES) {
            Field bright = Filled.pattern("luma").field(size, luma);
            Field moving = Filled.pattern("motion").field(size, motion);
            for (Frame picture : List.of(GreyFrame.at(GreyFrame.of(size, before), 0),
                    GreyFrame.at(GreyFrame.of(size, after), 50_000_000))) {
                bright.update(picture, Kernels.get().planes());
                moving.update(picture, Kernels.get().planes());
            }
            compare("luma", bright, size, blocks((x, y) -> Math.clamp((mean(after, size, x, y) / 255 - 0.2) / 0.5,
                    0, 1)), 2e-4);
            compare("motion", moving, size,
                    blocks((x, y) -> Math.clamp(
                            (Math.abs(mean(after, size, x, y) - mean(before, size, x, y)) - 10) / 10, 0, 1)
                            * (1 - Math.exp(-0.5))),
                    2e-4);
        }
    }

    /** Between the middles of blocks of four by four. */
    private static Definition blocks(OfPlace ofBlock) {
        return (column, row, size) -> {
            if (column % 17 != 0) {
                return Double.NaN;
            }
            double x = Math.clamp((column + 0.5) / 4 - 0.5, 0, Math.ceil(size.width() / 4.0) - 1);
            double y = Math.clamp((row + 0.5) / 4 - 0.5, 0, Math.ceil(size.height() / 4.0) - 1);
            double sum = 0;
            for (int corner = 0; corner < 4; corner++) {
                int left = (int) x + corner % 2;
                int top = (int) y + corner / 2;
                double weight = Math.max(0, 1 - Math.abs(x - left)) * Math.max(0, 1 - Math.abs(y - top));
                sum += weight == 0 ? 0 : weight * ofBlock.at(left, top);
            }
            return sum;
        };
    }

    /** Of every second row of a block. */
    private static double mean(IntBinaryOperator grey, FrameSize size, double blockX, double blockY) {
        double sum = 0;
        int count = 0;
        int top = 4 * (int) blockY;
        int left = 4 * (int) blockX;
        for (int y = top; y < Math.min(top + 4, size.height()); y += 2) {
            for (int x = left; x < Math.min(left + 4, size.width()); x++) {
                sum += grey.applyAsInt(x, y);
                count++;
            }
        }
        return sum / count;
    }
}
