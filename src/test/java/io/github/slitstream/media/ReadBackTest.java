package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.OfflineRender;
import io.github.slitstream.frame.Encoding;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.OutputFormat;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SourceInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Colour bars with flashes and clicks in every format, written live and by a render, opaque and not, read back by
 * {@code ffprobe} and by our own reader. Two of the combinations always, all of them with
 * {@code -Dslitstream.formats=all}.
 */
@Timeout(120)
class ReadBackTest {
    private static final boolean IS_ALL = "all".equals(System.getProperty("slitstream.formats"));
    private static final FrameSize SIZE = new FrameSize(96, 64);
    private static final PixelShape WIDE = new PixelShape(4, 3);
    private static final int PICTURES = 30;
    private static final int RATE = 25;
    private static final double SECONDS = PICTURES / (double) RATE;
    private static final SoundFormat SOUND = new SoundFormat(2, 44_100);
    private static final int TRANSLUCENT = 100;
    /** Red, green and blue of each bar. */
    private static final int[][] BARS = {{191, 191, 191}, {191, 191, 0}, {0, 191, 191}, {0, 191, 0}, {191, 0, 191},
        {191, 0, 0}, {0, 0, 191}, {20, 20, 20}};

    @TempDir
    private Path folder;

    /** How something is written. */
    record Way(String name, boolean live, boolean translucent) {
        private OutputFormat format() {
            return OutputFormat.of(name).orElseThrow();
        }

        /** Where no other is kept, pixels are made square. */
        private boolean isSquare() {
            return format().holds().sound() != OutputFormat.Sound.INSIDE;
        }
    }

