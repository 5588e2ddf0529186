package io.github.slitstream.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

class FrameRingTest {
    private static final FrameSize SIZE = new FrameSize(3, 2);

    @Test
    void givesFramesByAge() {
        try (FrameRing ring = new FrameRing(SIZE, 4)) {
            push(ring, 7);
            FrameHistory history = ring.newest();
            assertEquals(4, history.length());
            for (int age = 0; age < 4; age++) {
                assertEquals(6 - age, mark(history, age));
                assertEquals(1_000L * (6 - age), history.capturedNanos(age));
            }
        }
    }

    @Test
    void oldestFrameStandsInWhileFilling() {
        try (FrameRing ring = new FrameRing(SIZE, 10)) {
            push(ring, 3);
            FrameHistory history = ring.newest();
            assertEquals(3, history.length());
            assertEquals(10, history.capacity());
            assertEquals(0, mark(history, 2));
            assertEquals(0, mark(history, 9));
            assertEquals(0, history.capturedNanos(9));
        }
    }

    @Test
    void writerGetsNoSlotThatTheReaderStillNeeds() {
        try (FrameRing ring = new FrameRing(SIZE, 2)) {
            push(ring, 7);
            FrameHistory history = ring.newest();
            int ahead = 0;
            while (claimAndMark(ring, 100)) {
                ahead++;
            }
            assertEquals(3, ahead, "the spare slots");
            assertEquals(6, mark(history, 0), "unchanged while it is read");
            assertEquals(5, mark(history, 1));
            ring.newest();
            assertNotNull(ring.claim(), "room again once the reader moved on");
        }
    }

    @Test
    void aReaderThatGoesOnByOneMomentMissesNone() {
        try (FrameRing ring = new FrameRing(SIZE, 2)) {
            push(ring, FrameRing.SPARE);
            for (int moment = 0; moment < 20; moment++) {
                FrameHistory history = ring.next(0);
                assertEquals(moment, mark(history, 0));
                assertEquals(Math.max(0, moment - 1), mark(history, 1));
                assertEquals(1_000L * moment, history.capturedNanos(0));
                assertTrue(claimAndMark(ring, moment + FrameRing.SPARE), "the writer may go on by one");
            }
            while (ring.seen() < ring.published()) {
                ring.next(0);
            }
            assertThrows(IllegalStateException.class, () -> ring.next(0));
        }
    }

    @Test
    void adoptsWhatAnotherRemembers() {
        try (FrameRing old = new FrameRing(SIZE, 6); FrameRing shorter = new FrameRing(SIZE, 3)) {
            push(old, 9);
            shorter.adopt(old);
            FrameHistory history = shorter.newest();
            assertEquals(3, history.length());
            assertEquals(8, mark(history, 0));
            assertEquals(6, mark(history, 2));
            push(shorter, 1);
            assertEquals(7, mark(shorter.newest(), 2));
        }
    }

    @Test
    void aPackedRingKeepsThePastPackedAndTheNewestAsItIs() {
        try (FrameRing ring = new FrameRing(SIZE, 1, 6, new LastByte(), FlowAxis.NONE)) {
            push(ring, 9);
            FrameHistory history = ring.newest();
            assertEquals(8, history.now().pixels().get(ValueLayout.JAVA_BYTE, SIZE.bytes() - 1));
            for (int age = 0; age < 6; age++) {
                assertEquals(8 - age, KeptFrames.of(history.moments(), SIZE).at(age, 0));
                assertEquals(1_000L * (8 - age), history.capturedNanos(age));
            }
            int ahead = 0;
            while (claimAndMark(ring, 100)) {
                ahead++;
            }
            assertEquals(3, ahead, "the spare slots");
            assertEquals(8, history.now().pixels().get(ValueLayout.JAVA_BYTE, SIZE.bytes() - 1),
                    "unchanged while it is read");
        }
    }

