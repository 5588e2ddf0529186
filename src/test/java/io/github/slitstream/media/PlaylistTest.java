package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.PixelShape;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkRequest;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import io.github.slitstream.frame.SourceInfo;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaylistTest {
    private static final FrameSize SIZE = new FrameSize(64, 48);

    @TempDir
    Path folder;

    @Test
    void numbersAreOrderedByTheirValue() {
        List<String> right = List.of("", "01", "1", "2a", "10", "12345678901234567890123", "12345678901234567890124",
                "a", "A2", "a10", "b", "shot 9.mp4", "Shot 10.mp4", "shot 10b.mp4");
        List<String> mixed = new ArrayList<>(right);
        Collections.shuffle(mixed, new Random(1));
        mixed.sort(NaturalOrder.BY_NUMBERS);
        assertEquals(right, mixed);
    }

    @Test
    void picturesAloneAreFramesInNaturalOrder() throws IOException {
        for (int number : new int[]{10, 2, 1, 30}) {
            picture(folder.resolve("p" + number + ".png"), SIZE, number);
        }
        try (FrameSource list = open()) {
            assertEquals(new SourceInfo(folder.toString(), String.valueOf(folder.getFileName()), SIZE, 30, false, 4,
                    "4 files, first picture 64×48").lasting(133_333_332), list.info());
            for (int turn = 0; turn < 2; turn++) {
                assertEquals(List.of("1@0", "2@33", "10@67", "30@100"), read(list));
                list.rewind();
            }
            assertEquals(List.of(), list.notes());
        }
    }

    @Test
    void timesRunOnThroughVideosAndPicturesStandAmongThem() throws IOException {
        video(folder.resolve("1.mp4"), SIZE, 5, 25);
        picture(folder.resolve("2.png"), SIZE, 77);
        video(folder.resolve("10.mp4"), SIZE, 3, 10);
        try (FrameSource list = open()) {
            assertEquals(0.2 + 5 + 0.3, list.info().durationNanos() / 1e9, 0.001);
            assertEquals(25, list.info().framesPerSecond());
            List<Long> millis = millis(list);
            assertEquals(5 + 150 + 3, millis.size());
            assertEquals(List.of(0L, 40L, 80L, 120L, 160L, 200L), millis.subList(0, 6));
            assertEquals(List.of(5200L, 5300L, 5400L), millis.subList(155, 158));
        }
    }

    @Test
    void aSeekFindsTheFileAndTheFrameInIt() throws IOException {
        video(folder.resolve("1.mp4"), SIZE, 5, 25);
        picture(folder.resolve("2.png"), SIZE, 77);
        video(folder.resolve("3.mp4"), SIZE, 5, 25);
        try (FrameSource list = open()) {
            Frame frame = TestFrames.blank(SIZE);
            list.seek(2_000_000_000L);
            assertEquals(2.0, list.read(frame) / 1e9, 0.034);
            assertEquals(77, TestFrames.pixel(frame, 20, 20).getFirst());
            list.seek(0);
            assertEquals(0, list.read(frame));
            list.seek(3_600_000_000_000L);
            assertTrue(list.read(frame) >= 5_200_000_000L);
        }
    }

    @Test
    void anotherSizeIsLetterboxedToTheFirst() throws IOException {
        picture(folder.resolve("a.png"), SIZE, 50);
        picture(folder.resolve("b.png"), new FrameSize(64, 24), 200);
        picture(folder.resolve("c.png"), new FrameSize(24, 48), 200);
        try (FrameSource list = open()) {
            List<Frame> frames = TestFrames.readAll(list);
            List<Integer> black = List.of(0, 0, 0, 255);
            List<Integer> grey = List.of(200, 200, 200, 255);
            assertEquals(List.of(black, grey, grey, black), down(frames.get(1), 11, 12, 35, 36));
            assertEquals(List.of(black, grey, grey, black), across(frames.get(2), 19, 20, 43, 44));
        }
    }

    /** The first is of 180×144 pixels of 64:45, so that 64 square pixels are as wide as 45 of them. */
    @Test
    void anotherShapeOfPixelsIsLetterboxedToTheFirst() throws IOException {
        Files.copy(TestFiles.video("sar.mp4"), folder.resolve("1.mp4"));
        picture(folder.resolve("2.png"), new FrameSize(180, 144), 200);
        picture(folder.resolve("3.png"), new FrameSize(144, 144), 200);
        try (FrameSource list = open()) {
            assertEquals(new PixelShape(64, 45), list.info().pixels());
            assertEquals(new FrameSize(180, 144), list.info().size());
            Frame frame = TestFrames.blank(list.info().size());
            List<Integer> black = List.of(0, 0, 0, 255);
            List<Integer> grey = List.of(200, 200, 200, 255);
            list.seek(list.info().durationNanos() - 6_000_000_000L);
            list.read(frame); // 180 square pixels are 127 wide ones
            assertEquals(List.of(black, grey, grey, black), across(frame, 25, 26, 152, 153));
            list.seek(list.info().durationNanos() - 1_000_000_000L);
            list.read(frame);
            assertEquals(List.of(black, grey, grey, black), across(frame, 38, 39, 139, 140));
        }
    }

    /** A picture for five seconds, then a second of mono and one of stereo at another rate. */
    @Test
    void soundIsThatOfTheFirstFileThatHasAnyAndThatOfOthersIsBroughtToIt() throws IOException {
        picture(folder.resolve("1.png"), SIZE, 50);
        toned(folder.resolve("2.mp4"), new SoundFormat(1, 48_000));
        toned(folder.resolve("3.mp4"), new SoundFormat(2, 44_100));
        try (FrameSource list = open()) {
            assertEquals(new SoundFormat(1, 48_000), list.sound());
            double[] tenths = tenths(list, 71);
            for (int tenth = 0; tenth < 71; tenth++) {
                boolean edge = tenth % 10 == 0 || tenth == 49; // where encoders begin
                double expected = tenth < 50 || tenth >= 70 ? 0 : 0.5 * Math.sqrt(0.5);
                assertEquals(expected, tenths[tenth], edge ? 0.3 : 0.12, "tenth " + tenth);
            }
            assertEquals(List.of(), list.notes());
        }
    }

    /** How loud each tenth of a second is (the root of the mean of squares). */
    private static double[] tenths(FrameSource source, int count) throws IOException {
        double[] squares = new double[count];
        Frame frame = TestFrames.blank(source.info().size());
        for (long nanos = 0; nanos != FrameSource.END;) {
            nanos = source.read(frame);
            long before = nanos == FrameSource.END ? Long.MAX_VALUE : nanos;
            for (SoundBlock block = source.readSound(before); block != null; block = source.readSound(before)) {
                for (int moment = 0; moment < block.moments(); moment++) {
                    int tenth = (int) Math.floor(block.capturedNanos() / 1e8 + moment / 4_800.0);
                    float sample = block.samples()[moment];
                    squares[Math.clamp(tenth, 0, count - 1)] += sample * sample / 4_800.0;
                }
            }
        }
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }

    private static void toned(Path file, SoundFormat format) throws IOException {
        SinkRequest request = new SinkRequest(file.toString(), SIZE, PixelShape.SQUARE, 25, format);
        try (Sink sink = new MediaSinks().open(request)) {
            for (int index = 0; index < 25; index++) {
                long nanos = index * 40_000_000L;
                sink.write(TestFrames.gradient(SIZE, index), nanos);
                float[] samples = new float[format.rate() / 25 * format.channels()];
                for (int i = 0; i < samples.length; i++) {
                    int moment = i / format.channels();
                    double seconds = nanos / 1e9 + moment / (double) format.rate();
                    samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * seconds));
                }
                sink.write(new SoundBlock(samples, format, nanos), nanos);
            }
            sink.finish();
        }
    }

    @Test
    void whatCannotBeReadIsNamedOnceAndPassedOver() throws IOException {
        picture(folder.resolve("1.png"), SIZE, 1);
        picture(folder.resolve("2.png"), SIZE, 2);
        Files.write(folder.resolve("2.png"), Arrays.copyOf(Files.readAllBytes(folder.resolve("2.png")), 60));
        picture(folder.resolve("3.png"), SIZE, 3);
        Files.writeString(folder.resolve("notes.txt"), "not a picture\n");
        Files.writeString(folder.resolve(".hidden.txt"), "not to be named");
        Files.createDirectory(folder.resolve("more"));
        try (FrameSource list = open()) {
            assertEquals(List.of("1@0", "3@33"), read(list));
            List<String> notes = List.copyOf(list.notes());
            assertEquals(2, notes.size(), notes.toString());
            assertEquals(folder.getFileName() + ": passed over notes.txt, which cannot be read as pictures or videos",
                    notes.getFirst());
            assertTrue(notes.get(1).startsWith("passed over: " + folder.resolve("2.png")), notes.toString());
            list.rewind();
            assertEquals(List.of("1@0", "3@33"), read(list));
            assertEquals(notes, list.notes());
        }
    }

    @Test
    void aFolderWithNothingToShowIsRefused() throws IOException {
        String refusal = folder + " is a folder without a picture or video that can be read; name another, or a file";
        assertEquals(refusal, assertThrows(IOException.class, this::open).getMessage());
        Files.writeString(folder.resolve("notes.txt"), "not a picture\n");
        Files.write(folder.resolve("empty.png"), new byte[0]);
        assertEquals(refusal, assertThrows(IOException.class, this::open).getMessage());
    }

    @Test
    void aFolderThatIsEmptiedWhileItPlaysEnds() throws IOException {
        picture(folder.resolve("1.png"), SIZE, 1);
        picture(folder.resolve("2.png"), SIZE, 2);
        try (FrameSource list = open()) {
            assertEquals(2, read(list).size());
            Files.delete(folder.resolve("1.png"));
            Files.delete(folder.resolve("2.png"));
            list.rewind();
            assertThrows(IOException.class, () -> list.read(TestFrames.blank(SIZE)));
            assertFalse(list.notes().isEmpty());
        }
    }

    private FrameSource open() throws IOException {
        return new MediaSources().open(SourceRequest.of(folder.toString()));
    }

    private static void picture(Path file, FrameSize size, int level) throws IOException {
        Frame frame = TestFrames.blank(size);
        for (int row = 0; row < size.height(); row++) {
            for (int column = 0; column < size.width(); column++) {
                TestFrames.set(frame, row, column, level, level, level, 255);
            }
        }
        TestFrames.write(file, List.of(frame), 30);
    }

    private static void video(Path file, FrameSize size, int frames, double rate) throws IOException {
        List<Frame> pictures = new ArrayList<>();
        for (int index = 0; index < frames; index++) {
            Frame frame = TestFrames.gradient(size, index);
            frame.stamp(Math.round(index * 1e9 / rate));
            pictures.add(frame);
        }
        TestFrames.write(file, pictures, rate);
    }

    /** Of each frame left its grey level and its time in milliseconds. */
    private static List<String> read(FrameSource list) throws IOException {
        List<String> frames = new ArrayList<>();
        Frame frame = TestFrames.blank(list.info().size());
        for (long nanos = list.read(frame); nanos != FrameSource.END; nanos = list.read(frame)) {
            frames.add(TestFrames.pixel(frame, 0, 0).getFirst() + "@" + Math.round(nanos / 1e6));
        }
        return frames;
    }

    private static List<Long> millis(FrameSource list) throws IOException {
        List<Long> times = new ArrayList<>();
        Frame frame = TestFrames.blank(list.info().size());
        for (long nanos = list.read(frame); nanos != FrameSource.END; nanos = list.read(frame)) {
            times.add(Math.round(nanos / 1e6));
        }
        return times;
    }

    private static List<List<Integer>> down(Frame frame, int... rows) {
        return Arrays.stream(rows).mapToObj(row -> TestFrames.pixel(frame, row, 30)).toList();
    }

    private static List<List<Integer>> across(Frame frame, int... columns) {
        return Arrays.stream(columns).mapToObj(column -> TestFrames.pixel(frame, 30, column)).toList();
    }
}
