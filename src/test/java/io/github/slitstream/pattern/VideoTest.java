package io.github.slitstream.pattern;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.kernel.ScalarKernels;
import io.github.slitstream.param.BadValue;
import io.github.slitstream.param.Values;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Numbered pictures as maps, against what they show at each moment. */
class VideoTest {
    private static final FrameSize OF_VIDEO = new FrameSize(9, 6);
    private static final int FRAMES = 5;
    private static final double RATE = 30;

    @TempDir
    Path folder;

    @Test
    void itPlaysAlongOverAndOver() throws IOException {
        int[][] pictures = pictures();
        for (FrameSize size : List.of(new FrameSize(1, 1), new FrameSize(1, 7), new FrameSize(13, 1),
                new FrameSize(21, 17))) {
            Field field = field(size, values());
            double seconds = 0;
            Random random = new Random(3);
            for (int i = 0; i < 25; i++) {
                show(field, size, seconds);
                int frame = (int) Math.floor(seconds * RATE + 1e-3) % FRAMES;
                assertNumbers(pictures[frame], field, size, "at " + seconds + " s of " + size);
                seconds = Math.round((seconds + random.nextDouble(0, 0.12)) * 1e9) / 1e9;
            }
        }
    }

    @Test
    void channelsAndPointsAreThoseOfTheDeclaration() throws IOException {
        int[][] pictures = pictures();
        FrameSize size = OF_VIDEO;
        for (VideoChannel channel : VideoChannel.values()) {
            Field field = field(size, values().with(Video.CHANNEL, channel).with(Video.BLACK, 0.8)
                    .with(Video.WHITE, 0.3));
            show(field, size, 0);
            double[] numbers = numbers(field, size);
            for (int i = 0; i < numbers.length; i++) {
                int rgb = pictures[0][i];
                double level = switch (channel) {
                    case LUMA -> (54 * (rgb >> 16 & 255) + 183 * (rgb >> 8 & 255) + 19 * (rgb & 255)) / 256.0;
                    case RED -> rgb >> 16 & 255;
                    case GREEN -> rgb >> 8 & 255;
                    case BLUE -> rgb & 255;
                };
                assertEquals(Math.clamp((0.8 - level / 255) / 0.5, 0, 1), numbers[i], 1e-6, channel + " at " + i);
            }
        }
    }

    @Test
    void blurLeavesTheMeanOfAFlatPictureAndSmoothsAnother() throws IOException {
        pictures();
        FrameSize size = OF_VIDEO;
        Field sharp = field(size, values());
        Field smooth = field(size, values().with(Video.BLUR, 25.0));
        show(sharp, size, 0);
        show(smooth, size, 0);
        assertTrue(roughness(numbers(smooth, size)) < roughness(numbers(sharp, size)) / 4);
    }

    @Test
    void theSamePictureAgainChangesNothing() throws IOException {
        pictures();
        FrameSize size = OF_VIDEO;
        Field field = field(size, values());
        assertTrue(show(field, size, 0));
        assertFalse(show(field, size, 0));
        assertFalse(show(field, size, 0.02));
        assertTrue(show(field, size, 0.034));
    }

    @Test
    void whatIsMissingIsSaidInOneLine() {
        Values missing = Filled.defaults("video").with(Video.SOURCE, folder.resolve("none.mp4").toString());
        BadValue refusal = assertThrows(BadValue.class, () -> Filled.pattern("video").check(missing));
        assertTrue(refusal.getMessage().startsWith("video: ") && refusal.getMessage().contains("no such file"),
                refusal.getMessage());
        FrameSize size = new FrameSize(4, 3);
        Field field = field(size, missing);
        BadValue fault = assertThrows(BadValue.class, () -> show(field, size, 0));
        assertTrue(fault.getMessage().startsWith("video ") && fault.getMessage().contains("no such file"),
                fault.getMessage());
    }

    /** A camera that is not there is no reason to stop playing, but one not to make a file. */
    @Test
    @Timeout(60)
    void whatIsMissingLiveIsANoteAndElsewhereAnError() {
        FrameSize size = new FrameSize(4, 3);
        Values camera = Filled.defaults("video").with(Video.SOURCE, "camera:there is none of this name");
        assertDoesNotThrow(() -> Filled.pattern("video").check(camera), "it may be plugged in later");
        Field live = field(size, camera);
        Frame picture = GreyFrame.of(size, (x, y) -> 0);
        try (FrameRing past = new FrameRing(size, 2)) {
            past.setLive(true);
            Objects.requireNonNull(past.claim());
            past.publish(0);
            live.reach(past.newest(), 1);
            while (live.note().isEmpty()) {
                live.update(picture, new ScalarKernels().planes());
            }
        }
        assertEquals(0, numbers(live, size)[5]);
        Field rendered = field(size, camera);
        assertThrows(BadValue.class, () -> show(rendered, size, 0));
    }

    /** A source each picture of which is read when the test lets it; the level of a picture is its number. */
    private static final class Slow implements FrameSource {
        private static final FrameSize SIZE = new FrameSize(2, 2);
        private final Semaphore allowed = new Semaphore(0);
        private final Semaphore asked = new Semaphore(0);
        private int number;

