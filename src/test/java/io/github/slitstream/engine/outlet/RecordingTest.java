package io.github.slitstream.engine.outlet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.PictureFit;
import io.github.slitstream.frame.Resampling;
import io.github.slitstream.frame.Sink;
import io.github.slitstream.frame.SoundBlock;
import io.github.slitstream.frame.SoundFormat;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class RecordingTest {
    private static final FrameSize SIZE = new FrameSize(4, 4);
    private static final int OFFERED = 100;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final SoundFormat SOUND = new SoundFormat(2, 100);

    @Test
    void picturesThatFindNoRoomAreCountedAndTheOthersAreAllWritten() throws IOException {
        CountDownLatch diskIsAwake = new CountDownLatch(1);
        SlowSink sink = new SlowSink(diskIsAwake);
        Recording recording = new Recording(sink, SIZE, Tap.AFTER_EFFECTS, RecordingTest::repeat);
        try (Arena arena = Arena.ofConfined()) {
            Frame picture = Frame.allocate(SIZE, arena);
            for (int i = 0; i < OFFERED; i++) {
                picture.stamp(i);
                recording.offer(picture);
            }
        }
        diskIsAwake.countDown();
        recording.stop();
        assertTrue(recording.dropped() > 0, "a hundred pictures are more than the queue holds");
        assertEquals(OFFERED, recording.frames() + recording.dropped());
        assertEquals(recording.frames(), sink.written);
        assertTrue(sink.finished);
        assertTrue(sink.steps > 0, "asked to be quicker while the queue was full");
    }

    /** A picture twice as wide as high, on one that is square. */
    @Test
    void picturesOfAnotherSizeAreFittedIntoTheMiddleOfBlack() throws IOException {
        SlowSink sink = new SlowSink(new CountDownLatch(0));
        Recording recording = new Recording(sink, SIZE, Tap.AFTER_EFFECTS, RecordingTest::repeat);
        try (Arena arena = Arena.ofConfined()) {
            Frame wide = Frame.allocate(new FrameSize(2, 1), arena);
            wide.pixels().setAtIndex(ValueLayout.JAVA_INT, 0, 7);
            wide.pixels().setAtIndex(ValueLayout.JAVA_INT, 1, 9);
            wide.stamp(40);
            recording.offer(wide);
            recording.stop();
        }
        assertEquals(1, sink.written);
        int black = 0xff000000;
        assertArrayEquals(new int[]{black, black, black, black, 7, 7, 9, 9, 7, 7, 9, 9, black, black, black, black},
                sink.last);
    }

    @ParameterizedTest
    @CsvSource({"1280,720, 640,640, 640,360", "640,640, 1280,720, 720,720", "3,1, 16,16, 16,5", "1,500, 4,4, 1,4"})
    void aPictureIsFittedAsLargeAsItsProportionsAllow(int width, int height, int roomWidth, int roomHeight,
            int fittedWidth, int fittedHeight) {
        assertEquals(new FrameSize(fittedWidth, fittedHeight),
                PictureFit.fitted(new FrameSize(width, height), 1, new FrameSize(roomWidth, roomHeight)));
    }

    /**
     * Sound waits for the pictures that it goes with; what ends before the first, or is behind the last, is left out.
     */
    @Test
    void soundBlocksGoThroughWithTheirTimes() throws IOException {
        List<String> written = new ArrayList<>();
        Recording recording = new Recording(new SoundSink(written, () -> {}), SIZE, Tap.AFTER_EFFECTS,
                RecordingTest::repeat);
        recording.offer(sound(0.25f, 1, 980));
        recording.offer(sound(0.75f, 1, 995));
        offer(recording, 1_000);
        recording.offer(sound(0.5f, 1, 1_010));
        recording.offer(sound(0.125f, 2, 1_070));
        recording.offer(sound(0, 1, 1_080));
        offer(recording, 1_040);
        recording.stop();
        assertEquals(List.of("picture at 0", "0.75 × 1 at -5", "picture at 40", "0.5 × 1 at 10", "0.125 × 1 at 70"),
                written);
        assertEquals(0, recording.droppedSound());
    }

    /** As that of a microphone does. */
    @Test
    void soundOfTheLastPictureMayComeWhenTheRecordingHasEnded() throws IOException {
        List<String> written = new ArrayList<>();
        List<Recording> ending = new ArrayList<>();
        ending.add(new Recording(
                new SoundSink(written, () -> ending.getFirst().offer(sound(0.5f, 6, 1_030))), SIZE,
                Tap.AFTER_EFFECTS, RecordingTest::repeat));
        Recording recording = ending.getFirst();
        offer(recording, 1_000);
        recording.offer(sound(0.75f, 3, 1_000));
        offer(recording, 1_040);
        recording.stop();
        assertEquals(List.of("picture at 0", "picture at 40", "0.75 × 3 at 0", "0.5 × 5 at 30"), written);
    }

    private static SoundBlock sound(float level, int moments, long millis) {
        float[] samples = new float[2 * moments];
        Arrays.fill(samples, level);
        return new SoundBlock(samples, SOUND, millis * NANOS_PER_MILLI);
    }

    private static void offer(Recording recording, long millis) {
        try (Arena arena = Arena.ofConfined()) {
            Frame picture = Frame.allocate(SIZE, arena);
            picture.stamp(millis * NANOS_PER_MILLI);
            recording.offer(picture);
        }
    }

    private static final class SoundSink implements Sink {
        private final List<String> written;
        private final Runnable ending;
        private long lastNanos;

        /** @param ending runs when the recording asks when its last picture is over */
        SoundSink(List<String> written, Runnable ending) {
            this.written = written;
            this.ending = ending;
        }

        @Override
        public boolean hasSound() {
            return true;
        }

        @Override
        public long endNanos() {
            ending.run();
            return lastNanos + 40 * NANOS_PER_MILLI;
        }

        @Override
        public void write(Frame picture, long nanos) {
            written.add("picture at " + nanos / NANOS_PER_MILLI);
            lastNanos = nanos;
        }

        @Override
        public void write(SoundBlock sound, long nanos) {
            written.add(sound.samples()[0] + " × " + sound.moments() + " at " + nanos / NANOS_PER_MILLI);
        }

        @Override
        public void finish() {}

        @Override
        public void close() {}
    }

    static Stream<Throwable> faults() {
        return Stream.of(new IOException("the disk is full"), new IllegalStateException("no such format"),
                new OutOfMemoryError("no room"), new AssertionError("never"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whateverASinkThrowsIsAFailureAndWhatWasWrittenStays(Throwable fault) {
        BrokenSink sink = new BrokenSink(fault, 2);
        Recording recording = new Recording(sink, SIZE, Tap.AFTER_EFFECTS, RecordingTest::repeat);
        offerMany(recording, 4);
        IOException failure = assertThrows(IOException.class, recording::stop);
        assertTrue(failure.toString().contains(String.valueOf(fault.getMessage())), failure.toString());
        assertEquals(failure.getMessage(), recording.failure());
        assertEquals(2, recording.frames());
        assertEquals(1, sink.finished);
        assertEquals(1, sink.closed);
        assertTrue(recording.isKept());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aRecordingWithoutAPictureIsNotKept(Throwable fault) {
        BrokenSink sink = new BrokenSink(fault, 0);
        Recording recording = new Recording(sink, SIZE, Tap.AFTER_EFFECTS, RecordingTest::repeat);
        offerMany(recording, 1);
        assertThrows(IOException.class, recording::stop);
        assertEquals(0, sink.finished);
        assertEquals(1, sink.closed);
        assertFalse(recording.isKept());
    }

    private static void offerMany(Recording recording, int count) {
        try (Arena arena = Arena.ofConfined()) {
            Frame picture = Frame.allocate(SIZE, arena);
            for (int i = 0; i < count; i++) {
                picture.stamp(i);
                recording.offer(picture);
            }
        }
    }

    /** Throws when it is given a picture more than it takes. */
    private static final class BrokenSink implements Sink {
        private final Throwable fault;
        private final int room;
        private int written;
        private int finished;
        private int closed;

        BrokenSink(Throwable fault, int room) {
            this.fault = fault;
            this.room = room;
        }

        @Override
        public void write(Frame picture, long nanos) throws IOException {
            if (written == room) {
                switch (fault) {
                    case IOException known -> throw known;
                    case RuntimeException unchecked -> throw unchecked;
                    case Error error -> throw error;
                    default -> throw new IllegalArgumentException(fault);
                }
            }
            written++;
        }

        @Override
        public void finish() {
            finished++;
        }

        @Override
        public void close() {
            closed++;
        }
    }

    private static void repeat(Frame from, Frame to, Resampling method) {
        for (int row = 0; row < to.size().height(); row++) {
            for (int column = 0; column < to.size().width(); column++) {
                long source = (long) row * from.size().height() / to.size().height() * from.size().width()
                        + (long) column * from.size().width() / to.size().width();
                to.pixels().setAtIndex(ValueLayout.JAVA_INT, (long) row * to.size().width() + column,
                        from.pixels().getAtIndex(ValueLayout.JAVA_INT, source));
            }
        }
    }

    private static final class SlowSink implements Sink {
        private final CountDownLatch awake;
        private int written;
        private boolean finished;
        private int steps;
        private int[] last = {};

        SlowSink(CountDownLatch awake) {
            this.awake = awake;
        }

        @Override
        public void write(Frame picture, long nanos) throws IOException {
            try {
                awake.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            written++;
            last = picture.pixels().toArray(ValueLayout.JAVA_INT);
        }

        @Override
        public boolean stepDown() {
            steps++;
            return true;
        }

        @Override
        public void finish() {
            finished = true;
        }

        @Override
        public void close() {}
    }
}
