package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Encoding;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.FrameSource;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SinkRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings joined end to end, whose time stamps start again or jump, and others whose long stills are meant. */
class JoinedVideoTest {
    private static final FrameSize SIZE = new FrameSize(64, 48);
    private static final long FRAME_NANOS = 40_000_000;
    private static final double HOUR = 3_600;

    @TempDir
    Path folder;

    private Path part;
    private List<Frame> pictures;

    @BeforeEach
    void makePart() throws IOException {
        part = folder.resolve("part.mp4");
        TestFrames.write(part, TestFrames.gradients(SIZE, 60, FRAME_NANOS), 25);
        pictures = read(part);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 3600", "3600, 0", "0, 95441"}) // MPEG-TS counts to 95,443.7 s and starts again
    void partsOfATransportStreamFollowEachOther(double first, double second) throws IOException {
        Path joined = join("joined.ts", Remuxed.copy(part, folder.resolve("1.ts"), index -> first),
                Remuxed.copy(part, folder.resolve("2.ts"), index -> second));
        assertFollow(joined, pictures, pictures);
    }

    @Test
    void partsShorterThanASecondFollowEachOther() throws IOException {
        Path brief = folder.resolve("brief.mp4");
        TestFrames.write(brief, TestFrames.gradients(SIZE, 8, FRAME_NANOS), 25);
        Path stream = Remuxed.copy(brief, folder.resolve("brief.ts"));
        List<Frame> few = read(brief);
        assertFollow(join("joined.ts", stream, stream, stream), few, few, few);
    }

    @Test
    void partsOfAPlaylistFollowEachOther() throws IOException {
        Remuxed.copy(part, folder.resolve("0.ts"));
        Remuxed.copy(part, folder.resolve("1.ts"));
        Path list = Files.writeString(folder.resolve("list.m3u8"), """
            #EXTM3U
            #EXT-X-VERSION:3
            #EXT-X-TARGETDURATION:3
            #EXTINF:2.4,
            0.ts
            #EXT-X-DISCONTINUITY
            #EXTINF:2.4,
            1.ts
            #EXT-X-ENDLIST
            """);
        assertFollow(list, pictures, pictures);
    }

    /** Of these FFmpeg itself would read the first part. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"mp4, part", "mov, it's a part"})
    void partsWithAnIndexEachFollowEachOther(String ending, String name) throws IOException {
        Path stream = Remuxed.copy(part, folder.resolve("single." + ending));
        Path joined = join(name + "." + ending, stream, stream, stream);
        assertFollow(joined, pictures, pictures, pictures);
        try (FrameSource source = TestFrames.open(joined)) {
            assertEquals(List.of(joined), source.files());
            source.seek(70 * FRAME_NANOS + 1_000_000);
            assertTrue(TestFrames.same(pictures.get(10), TestFrames.readAll(source).getFirst()));
            assertEquals(List.of(), source.notes());
        }
    }

    @Test
    void partsOfAnAviFileFollowEachOther() throws IOException {
        Path exact = folder.resolve("exact.mkv"); // without pictures that wait for later ones, which AVI cannot tell
        TestFrames.write(exact, TestFrames.gradients(SIZE, 60, FRAME_NANOS), 25);
        List<Frame> frames = read(exact);
        Path stream = Remuxed.copy(exact, folder.resolve("part.avi"));
        assertFollow(join("joined.avi", stream, stream, stream), frames, frames, frames);
    }

    /** With pictures that wait for later ones: FLV counts in its length what decoders hold back for that. */
    @Test
    void partsOfTagsWithPicturesOutOfOrderFollowEachOther() throws IOException {
        Path stream = Remuxed.copy(part, folder.resolve("part.flv"));
        Path joined = join("joined.flv", stream, stream, stream);
        assertFollow(joined, pictures, pictures, pictures);
    }

    /** Without pictures that wait for later ones: WMV does not say when those are shown. */
    @ParameterizedTest
    @ValueSource(strings = {"flv", "wmv"})
    void partsOfTagsAndObjectsFollowEachOther(String ending) throws IOException {
        Path plain = folder.resolve("plain.mp4");
        SinkRequest live = SinkRequest.silent(plain.toString(), SIZE, 25).live(Encoding.USUAL);
        try (Sink sink = new MediaSinks().open(live)) {
            for (Frame picture : TestFrames.gradients(SIZE, 60, FRAME_NANOS)) {
                sink.write(picture, picture.capturedNanos());
            }
            sink.finish();
        }
        List<Frame> frames = read(plain);
        Path stream = Remuxed.copy(plain, folder.resolve("part." + ending));
        try (FrameSource source = TestFrames.open(join("joined." + ending, stream, stream, stream))) {
            List<Frame> expected = Stream.of(frames, frames, frames).flatMap(List::stream).toList();
            assertFollow(expected, 0, TestFrames.readAll(source));
            assertEquals(List.of(), source.notes());
        }
    }

    @Test
    void partsOfAMatroskaFileFollowEachOther() throws IOException {
        Path stream = Remuxed.copy(part, folder.resolve("part.mkv"));
        assertFollow(join("joined.mkv", stream, stream), pictures, pictures);
    }

    /** Two parts of 20 pictures, MPEG-2 with B pictures, of which not all say when they are shown. */
    @Test
    void partsOfAProgramStreamFollowEachOther() throws IOException {
        Path joined = Path.of("src/test/resources/video/joined.mpg");
        List<Frame> read = read(joined);
        assertEquals(40, read.size());
        for (int index = 0; index < 40; index++) {
            assertTrue(Math.abs(index * FRAME_NANOS - read.get(index).capturedNanos()) <= 1_000, "frame " + index);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ts", "flv", "mkv", "mp4"})
    void aJumpByAnHourLeavesNoStill(String ending) throws IOException {
        Path whole = folder.resolve("whole.mp4");
        TestFrames.write(whole, TestFrames.gradients(SIZE, 110, FRAME_NANOS), 25); // a key frame every 50
        Path jumping = Remuxed.copy(whole, folder.resolve("jumping." + ending), index -> index < 50 ? 0 : HOUR);
        assertFollow(jumping, read(whole));
    }

    @ParameterizedTest
    @CsvSource({"ts, 9", "flv, 500", "mkv, 500", "mp4, 500"})
    void aLongStillStands(String ending, double seconds) throws IOException {
        Path still = Remuxed.copy(part, folder.resolve("still." + ending), index -> index < 50 ? 0 : seconds);
        List<Frame> read = read(still);
        assertEquals(60, read.size());
        for (int index = 0; index < 60; index++) {
            double expected = index * 0.04 + (index < 50 ? 0 : seconds);
            assertEquals(expected, read.get(index).capturedNanos() / 1e9, 0.001, "frame " + index);
        }
    }

    @SafeVarargs
    private static void assertFollow(Path joined, List<Frame>... parts) throws IOException {
        List<Frame> expected = new ArrayList<>();
        for (List<Frame> each : parts) {
            expected.addAll(each);
        }
        try (FrameSource source = TestFrames.open(joined)) {
            assertFollow(expected, 0, TestFrames.readAll(source));
            assertEquals(List.of(), source.notes());
            source.rewind();
            assertFollow(expected, 0, TestFrames.readAll(source));
            for (int index = expected.size() - 3; index >= 0; index -= 29) {
                source.seek(index * FRAME_NANOS + FRAME_NANOS / 2);
                assertFollow(expected, index, TestFrames.readAll(source));
            }
        }
        try (FrameSource unread = TestFrames.open(joined)) {
            int index = expected.size() - 5;
            unread.seek(index * FRAME_NANOS + FRAME_NANOS / 2);
            assertFollow(expected, index, TestFrames.readAll(unread));
        }
    }

    private static void assertFollow(List<Frame> expected, int from, List<Frame> read) {
        assertEquals(expected.size() - from, read.size());
        for (int index = from; index < expected.size(); index++) {
            Frame frame = read.get(index - from);
            assertTrue(Math.abs(index * FRAME_NANOS - frame.capturedNanos()) <= 1_000_000, "time of frame " + index);
            assertTrue(TestFrames.same(expected.get(index), frame), "frame " + index);
        }
    }

    private Path join(String name, Path... parts) throws IOException {
        Path joined = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(joined)) {
            for (Path each : parts) {
                Files.copy(each, out);
            }
        }
        return joined;
    }

    private static List<Frame> read(Path video) throws IOException {
        try (FrameSource source = TestFrames.open(video)) {
            return TestFrames.readAll(source);
        }
    }
}
