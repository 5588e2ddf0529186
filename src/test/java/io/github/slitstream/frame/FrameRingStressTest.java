package io.github.slitstream.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One thread writes a ring as fast as it gets slots while another reads the whole history: no frame that is being read
 * may change, and each is whole.
 */
@Timeout(60)
class FrameRingStressTest {
    private static final FrameSize SIZE = new FrameSize(32, 16);
    private static final int PIXELS = SIZE.pixels();
    private static final int CAPACITY = 4;
    private static final int SPARE = 3;
    private static final int READS = 1_000;
    private static final int MOMENT = 100;
    private static final long LONGEST_NANOS = 5_000_000_000L;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsLookedAtDoesNotChange(boolean packed) throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        try (FrameRing ring = new FrameRing(SIZE, 1, CAPACITY, packed ? new Copy() : null, FlowAxis.NONE)) {
            Thread writer = Thread.ofPlatform().daemon().start(() -> write(ring, done));
            try {
                read(ring);
            } finally {
                done.set(true);
                writer.join();
            }
        }
    }

    /** Fills every pixel of a frame with the frame's number. */
    private static void write(FrameRing ring, AtomicBoolean done) {
        for (int number = 0; !done.get();) {
            Frame slot = ring.claim();
            if (slot == null) {
                Thread.onSpinWait();
                continue;
            }
            for (int i = 0; i < PIXELS; i++) {
                slot.pixels().setAtIndex(ValueLayout.JAVA_INT, i, number);
            }
            ring.publish(number);
            number++;
        }
    }

    private static void read(FrameRing ring) {
        long end = System.nanoTime() + LONGEST_NANOS;
        long first = -1;
        long last = -1;
        for (int read = 0; read < READS && System.nanoTime() < end;) {
            if (!ring.hasFrames()) {
                Thread.onSpinWait();
                continue;
            }
            FrameHistory history = ring.newest();
            long now = history.capturedNanos(0);
            assertTrue(now >= last, "time ran backwards");
            check(history, now);
            letTheWriterRunOn(ring, end);
            check(history, now);
            first = first < 0 ? now : first;
            last = now;
            read++;
        }
        assertNotEquals(first, last, "the writer must have written while we looked");
    }

    /** Until it has filled its spare slots, and a moment longer. */
    private static void letTheWriterRunOn(FrameRing ring, long end) {
        while (ring.published() < ring.seen() + SPARE && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        for (int i = 0; i < MOMENT; i++) {
            Thread.onSpinWait();
        }
    }

    private static void check(FrameHistory history, long now) {
        assertEquals(now, history.capturedNanos(0), "time of the newest frame");
        assertWhole(now, history.now().pixels(), 0);
        KeptFrames kept = KeptFrames.of(history.moments(), SIZE);
        for (int age = 0; age < history.length(); age++) {
            assertEquals(now - age, history.capturedNanos(age), "time of age " + age);
            assertWhole(now - age, kept.memory(), kept.start(age));
        }
    }

    private static void assertWhole(long number, MemorySegment memory, long start) {
        for (int i = 0; i < PIXELS; i++) {
            int pixel = memory.get(ValueLayout.JAVA_INT_UNALIGNED, start + 4L * i);
            if (pixel != number) {
                assertEquals(number, pixel, "frame " + number + " at pixel " + i);
            }
        }
    }

    /** A packing that keeps everything. */
    private record Copy() implements FramePacking {
        @Override
        public long bytes(FrameSize size) {
            return size.bytes();
        }

        @Override
        public void pack(Frame frame, MemorySegment memory, long offset) {
            MemorySegment.copy(frame.pixels(), 0, memory, offset, frame.size().bytes());
        }

        @Override
        public void unpack(MemorySegment memory, long offset, Frame frame) {
            MemorySegment.copy(memory, offset, frame.pixels(), 0, frame.size().bytes());
        }
    }
}
