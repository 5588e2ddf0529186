package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be decoded is read, and what cannot is told in one line. */
class DamagedVideoTest {
    private static final FrameSize SIZE = new FrameSize(96, 96);
    private static final long FRAME_NANOS = 40_000_000;
    private static final Pattern DAMAGE = Pattern
            .compile("\\S+ is damaged at (\\d\\.\\d\\d) s \\(.+\\): (?:(\\d+) frames? (?:is|are) missing)?.*");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv", "ts", "flv"})
    void aDamagedPictureCostsNoOther(String ending) throws IOException {
        Path whole = noisy(130, ending); // a key frame every 50
        List<Frame> sound = read(whole);
        assertEquals(130, sound.size());
        Path damaged = damage(whole, 60, 3);
        try (FrameSource source = TestFrames.open(damaged)) {
            List<Frame> read = TestFrames.readAll(source);
            assertEquals(1, source.notes().size());
            Matcher note = DAMAGE.matcher(source.notes().getFirst());
            assertTrue(note.matches(), source.notes().toString());
            assertEquals(2.4, Double.parseDouble(String.valueOf(note.group(1))), 0.25, source.notes().toString());
            int missing = note.group(2) == null ? 0 : Integer.parseInt(String.valueOf(note.group(2)));
            assertEquals(130, read.size() + missing, source.notes().toString());
            assertSame(sound.subList(0, 52), read.subList(0, 52));
            assertSame(sound.subList(100, 130), read.subList(read.size() - 30, read.size()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv", "ts", "flv"})
    void whatLiesBehindTheDamageIsReached(String ending) throws IOException {
        Path whole = noisy(130, ending);
        List<Frame> sound = read(whole);
        try (FrameSource source = TestFrames.open(damage(whole, 60, 3))) {
            source.seek(110 * FRAME_NANOS + 1_000_000);
            assertSame(sound.subList(110, 130), TestFrames.readAll(source));
            assertEquals(List.of(), source.notes());
        }
    }

    @ParameterizedTest
    @CsvSource({"mp4, 130", "mkv, 130", "flv, 130", "mkv, 30", "flv, 30"})
    void aCutIsToldOnce(String ending, int count) throws IOException {
        Path whole = noisy(count, ending);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut." + ending), Arrays.copyOf(bytes, bytes.length * 2 / 3));
        try (FrameSource source = TestFrames.open(cut)) {
            List<Frame> read = TestFrames.readAll(source);
            assertTrue(read.size() > count * 0.46 && read.size() < count * 0.92, read.size() + " frames");
            assertSame(read(whole).subList(0, (int) (count * 0.46)), read.subList(0, (int) (count * 0.46)));
            assertEquals(1, source.notes().size());
            String note = source.notes().getFirst();
            assertTrue(note.matches("cut\\.\\w+ .*ends after \\d\\.\\d\\d s, \\d\\.\\d\\d s sooner than it says"),
                    note);
        }
    }

    /** Theora has packets of no bytes where nothing moves. */
    @Test
    void aMotionlessPictureIsNoDamage() throws IOException {
        try (FrameSource source = TestFrames.open(TestFiles.video("motionless.ogv"))) {
            assertTrue(TestFrames.readAll(source).size() > 0);
            assertEquals(List.of(), source.notes());
        }
    }

    @Test
    void whatIsOverwrittenToTheEndIsTold() throws IOException {
        Path whole = noisy(50, "mp4");
        byte[] bytes = Files.readAllBytes(whole);
        Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0x55); // the index comes before
        try (FrameSource source = TestFrames.open(Files.write(folder.resolve("bad.mp4"), bytes))) {
            int read = TestFrames.readAll(source).size();
            assertEquals(1, source.notes().size());
            Matcher note = DAMAGE.matcher(source.notes().getFirst());
            assertTrue(note.matches() && note.group(2) != null, source.notes().toString());
            assertEquals(50, read + Integer.parseInt(String.valueOf(note.group(2))), source.notes().toString());
        }
    }

    @Test
    void aMatroskaFileThatSaysItIsLongerLosesNothing() throws IOException {
        Path video = noisy(50, "mkv");
        byte[] bytes = Files.readAllBytes(video);
        int duration = indexOf(bytes, new byte[]{0x44, (byte) 0x89, (byte) 0x88});
        ByteBuffer.wrap(bytes).putDouble(duration + 3, 6_000); // ms
        assertIsWhole(Files.write(folder.resolve("longer.mkv"), bytes), 50, "2.00 s, 4.00 s");
    }

    @Test
    void aFlashVideoThatSaysItIsLongerLosesNothing() throws IOException {
        Path video = noisy(50, "flv");
        byte[] bytes = Files.readAllBytes(video);
        int duration = indexOf(bytes, "duration".getBytes(StandardCharsets.US_ASCII));
        ByteBuffer.wrap(bytes).putDouble(duration + 9, 10); // behind the type of the value
        assertIsWhole(Files.write(folder.resolve("longer.flv"), bytes), 50, "2.00 s, ");
    }

    private void assertIsWhole(Path video, int count, String told) throws IOException {
        try (FrameSource source = TestFrames.open(video)) {
            assertEquals(count, TestFrames.readAll(source).size());
            assertEquals(1, source.notes().size(), source.notes().toString());
            String note = source.notes().getFirst();
            assertTrue(note.contains("ends after " + told) && note.endsWith(" s sooner than it says"), note);
        }
    }

    private Path noisy(int count, String ending) throws IOException {
        List<Frame> frames = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            frames.add(TestFrames.noise(SIZE, index));
            frames.get(index).stamp(index * FRAME_NANOS);
        }
        Path video = folder.resolve("whole.mp4");
        TestFrames.write(video, frames, 25);
        return ending.equals("mp4") ? video : Remuxed.copy(video, folder.resolve("whole." + ending));
    }

    /** Overwrites packets from one on, but for the length that comes before each, where there is one. */
    private Path damage(Path whole, int first, int count) throws IOException {
        List<Remuxed.Place> places = Remuxed.places(whole);
        byte[] bytes = Files.readAllBytes(whole);
        int from = (int) places.get(first).position() + 400;
        int to = (int) places.get(first + count).position() - 400;
        Arrays.fill(bytes, from, to, (byte) 0x55);
        return Files.write(folder.resolve("damaged" + whole.getFileName()), bytes);
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int index = 0; index < bytes.length - wanted.length; index++) {
            if (Arrays.mismatch(bytes, index, index + wanted.length, wanted, 0, wanted.length) < 0) {
                return index;
            }
        }
        throw new AssertionError("not found");
    }

    private static void assertSame(List<Frame> expected, List<Frame> read) {
        assertEquals(expected.size(), read.size());
        for (int index = 0; index < read.size(); index++) {
            assertTrue(Math.abs(expected.get(index).capturedNanos() - read.get(index).capturedNanos()) <= 1_000_000,
                    "time of frame " + index);
            assertTrue(TestFrames.same(expected.get(index), read.get(index)), "frame " + index);
        }
    }

    private static List<Frame> read(Path video) throws IOException {
        try (FrameSource source = TestFrames.open(video)) {
            return TestFrames.readAll(source);
        }
    }
}