        @Override
        public SourceInfo info() {
            return new SourceInfo("slow", "slow", SIZE, 30, false, SourceInfo.UNKNOWN, "");
        }

        @Override
        public long read(Frame target) {
            asked.release();
            allowed.acquireUninterruptibly();
            target.copyFrom(GreyFrame.of(SIZE, (x, y) -> number));
            return Math.round(number++ * 1e9 / 30);
        }

        @Override
        public void rewind() {}

        @Override
        public void close() {}
    }

    @Test
    @Timeout(60)
    void liveTheLastPictureStaysUntilTheNextIsRead() {
        Slow source = new Slow();
        VideoReader<VideoPlane> reader = new VideoReader<>("slow", address -> source, new VideoPlanes());
        assertFalse(reader.advance(0, true), "nothing is read yet");
        source.allowed.release();
        awaitNext(reader, 0);
        assertEquals(0, level(reader));
        source.asked.acquireUninterruptibly(2);
        for (int i = 1; i < 20; i++) {
            assertFalse(reader.advance(i / 30.0, true), "the next is being read");
            assertEquals(0, level(reader));
        }
        source.allowed.release();
        awaitNext(reader, 20 / 30.0);
        assertEquals(1, level(reader));
        source.allowed.release(5);
        source.asked.acquireUninterruptibly(6);
        assertTrue(reader.advance(20 / 30.0, true));
        assertEquals(6, level(reader), "those that are overdue are left out");
        source.allowed.release(1_000_000);
    }

    @Test
    @Timeout(60)
    void elsewhereEachPictureIsWaitedFor() {
        Slow source = new Slow();
        VideoReader<VideoPlane> reader = new VideoReader<>("slow", address -> source, new VideoPlanes());
        source.allowed.release(1_000_000);
        for (int i = 0; i < 50; i++) {
            assertTrue(reader.advance(i / 30.0, false));
            assertEquals(i, level(reader));
        }
    }

    private static void awaitNext(VideoReader<VideoPlane> reader, double seconds) {
        while (!reader.advance(seconds, true)) {
            Thread.onSpinWait();
        }
    }

    private static long level(VideoReader<VideoPlane> reader) {
        return Math.round(reader.shown().sample(0, 0) * 255);
    }

    private Values values() {
        return Filled.defaults("video").with(Video.SOURCE, folder.resolve("%03d.png").toString());
    }

    private static Field field(FrameSize size, Values values) {
        return Filled.pattern("video").field(size, values);
    }

    private static boolean show(Field field, FrameSize size, double seconds) {
        Frame picture = GreyFrame.at(GreyFrame.of(size, (x, y) -> 0), Math.round(seconds * 1e9));
        return field.update(picture, new ScalarKernels().planes());
    }

    /** Coloured noise, as {@code 0xRRGGBB}. */
    private int[][] pictures() throws IOException {
        Random random = new Random(9);
        int[][] pictures = new int[FRAMES][];
        for (int i = 0; i < FRAMES; i++) {
            pictures[i] = random.ints(OF_VIDEO.pixels(), 0, 1 << 24).toArray();
            BufferedImage image = new BufferedImage(OF_VIDEO.width(), OF_VIDEO.height(), BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, OF_VIDEO.width(), OF_VIDEO.height(), pictures[i], 0, OF_VIDEO.width());
            ImageIO.write(image, "png", folder.resolve("00" + i + ".png").toFile());
        }
        return pictures;
    }

    private static void assertNumbers(int[] picture, Field field, FrameSize size, String what) {
        double[] numbers = numbers(field, size);
        for (int i = 0; i < numbers.length; i++) {
            double x = along(i % size.width(), size.width(), OF_VIDEO.width());
            double y = along(i / size.width(), size.height(), OF_VIDEO.height());
            double sum = 0;
            for (int corner = 0; corner < picture.length; corner++) {
                int column = corner % OF_VIDEO.width();
                int row = corner / OF_VIDEO.width();
                double share = Math.max(0, 1 - Math.abs(x - column)) * Math.max(0, 1 - Math.abs(y - row));
                int rgb = picture[corner];
                sum += share * (54 * (rgb >> 16 & 255) + 183 * (rgb >> 8 & 255) + 19 * (rgb & 255)) / 256 / 255;
            }
            assertEquals(sum, numbers[i], 1e-5, what + " at " + i);
        }
    }

    private static double along(int index, int side, int ofVideo) {
        return side == 1 ? (ofVideo - 1) / 2.0 : index * (ofVideo - 1.0) / (side - 1);
    }

    private static double roughness(double[] numbers) {
        double sum = 0;
        for (int i = 1; i < numbers.length; i++) {
            sum += Math.abs(numbers[i] - numbers[i - 1]);
        }
        return sum;
    }

    private static double[] numbers(Field field, FrameSize size) {
        double[] out = new double[size.pixels()];
        for (int row = 0; row < size.height(); row++) {
            field.fillRow(row, out, row * size.width());
        }
        return out;
    }
}
