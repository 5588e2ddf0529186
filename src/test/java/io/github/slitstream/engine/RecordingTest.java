package io.github.slitstream.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameSink;
import io.github.slitstream.frame.FrameSize;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RecordingTest {
    private static final FrameSize SIZE = new FrameSize(4, 4);
    private static final int OFFERED = 100;

    @Test
    void picturesThatFindNoRoomAreCountedAndTheOthersAreAllWritten() throws IOException {
        CountDownLatch diskIsAwake = new CountDownLatch(1);
        SlowSink sink = new SlowSink(diskIsAwake);
        Recording recording = new Recording(sink, SIZE);
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
    }

    @Test
    void picturesOfAnotherSizeStayOut() throws IOException {
        SlowSink sink = new SlowSink(new CountDownLatch(0));
        Recording recording = new Recording(sink, SIZE);
        try (Arena arena = Arena.ofConfined()) {
            recording.offer(Frame.allocate(new FrameSize(5, 4), arena));
        }
        recording.stop();
        assertEquals(0, sink.written);
    }

    private static final class SlowSink implements FrameSink {
        private final CountDownLatch awake;
        private int written;
        private boolean finished;

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
        }

        @Override
        public void finish() {
            finished = true;
        }

        @Override
        public void close() {}
    }
}
