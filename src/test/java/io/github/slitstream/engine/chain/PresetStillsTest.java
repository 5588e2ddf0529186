package io.github.slitstream.engine.chain;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.slitstream.ExpectedFiles;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameHistory;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.SourceRequest;
import io.github.slitstream.kernel.Kernels;
import io.github.slitstream.media.MediaSources;
import io.github.slitstream.preset.Preset;
import io.github.slitstream.preset.PresetStore;
import io.github.slitstream.preset.RingSettings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each shipped preset makes of the demo: the pictures in the menu, and that no two look alike. */
class PresetStillsTest {
    private static final Path STILLS = Path.of("assets/presets");
    private static final FrameSize SIZE = new FrameSize(480, 270);
    private static final int FRAMES = 100;
    /** Of the frames before the last few, a picture is made of one in so many: enough for what moves and settles. */
    private static final int STEP = 4;
    private static final int LAST_PICTURES = 12;
    /** Mean differences of a level. */
    private static final double LEAST_CHANGE = 3;
    private static final double LEAST_BETWEEN_TWO = 5;
    /** Of squares, which compression hardly changes. */
    private static final double MOST_BY_COMPRESSION = 4;
    private static final int SQUARE = 15;
    /** Pictures that alternate are more like the one before the last than like the last. */
    private static final double FLICKER = 1.5;
    private static final double UNSEEN_FLICKER = 8;

    private static final Arena ARENA = Arena.ofShared();
    private static final Map<String, Made> MADE = new LinkedHashMap<>();
    private static BufferedImage plain = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

    /** The last three pictures, at half their size. */
    record Made(BufferedImage last, BufferedImage second, BufferedImage third) {}

    @BeforeAll
    static void render() throws IOException {
        List<Frame> demo = demo();
        plain = halved(demo.getLast());
        PresetStore shipped = new PresetStore(Path.of("nowhere"));
        for (PresetStore.Entry entry : shipped.list()) {
            MADE.put(entry.id(), render(shipped.load(entry), demo));
        }
    }

    @AfterAll
    static void close() {
        MADE.clear();
        ARENA.close();
    }

    private static List<Frame> demo() throws IOException {
        List<Frame> frames = new ArrayList<>();
        try (FrameSource demo = new MediaSources().open(SourceRequest.of("demo:480x270@30"))) {
            demo.seek(3_000_000_000L);
            for (int i = 0; i < FRAMES; i++) {
                Frame frame = Frame.allocate(SIZE, ARENA);
                frame.stamp(demo.read(frame));
                frames.add(frame);
            }
        }
        return frames;
    }

    private static Made render(Preset preset, List<Frame> frames) {
        List<BufferedImage> newest = new ArrayList<>();
        try (FrameRing ring = new FrameRing(SIZE, preset.ring().get(RingSettings.LENGTH));
                Arena arena = Arena.ofShared();
                Workers workers = new Workers(2);
                Chain chain = new Chain(SIZE, Kernels.get(), workers)) {
            Frame picture = Frame.allocate(SIZE, arena);
            for (int i = 0; i < frames.size(); i++) {
                Objects.requireNonNull(ring.claim()).copyFrom(frames.get(i));
                ring.publish(frames.get(i).capturedNanos());
                FrameHistory history = ring.newest();
                if (i % STEP == 0 || i >= frames.size() - LAST_PICTURES) {
                    chain.render(history, preset, picture);
                }
                if (i >= frames.size() - 3) {
                    newest.addFirst(halved(picture));
                }
            }
            return new Made(newest.get(0), newest.get(1), newest.get(2));
        }
    }

