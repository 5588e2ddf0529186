package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Encoding;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Keeping;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures at even times, whatever times they had, each known by its level. */
class ConstantRateTest {
    private static final FrameSize SIZE = new FrameSize(8, 8);
    private static final int RATE = 25;
    private static final double MILLIS = 1_000.0 / RATE;

    @TempDir
    private Path folder;

    /** @param expected which picture is shown at each step */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Times(String name, double[] millis, List<Integer> expected) {}

    static Stream<Times> times() {
        double[] trembling = new Random(3).doubles(40, -0.49, 0.49).toArray();
        double[] slow = IntStream.range(0, 5).mapToDouble(i -> i * 2 * MILLIS).toArray();
        double[] fast = IntStream.range(0, 20).mapToDouble(i -> i * MILLIS / 2).toArray();
        for (int i = 0; i < trembling.length; i++) {
            trembling[i] = 500 + (i == 0 ? 0 : i + 0.5 + trembling[i]) * MILLIS;
        }
        return Stream.of(new Times("even", IntStream.range(0, 6).mapToDouble(i -> i * MILLIS).toArray(), upTo(6)),
                new Times("trembling about the middle between two steps", trembling, upTo(40)),
                new Times("half the rate", slow, List.of(0, 0, 1, 1, 2, 2, 3, 3, 4)),
                new Times("twice the rate", fast, List.of(0, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)),
                new Times("a gap", new double[]{0, 40, 400, 440}, List.of(0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3)));
    }

    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("times")
    void eachStepHasItsPicture(Times times) throws IOException {
        Path file = folder.resolve("film.mkv");
        SinkRequest request = SinkRequest.silent(file.toString(), SIZE, RATE)
                .with(Encoding.USUAL.atConstantRate(true), Keeping.WHOLE);
        write(request, times.millis);
        List<Frame> read = read(file);
        assertEquals(times.expected, read.stream().map(ConstantRateTest::level).toList(), times.name);
        assertEquals(LongStream.range(0, read.size()).map(i -> Math.round(i * MILLIS)).boxed().toList(),
                read.stream().map(frame -> frame.capturedNanos() / 1_000_000).toList());
    }

    /** Their times are nowhere but in their numbers. */
    @Test
    void recordedNumberedPicturesAreAsManyAsTimeWentBy() throws IOException {
        SinkRequest request = SinkRequest.silent(folder.resolve("%03d.png").toString(), SIZE, RATE);
        try (Sink sink = new MediaSinks().open(request.live(Encoding.USUAL))) {
            sink.write(picture(7), 0);
            sink.standUntil(Math.round(3.5 * MILLIS * 1e6));
            sink.write(picture(8), Math.round(4 * MILLIS * 1e6));
            sink.finish();
        }
        assertEquals(List.of(7, 7, 7, 7, 8), levels("%03d.png"));
    }

    /** What stands is copied, not encoded anew, where a packet is a whole picture. */
    @ParameterizedTest
    @ValueSource(strings = {"film.mkv", "film.mov", "film.mp4", "film.webm"})
    void aRecordingShowsWhatStandsAtEveryStep(String name) throws IOException {
        FrameSize size = new FrameSize(64, 64);
        SinkRequest request = SinkRequest.silent(folder.resolve(name).toString(), size, RATE);
        int[] levels = {40, 200, 90};
        int[] steps = {0, 30, 31};
        try (Sink sink = new MediaSinks().open(request.live(Encoding.USUAL.atConstantRate(true)))) {
            for (int i = 0; i < steps.length; i++) {
                Frame picture = TestFrames.blank(size);
                fill(picture, levels[i]);
                sink.write(picture, Math.round(steps[i] * MILLIS * 1e6));
            }
            sink.standUntil(Math.round(40.5 * MILLIS * 1e6));
            sink.finish();
        }
        List<Frame> read = read(folder.resolve(name));
        assertEquals(LongStream.range(0, 40).map(i -> Math.round(i * MILLIS)).boxed().toList(),
                read.stream().map(frame -> frame.capturedNanos() / 1_000_000).toList());
        for (int i = 0; i < read.size(); i++) {
            assertEquals(levels[i < 30 ? 0 : i < 31 ? 1 : 2], level(read.get(i)), 3, name + ", picture " + i);
        }
    }

    private static void fill(Frame picture, int level) {
        for (int y = 0; y < picture.size().height(); y++) {
            for (int x = 0; x < picture.size().width(); x++) {
                TestFrames.set(picture, x, y, level, level, level, 255);
            }
        }
    }

    @Test
    void everyPictureOfARenderHasANumberUnlessAConstantRateIsAskedFor() throws IOException {
        double[] millis = {0, 40, 200};
        write(SinkRequest.silent(folder.resolve("a%03d.png").toString(), SIZE, RATE), millis);
        assertEquals(List.of(0, 1, 2), levels("a%03d.png"));
        write(SinkRequest.silent(folder.resolve("b%03d.png").toString(), SIZE, RATE)
                .with(Encoding.USUAL.atConstantRate(true), Keeping.WHOLE), millis);
        assertEquals(List.of(0, 1, 1, 1, 1, 2), levels("b%03d.png"));
        write(SinkRequest.silent(folder.resolve("one.png").toString(), SIZE, RATE)
                .with(Encoding.USUAL.atConstantRate(true), Keeping.WHOLE), 0);
        assertTrue(Files.exists(folder.resolve("one.png")));
    }

    private List<Integer> levels(String name) throws IOException {
        return read(folder.resolve(name)).stream().map(ConstantRateTest::level).toList();
    }

    private static void write(SinkRequest request, double... millis) throws IOException {
        try (Sink sink = new MediaSinks().open(request)) {
            for (int i = 0; i < millis.length; i++) {
                sink.write(picture(i), Math.round(millis[i] * 1e6));
            }
            sink.finish();
        }
    }

    private static Frame picture(int level) {
        Frame picture = TestFrames.blank(SIZE);
        TestFrames.set(picture, 0, 0, level, level, level, 255);
        return picture;
    }

    private static int level(Frame frame) {
        return TestFrames.pixel(frame, 0, 0).getFirst();
    }

    private static List<Frame> read(Path path) throws IOException {
        try (FrameSource source = TestFrames.open(path)) {
            return new ArrayList<>(TestFrames.readAll(source));
        }
    }
}
