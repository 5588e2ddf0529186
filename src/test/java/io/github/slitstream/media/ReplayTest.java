package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Encoding;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.Replay;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last pictures of a stream of numbered ones, saved as a file and read back. */
@Timeout(60)
class ReplayTest {
    private static final FrameSize SIZE = new FrameSize(64, 48);
    private static final int RATE = 30;
    private static final SoundFormat SOUND = new SoundFormat(2, 48_000);
    private static final int STEP = 25;
    private static final String PRESET = "name: a test";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov", "mkv", "webm"})
    void itBeginsWithTheFirstPictureOfTheLastSecond(String ending) throws IOException {
        try (Replay replay = open(ending, new Replay.Limits(1, 50_000_000))) {
            write(replay, 0, 75);
            assertEquals(1, replay.held().seconds(), 1e-9);
            Path file = replay.save(folder.resolve("film." + ending).toString(), PRESET);
            assertEquals(numbers(45, 75), numbersIn(file));
            Cues cues = Cues.of(file);
            assertEquals(29.0 / RATE, cues.picturesEnd(), 1e-3);
            assertEquals(1, cues.soundEnd(), 0.025);
            assertNear(List.of(5.0 / RATE, 15.0 / RATE, 25.0 / RATE), cues.flashes(), 1e-3);
            assertNear(cues.flashes(), cues.clicks(), 0.01);
            assertEquals(Optional.of(PRESET), new MediaPresets().read(file));
        }
    }

    /** What is kept of noise is bound by its bytes, and the newest picture is always there. */
    @Test
    void noMoreBytesAreKeptThanWereAllowed() throws IOException {
        long most = 300_000;
        try (Replay replay = open("mp4", new Replay.Limits(60, most))) {
            long held = 0;
            for (int number = 0; number < 100; number++) {
                Frame noise = TestFrames.noise(SIZE, number);
                replay.write(noise, nanos(number));
                replay.write(silence(), nanos(number));
                assertTrue(replay.held().bytes() <= most, replay.held() + " at picture " + number);
                held = Math.max(held, replay.held().bytes());
            }
            assertTrue(held > most * 0.9, "it uses what it may: " + held);
            write(replay, 100, 101);
            Path file = replay.save(folder.resolve("noise.mp4").toString(), "");
            List<Integer> read = numbersIn(file);
            assertEquals(0, read.getLast(), "the last two digits of 100");
            assertEquals(replay.held().seconds(), read.size() / (double) RATE, 1e-9);
        }
    }

    @Test
    void whatCouldNotBeSavedIsSavedElsewhere() throws IOException {
        Path file = Files.createFile(folder.resolve("no-folder"));
        try (Replay replay = open("mp4", new Replay.Limits(1, 50_000_000))) {
            IOException early = assertThrows(IOException.class, () -> replay.save(folder + "/film.mp4", ""));
            assertEquals("there is no picture to save yet; wait for one", early.getMessage());
            write(replay, 0, 40);
            Replay.Held held = replay.held();
            IOException failure = assertThrows(IOException.class, () -> replay.save(file + "/film.mp4", PRESET));
            assertTrue(failure.toString().contains("no-folder"), failure.toString());
            assertEquals(held, replay.held());
            assertEquals(List.of(file), list());
            assertEquals(numbers(10, 40), numbersIn(replay.save(folder + "/film.mp4", PRESET)));
            write(replay, 40, 41);
            Path second = replay.save(folder + "/film.mp4", PRESET);
            assertEquals(folder.resolve("film 2.mp4"), second);
            assertEquals(numbers(11, 41), numbersIn(second));
            assertEquals(3, list().size(), list().toString());
        }
    }

    /** Whatever comes and goes while a file is written, it holds what was kept when that began. */
    @Test
    void picturesComeAndGoWhileItIsSaved() throws Exception {
        try (Replay replay = open("mp4", new Replay.Limits(0.5, 50_000_000));
                ExecutorService writer = Executors.newSingleThreadExecutor()) {
            write(replay, 0, 30);
            Future<?> writing = writer.submit(() -> {
                write(replay, 30, 90);
                return "written";
            });
            List<Path> files = new ArrayList<>();
            while (!writing.isDone()) {
                files.add(replay.save(folder + "/film.mp4", ""));
            }
            writing.get();
            for (Path file : files) {
                List<Integer> read = numbersIn(file);
                assertEquals(15, read.size());
                assertEquals(numbers(read.getFirst(), read.getFirst() + 15), read);
            }
        }
    }

    @Test
    void aFormatWithoutSoundIsRefused() {
        IOException refusal = assertThrows(IOException.class, () -> open("gif", new Replay.Limits(1, 1_000)));
        assertEquals("a replay is a video with its sound, which GIF cannot hold; take one such as .mp4",
                refusal.getMessage());
    }

    private static Replay open(String ending, Replay.Limits limits) throws IOException {
        return new MediaSinks().openReplay(
                new SinkRequest("replay." + ending, SIZE, PixelShape.SQUARE, RATE, null).live(Encoding.USUAL), limits);
    }

    /** Pictures that show their number, every tenth of them a flash and a click. */
    private static void write(Replay replay, int from, int to) throws IOException {
        for (int number = from; number < to; number++) {
            boolean isCue = number % 10 == 0;
            replay.write(picture(number, isCue), nanos(number));
            SoundBlock sound = silence();
            if (isCue) {
                Arrays.fill(sound.samples(), 0, sound.samples().length / 2, 0.5f);
            }
            replay.write(sound, nanos(number));
        }
    }

    private static SoundBlock silence() {
        return new SoundBlock(new float[2 * SOUND.rate() / RATE], SOUND, 0);
    }

    private static long nanos(int number) {
        return number * 1_000_000_000L / RATE;
    }

    /** Above whether it is a cue; below the tens on the left and the units on the right, as levels of grey. */
    private static Frame picture(int number, boolean isCue) {
        Frame picture = TestFrames.blank(SIZE);
        for (int row = 0; row < SIZE.height(); row++) {
            for (int column = 0; column < SIZE.width(); column++) {
                int digit = column < SIZE.width() / 2 ? number / 10 % 10 : number % 10;
                int level = row < SIZE.height() / 2 ? isCue ? 255 : 0 : digit * STEP;
                TestFrames.set(picture, row, column, level, level, level, 255);
            }
        }
        return picture;
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static List<Integer> numbersIn(Path file) throws IOException {
        try (FrameSource source = TestFrames.open(file)) {
            List<Frame> read = TestFrames.readAll(source);
            assertEquals(0, read.getFirst().capturedNanos(), "the first picture");
            return read.stream().map(frame -> 10 * digit(frame, 16) + digit(frame, 48)).toList();
        }
    }

    private static int digit(Frame frame, int column) {
        return Math.round(TestFrames.pixel(frame, 36, column).getFirst() / (float) STEP);
    }

    private static void assertNear(List<Double> expected, List<Double> times, double within) {
        assertEquals(expected.size(), times.size(), times.toString());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), times.get(i), within, times.toString());
        }
    }

    private List<Path> list() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