    static List<String> ids() throws IOException {
        return new PresetStore(Path.of("nowhere")).list().stream().map(PresetStore.Entry::id).toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theStillIsWhatThePresetMakes(String id) throws IOException {
        Path kept = STILLS.resolve(id + ".jpg");
        BufferedImage last = made(id).last();
        if (ExpectedFiles.UPDATE) {
            write(last, kept);
        }
        String update = ExpectedFiles.command(PresetStillsTest.class);
        if (!Files.exists(kept)) {
            fail("there is no still " + kept + ": make it, and look at it, with: " + update);
        }
        double difference = difference(squares(last), squares(ImageIO.read(kept.toFile())));
        assertTrue(difference < MOST_BY_COMPRESSION, kept + " differs by " + difference + ": " + update);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void itIsSeenAndDoesNotFlicker(String id) {
        Made made = made(id);
        assertTrue(spread(made.last()) > 12, id + " is nearly empty: its levels spread by " + spread(made.last()));
        double change = difference(made.last(), plain);
        assertTrue(change > LEAST_CHANGE, id + " changes the picture by " + change + " levels only");
        double toLast = difference(made.last(), made.second());
        double toThird = difference(made.last(), made.third());
        assertTrue(toLast < UNSEEN_FLICKER || toLast < FLICKER * toThird,
                id + " flickers: " + toLast + " from picture to picture, " + toThird + " to the next but one");
    }

    @Test
    void noTwoLookAlike() {
        List<String> ids = List.copyOf(MADE.keySet());
        for (int i = 0; i < ids.size(); i++) {
            for (int j = 0; j < i; j++) {
                double difference = difference(made(ids.get(i)).last(), made(ids.get(j)).last());
                assertTrue(difference > LEAST_BETWEEN_TWO,
                        ids.get(i) + " and " + ids.get(j) + " differ by " + difference + " only");
            }
        }
    }

    private static Made made(String id) {
        return Objects.requireNonNull(MADE.get(id));
    }

    private static BufferedImage halved(Frame frame) {
        FrameSize size = frame.size();
        BufferedImage half = new BufferedImage(size.width() / 2, size.height() / 2, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < half.getHeight(); y++) {
            for (int x = 0; x < half.getWidth(); x++) {
                int pixel = 0;
                for (int shift = 0; shift < 24; shift += 8) {
                    int sum = 2;
                    for (int corner = 0; corner < 4; corner++) {
                        long at = 4L * ((2L * y + corner / 2) * size.width() + 2L * x + corner % 2);
                        sum += (frame.pixels().get(ValueLayout.JAVA_INT_UNALIGNED, at) >>> shift) & 0xff;
                    }
                    pixel |= (sum / 4) << shift;
                }
                half.setRGB(x, y, pixel);
            }
        }
        return half;
    }

    /** The means of squares. */
    private static BufferedImage squares(BufferedImage image) {
        BufferedImage means = new BufferedImage(image.getWidth() / SQUARE, image.getHeight() / SQUARE,
                BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < means.getHeight(); y++) {
            for (int x = 0; x < means.getWidth(); x++) {
                int[] pixels = image.getRGB(x * SQUARE, y * SQUARE, SQUARE, SQUARE, null, 0, SQUARE);
                int mean = 0;
                for (int shift = 0; shift < 24; shift += 8) {
                    int sum = 0;
                    for (int pixel : pixels) {
                        sum += (pixel >>> shift) & 0xff;
                    }
                    mean |= (sum / pixels.length) << shift;
                }
                means.setRGB(x, y, mean);
            }
        }
        return means;
    }

    private static double difference(BufferedImage one, BufferedImage other) {
        int[] a = one.getRGB(0, 0, one.getWidth(), one.getHeight(), null, 0, one.getWidth());
        int[] b = other.getRGB(0, 0, one.getWidth(), one.getHeight(), null, 0, one.getWidth());
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                sum += Math.abs(((a[i] >>> shift) & 0xff) - ((b[i] >>> shift) & 0xff));
            }
        }
        return sum / (3.0 * a.length);
    }

    /** The standard deviation of green. */
    private static double spread(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        double sum = 0;
        double squares = 0;
        for (int pixel : pixels) {
            double level = (pixel >>> 8) & 0xff;
            sum += level;
            squares += level * level;
        }
        double mean = sum / pixels.length;
        return Math.sqrt(squares / pixels.length - mean * mean);
    }

    private static void write(BufferedImage image, Path path) throws IOException {
        Files.createDirectories(STILLS);
        Files.deleteIfExists(path); // the stream would leave the end of a longer file
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam quality = writer.getDefaultWriteParam();
        quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        quality.setCompressionQuality(0.85f);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(path.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
    }
}
