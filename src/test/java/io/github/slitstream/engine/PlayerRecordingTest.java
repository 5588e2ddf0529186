package io.github.slitstream.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.engine.outlet.Recording;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SourceRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Recordings of what plays. */
class PlayerRecordingTest extends PlayingTest {
    @Test
    void aRecordingGetsEveryPictureWithItsTime() throws IOException {
        player.open(SourceRequest.of("clip"));
        awaitPicture();
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean finished = new AtomicBoolean();
        Recording recording = player.outlets().record(new ListSink(times, finished), SIZE);
        awaitTrue("twenty pictures", () -> recording.frames() >= 20);
        recording.stop();
        assertTrue(finished.get());
        assertEquals(times.size(), recording.frames());
        assertEquals(0, times.getFirst());
        for (int i = 1; i < times.size(); i++) {
            assertTrue(times.get(i) > times.get(i - 1), times.toString());
        }
        assertEquals(times.getLast() / 1e9, recording.seconds(), 1e-6);
    }

    @Test
    void severalRecordingsRunAtOnceAndEndAndFailAlone() throws IOException {
        player.open(SourceRequest.of("clip"));
        awaitPicture();
        List<Long> first = Collections.synchronizedList(new ArrayList<>());
        List<Long> second = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean firstFinished = new AtomicBoolean();
        AtomicBoolean secondFinished = new AtomicBoolean();
        Recording early = player.outlets().record(new ListSink(first, firstFinished), SIZE);
        awaitTrue("five pictures", () -> early.frames() >= 5);
        Recording broken = player.outlets().record(new FullDisk(), SIZE);
        Recording late = player.outlets().record(new ListSink(second, secondFinished), new FrameSize(10, 10));
        awaitTrue("ten pictures in both", () -> late.frames() >= 10 && early.frames() >= 15);
        awaitTrue("the failure", () -> broken.failure() != null);
        early.stop();
        assertTrue(firstFinished.get());
        assertFalse(secondFinished.get());
        long written = late.frames();
        awaitTrue("more pictures", () -> late.frames() >= written + 5);
        late.stop();
        assertThrows(IOException.class, broken::stop);
        assertTrue(secondFinished.get());
        assertFalse(player.outlets().isRecording());
        assertEquals(first.size(), early.frames());
        assertEquals(second.size(), late.frames());
        awaitPicture();
    }

    @Test
    void aRecordingThatFailsSaysWhyAndThePlayerGoesOn() {
        player.open(SourceRequest.of("clip"));
        awaitPicture();
        Recording recording = player.outlets().record(new FullDisk(), SIZE);
        awaitTrue("the failure", () -> "the disk is full".equals(recording.failure()));
        assertThrows(IOException.class, recording::stop);
        awaitPicture();
    }

    @Test
    void whatWasWrittenBeforeAFailureIsCompleted() {
        player.open(SourceRequest.of("clip"));
        awaitPicture();
        Recording recording = player.outlets().record(new Breaking(true), SIZE);
        assertEquals("the encoder broke", failure(recording));
        assertTrue(recording.isKept());
        assertEquals(Breaking.WHOLE, recording.frames());
    }

    @Test
    void whatCannotBeCompletedEitherIsSaidAsWell() {
        player.open(SourceRequest.of("clip"));
        awaitPicture();
        Recording recording = player.outlets().record(new Breaking(false), SIZE);
        assertEquals("the encoder broke; it stays unfinished", failure(recording));
        assertFalse(recording.isKept());
    }

    private static String failure(Recording recording) {
        awaitTrue("the failure", () -> recording.failure() != null);
        return String.valueOf(assertThrows(IOException.class, recording::stop).getMessage());
    }

    private record ListSink(List<Long> times, AtomicBoolean finished) implements Sink {
        @Override
        public void write(Frame picture, long nanos) {
            times.add(nanos);
        }

        @Override
        public void finish() {
            finished.set(true);
        }

        @Override
        public void close() {}
    }

    /** Throws in the midst, and perhaps at the end. */
    private static final class Breaking implements Sink {
        private static final int WHOLE = 3;

        private final boolean isCompleted;
        private int written;

        Breaking(boolean isCompleted) {
            this.isCompleted = isCompleted;
        }

        @Override
        public void write(Frame picture, long nanos) throws IOException {
            if (++written > WHOLE) {
                throw new IOException("the encoder broke");
            }
        }

        @Override
        public void finish() throws IOException {
            if (!isCompleted) {
                throw new IOException("it stays unfinished");
            }
        }

        @Override
        public void close() {}
    }

    private static final class FullDisk implements Sink {
        @Override
        public void write(Frame picture, long nanos) throws IOException {
            throw new IOException("the disk is full");
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
    }
}
