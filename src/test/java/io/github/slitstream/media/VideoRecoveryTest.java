package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.Sink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was written stays, whatever comes in between. */
class VideoRecoveryTest {
    private static final int PICTURES = 45;

    @TempDir
    private Path folder;

    private final List<Frame> pictures = TestFrames.gradients(LiveRecorder.SIZE, PICTURES, 0);

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "webm", "mkv", "mov"})
    void aFinishedRecordingIsOneFileWithAllOfIt(String ending) throws IOException {
        Path file = folder.resolve("film." + ending);
        try (Sink sink = LiveRecorder.begin(file, pictures)) {
            assertEquals(folder.resolve("film.unfinished." + ending), sink.file().orElseThrow());
            sink.finish();
            assertEquals(file, sink.file().orElseThrow());
        }
        assertEquals(List.of(file), files());
        assertEquals(PICTURES, TestFrames.count(file));
    }

    /** The last fragment cut at every byte gives all pictures of the ones before it. */
    @Test
    void aFileCutAnywhereInItsLastFragmentHasAllOfTheOthers() throws IOException {
        Path unfinished = leave("mp4");
        byte[] whole = Files.readAllBytes(unfinished);
        List<Integer> ends = sampleEnds(whole);
        int before = ends.get(ends.size() - 2);
        int last = ends.getLast();
        Path cut = Files.write(folder.resolve("cut.mp4"), whole);
        try (FileChannel shorter = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            for (int length = last - 1; length >= before; length--) {
                shorter.truncate(length);
                assertEquals(before, BoxFile.wholeBytes(cut), "cut at " + length);
            }
        }
        Files.write(unfinished, Arrays.copyOf(whole, before));
        byte[] expected = Files.readAllBytes(new MediaSinks().recover(unfinished));
        for (int length : new int[]{before + 1, before + 8, (before + last) / 2, last - 1}) {
            Path again = Files.write(folder.resolve("again" + length + ".unfinished.mp4"),
                    Arrays.copyOf(whole, length));
            assertArrayEquals(expected, Files.readAllBytes(new MediaSinks().recover(again)), "cut at " + length);
        }
    }

    /** Where boxes of samples end, walked here on its own. */
    private static List<Integer> sampleEnds(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        List<Integer> ends = new ArrayList<>();
        int at = 0;
        while (at + 8 <= file.length) {
            int length = bytes.getInt(at);
            String type = new String(file, at + 4, 4, StandardCharsets.US_ASCII);
            at += length;
            if (type.equals("mdat") && at <= file.length) {
                ends.add(at);
            }
        }
        return ends;
    }

    /** Cut in the middle of what was written last. */
    @ParameterizedTest
    @ValueSource(strings = {"webm", "mkv", "mov", "gif", "webp"})
    void everyFormatHasWhatWasWrittenBeforeTheCut(String ending) throws IOException {
        Path unfinished = leave(ending);
        byte[] whole = Files.readAllBytes(unfinished);
        Files.write(unfinished, Arrays.copyOf(whole, whole.length - 37));
        int frames = TestFrames.count(new MediaSinks().recover(unfinished));
        assertTrue(frames >= PICTURES - LiveRecorder.FRAMES_PER_SECOND / 2, frames + " of " + PICTURES);
        assertFalse(Files.exists(unfinished));
    }

    @Test
    void whatHoldsNoPictureIsSaidAndStays() throws IOException {
        Path empty = Files.write(folder.resolve("film.unfinished.mp4"), new byte[10]);
        IOException refusal = assertThrows(IOException.class, () -> new MediaSinks().recover(empty));
        assertEquals(empty + " holds no whole picture, so nothing can be made of it; delete it", refusal.getMessage());
        assertEquals(List.of(empty), files());
    }

    @Test
    void aRecoveredFileReplacesNone() throws IOException {
        Path unfinished = leave("mkv");
        Path there = Files.writeString(folder.resolve("film.mkv"), "precious");
        assertEquals(folder.resolve("film 2.mkv"), new MediaSinks().recover(unfinished));
        assertEquals("precious", Files.readString(there));
    }

    @Test
    @EnabledOnOs(OS.LINUX) // others do not delete what is open
    void aFolderThatIsDeletedMeanwhileComesBackWithTheRecording() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        try (Sink sink = LiveRecorder.begin(inner.resolve("film.mp4"), pictures)) {
            Files.delete(sink.file().orElseThrow());
            Files.delete(inner);
            Thread.sleep(600);
            IOException gone = assertThrows(IOException.class, () -> LiveRecorder.write(sink, pictures.get(0), 99));
            assertTrue(gone.toString().contains("was deleted while it was written"), gone.toString());
            sink.finish();
        }
        assertEquals(PICTURES, TestFrames.count(inner.resolve("film.mp4")));
    }

    @Test
    void whatWasNeverFinishedAndHeldNothingIsGone() throws IOException {
        new MediaSinks().open(LiveRecorder.request(folder.resolve("film.mp4"))).close();
        assertEquals(List.of(), files());
    }

    private Path leave(String ending) throws IOException {
        Path path;
        try (Sink sink = LiveRecorder.begin(folder.resolve("film." + ending), pictures)) {
            path = sink.file().orElseThrow();
        }
        assertTrue(Files.exists(path));
        assertFalse(Files.exists(folder.resolve("film." + ending)));
        return path;
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