    @Test
    void packedAndPlainRingsAdoptFromEachOther() {
        LastByte packing = new LastByte();
        try (FrameRing plain = new FrameRing(SIZE, 9);
                FrameRing packed = new FrameRing(SIZE, 1, 8, packing, FlowAxis.NONE);
                FrameRing shorter = new FrameRing(SIZE, 1, 7, packing, FlowAxis.NONE);
                FrameRing again = new FrameRing(SIZE, 6)) {
            push(plain, 12);
            packed.adopt(plain);
            shorter.adopt(packed);
            again.adopt(shorter);
            FrameHistory history = again.newest();
            assertEquals(6, history.length());
            for (int age = 0; age < 6; age++) {
                assertEquals(11 - age, mark(history, age), "age " + age);
                assertEquals(1_000L * (11 - age), history.capturedNanos(age));
            }
        }
    }

    /** Keeps only the last byte of a frame. */
    private record LastByte() implements FramePacking {
        @Override
        public long bytes(FrameSize size) {
            return 1;
        }

        @Override
        public void pack(Frame frame, MemorySegment memory, long offset) {
            MemorySegment.copy(frame.pixels(), SIZE.bytes() - 1, memory, offset, 1);
        }

        @Override
        public void unpack(MemorySegment memory, long offset, Frame frame) {
            frame.pixels().fill(memory.get(ValueLayout.JAVA_BYTE, offset));
        }
    }

    @Test
    void anotherSizeIsNotAdopted() {
        try (FrameRing old = new FrameRing(new FrameSize(2, 2), 6); FrameRing other = new FrameRing(SIZE, 3)) {
            old.publish(1);
            other.adopt(old);
            assertThrows(IllegalStateException.class, other::newest);
        }
    }

    @Test
    void findsTheAgeOfAMomentBetweenUnevenFrames() {
        try (FrameRing ring = new FrameRing(SIZE, 4)) {
            for (long millis : new long[]{0, 100, 150, 350}) {
                assertNotNull(ring.claim());
                ring.publish(millis * 1_000_000);
                ring.newest();
            }
            FrameHistory history = ring.newest();
            assertEquals(0, history.ageOf(0), 1e-9);
            assertEquals(0.5, history.ageOf(0.1), 1e-9);
            assertEquals(1.5, history.ageOf(0.225), 1e-9);
            assertEquals(2.25, history.ageOf(0.275), 1e-9);
            assertEquals(3, history.ageOf(99), 1e-9);
            assertEquals(0.225, history.secondsAt(1.5), 1e-9);
            assertEquals(0.35, history.secondsAt(3), 1e-9);
        }
    }

    @Test
    void everySlotStartsOnACacheLine() {
        try (FrameRing ring = new FrameRing(SIZE, 3)) {
            push(ring, 3);
            KeptFrames kept = KeptFrames.of(ring.newest().moments(), SIZE);
            for (int age = 0; age < 3; age++) {
                assertEquals(0, (kept.memory().address() + kept.start(age)) % 64);
            }
        }
    }

    @Test
    void lengthsOutsideTheRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FrameRing(SIZE, 0));
        assertThrows(IllegalArgumentException.class, () -> new FrameRing(SIZE, 2_001));
    }

    @Test
    void nothingIsClaimedTwiceBeforeItIsPublished() {
        try (FrameRing ring = new FrameRing(SIZE, 2)) {
            Frame first = ring.claim();
            assertEquals(first, ring.claim());
            ring.publish(1);
            assertEquals(1, ring.published());
        }
    }

    @Test
    void aWriterAloneFillsEverySlotOnceAndIsThenHeldBack() {
        try (FrameRing ring = new FrameRing(SIZE, 2)) {
            int filled = 0;
            while (claimAndMark(ring, filled)) {
                filled++;
            }
            assertEquals(5, filled, "the ring and its spare slots");
            assertNull(ring.claim());
        }
    }

    private static void push(FrameRing ring, int frames) {
        for (int i = 0; i < frames; i++) {
            int number = (int) ring.published();
            if (!claimAndMark(ring, number)) {
                ring.newest();
                claimAndMark(ring, number);
            }
        }
    }

    private static boolean claimAndMark(FrameRing ring, int mark) {
        Frame slot = ring.claim();
        if (slot == null) {
            return false;
        }
        slot.pixels().set(ValueLayout.JAVA_BYTE, SIZE.bytes() - 1, (byte) mark);
        ring.publish(1_000L * mark);
        return true;
    }

    private static int mark(FrameHistory history, int age) {
        return KeptFrames.of(history.moments(), SIZE).at(age, SIZE.bytes() - 1);
    }
}