    static Stream<Way> ways() {
        if (!IS_ALL) {
            return Stream.of(new Way("film.mp4", true, false), new Way("film.webp", false, true));
        }
        return Stream.of("film.mp4", "film.webm", "film.mkv", "film.mov", "film.gif", "film.webp", "f/%03d.png",
                "f/%03d.jpg")
                .flatMap(name -> Stream.of(new Way(name, true, false), new Way(name, false, false),
                        new Way(name, false, true)))
                .filter(way -> !way.translucent || way.format().holds().alpha());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatIsReadIsWhatWasWritten(Way way) throws Exception {
        Path file = folder.resolve(way.name);
        Files.createDirectories(file.getParent());
        try (Bars bars = new Bars(way.translucent)) {
            if (way.live) {
                WholeOutput.record(bars, new SinkRequest(file.toString(), SIZE, WIDE, RATE, SOUND)
                        .live(Encoding.USUAL.withQuality(90)));
            } else {
                WholeOutput.render(bars, file, OfflineRender.Part.ALL);
            }
        }
        assertPictures(file, way);
        if (way.format().holds().sound() == OutputFormat.Sound.INSIDE) {
            assertCues(Cues.of(file));
            assertEquals("4:3", probe(file, "v:0", "stream=sample_aspect_ratio").get("sample_aspect_ratio"));
        }
        if (way.format().holds().isMoving() && way.format() != OutputFormat.WEBP) { // which ffprobe does not read
            Map<String, String> read = probe(file, "v:0", "stream=nb_read_frames:format=duration");
            assertEquals(Integer.toString(PICTURES), read.get("nb_read_frames"));
            assertEquals(SECONDS, Double.parseDouble(String.valueOf(read.get("duration"))), 1.0 / RATE);
        }
        if (way.format().holds().sound() == OutputFormat.Sound.BESIDE) {
            Map<String, String> read = probe(folder.resolve("f/sound.wav"), "a:0", "format=duration");
            assertEquals(SECONDS, Double.parseDouble(String.valueOf(read.get("duration"))), 0.02);
        }
    }

    private void assertPictures(Path file, Way way) throws IOException {
        List<Integer> flashes = new ArrayList<>();
        try (FrameSource source = TestFrames.open(file)) {
            assertEquals(way.isSquare() ? WIDE.squared(SIZE) : SIZE, source.info().size());
            List<Frame> read = TestFrames.readAll(source);
            assertEquals(PICTURES, read.size());
            for (int number = 0; number < PICTURES; number++) {
                if (isFlash(number, TestFrames.pixel(read.get(number), 4, 4))) {
                    flashes.add(number);
                }
                assertBars(read.get(number), way, number);
            }
        }
        assertEquals(List.of(5, 15, 25), flashes);
    }

    private static boolean isFlash(int number, List<Integer> pixel) {
        assertTrue(pixel.getFirst() < 64 || pixel.getFirst() > 192, "picture " + number + ": " + pixel);
        return pixel.getFirst() > 128;
    }

    private static void assertBars(Frame frame, Way way, int number) {
        int within = way.format().holds().isExact() ? 0 : 3;
        int width = frame.size().width();
        for (int bar = 0; bar < BARS.length; bar++) {
            int column = (2 * bar + 1) * width / BARS.length / 2;
            List<Integer> pixel = TestFrames.pixel(frame, frame.size().height() * 3 / 4, column);
            String what = way + ", picture " + number + ", bar " + bar + ": " + pixel;
            for (int channel = 0; channel < 3; channel++) {
                assertEquals(BARS[bar][2 - channel], pixel.get(channel), within, what);
            }
            assertEquals(way.translucent ? TRANSLUCENT : 255, pixel.get(3), within, what);
        }
    }

    private static void assertCues(Cues cues) {
        assertEquals(3, cues.clicks().size(), cues.toString());
        for (int i = 0; i < 3; i++) {
            assertEquals(cues.flashes().get(i), cues.clicks().get(i), 0.04, cues.toString());
        }
        assertEquals(SECONDS, cues.soundEnd(), 0.02, cues.toString());
    }

    private static Map<String, String> probe(Path file, String stream, String entries) throws Exception {
        return FfProbe.values(file, "-count_frames", "-select_streams", stream, "-show_entries", entries);
    }

    /** Bars below, and above them a field that flashes with the clicks. */
    private static final class Bars implements FrameSource {
        private final int alpha;
        private int read;
        private int heard;

        Bars(boolean translucent) {
            this.alpha = translucent ? TRANSLUCENT : 255;
        }

        @Override
        public SourceInfo info() {
            return new SourceInfo("bars", "bars", SIZE, RATE, false, PICTURES, "", 1, WIDE);
        }

        @Override
        public long read(Frame target) {
            if (read == PICTURES) {
                return END;
            }
            for (int row = 0; row < SIZE.height(); row++) {
                for (int column = 0; column < SIZE.width(); column++) {
                    int[] bar = BARS[column * BARS.length / SIZE.width()];
                    int level = isCue(read) ? 255 : 0;
                    if (row < SIZE.height() / 2) {
                        TestFrames.set(target, row, column, level, level, level, alpha);
                    } else {
                        TestFrames.set(target, row, column, bar[2], bar[1], bar[0], alpha);
                    }
                }
            }
            return nanos(read++);
        }

        @Override
        public SoundFormat sound() {
            return SOUND;
        }

        @Override
        public @Nullable SoundBlock readSound(long beforeNanos) {
            return heard == PICTURES || nanos(heard) >= beforeNanos ? null : sound(nanos(heard++));
        }

        private SoundBlock sound(long nanos) {
            float[] samples = new float[2 * SOUND.rate() / RATE];
            if (isCue((int) Math.round(nanos * RATE / 1e9))) {
                Arrays.fill(samples, 0, samples.length / 2, 0.5f);
            }
            return new SoundBlock(samples, SOUND, nanos);
        }

        private static long nanos(int number) {
            return number * 1_000_000_000L / RATE;
        }

        private static boolean isCue(int number) {
            return number % 10 == 5;
        }

        @Override
        public void rewind() {
            read = 0;
            heard = 0;
        }

        @Override
        public void close() {}
    }
}
