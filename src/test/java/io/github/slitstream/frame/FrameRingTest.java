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
            FrameHistory past = ring.newest();
            assertEquals(4, past.length());
            for (int age = 0; age < 4; age++) {
                assertEquals(6 - age, mark(past, age));
                assertEquals(1_000L * (6 - age), past.capturedNanos(age));
            }
        }
    }

    @Test
    void oldestFrameStandsInWhileFilling() {
        try (FrameRing ring = new FrameRing(SIZE, 10)) {
            push(ring, 3);
            FrameHistory past = ring.newest();
            assertEquals(3, past.length());
            assertEquals(10, past.capacity());
            assertEquals(0, mark(past, 2));
            assertEquals(0, mark(past, 9));
            assertEquals(0, past.capturedNanos(9));
        }
    }

    @Test
    void writerGetsNoSlotThatTheReaderStillNeeds() {
        try (FrameRing ring = new FrameRing(SIZE, 2)) {
            push(ring, 7);
            FrameHistory past = ring.newest();
            int ahead = 0;
            while (claimAndMark(ring, 100)) {
                ahead++;
            }
            assertEquals(3, ahead, "the spare slots");
            assertEquals(6, mark(past, 0), "unchanged while the reader looks at it");
            assertEquals(5, mark(past, 1));
            ring.newest();
            assertNotNull(ring.claim(), "room again once the reader moved on");
        }
    }

    @Test
    void adoptsWhatAnotherRemembers() {
        try (FrameRing old = new FrameRing(SIZE, 6); FrameRing shorter = new FrameRing(SIZE, 3)) {
            push(old, 9);
            shorter.adopt(old);
            FrameHistory past = shorter.newest();
            assertEquals(3, past.length());
            assertEquals(8, mark(past, 0));
            assertEquals(6, mark(past, 2));
            push(shorter, 1);
            assertEquals(7, mark(shorter.newest(), 2));
        }
    }

    @Test
    void aPackedRingKeepsThePastPackedAndTheNewestAsItIs() {
        try (FrameRing ring = new FrameRing(SIZE, 1, 6, new LastByte())) {
            push(ring, 9);
            FrameHistory past = ring.newest();
            assertEquals(8, past.now().pixels().get(ValueLayout.JAVA_BYTE, SIZE.bytes() - 1));
            for (int age = 0; age < 6; age++) {
                assertEquals(8 - age, KeptFrames.of(past.moments(), SIZE).at(age, 0));
                assertEquals(1_000L * (8 - age), past.capturedNanos(age));
            }
            int ahead = 0;
            while (claimAndMark(ring, 100)) {
                ahead++;
            }
            assertEquals(3, ahead, "the spare slots");
            assertEquals(8, past.now().pixels().get(ValueLayout.JAVA_BYTE, SIZE.bytes() - 1),
                    "unchanged while the reader looks at it");
        }
    }

    @Test
    void packedAndPlainRingsAdoptFromEachOther() {
        LastByte packing = new LastByte();
        try (FrameRing plain = new FrameRing(SIZE, 9);
                FrameRing packed = new FrameRing(SIZE, 1, 8, packing);
                FrameRing shorter = new FrameRing(SIZE, 1, 7, packing);
                FrameRing again = new FrameRing(SIZE, 6)) {
            push(plain, 12);
            packed.adopt(plain);
            shorter.adopt(packed);
            again.adopt(shorter);
            FrameHistory past = again.newest();
            assertEquals(6, past.length());
            for (int age = 0; age < 6; age++) {
                assertEquals(11 - age, mark(past, age), "age " + age);
                assertEquals(1_000L * (11 - age), past.capturedNanos(age));
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
            FrameHistory past = ring.newest();
            assertEquals(0, past.ageOf(0), 1e-9);
            assertEquals(0.5, past.ageOf(0.1), 1e-9);
            assertEquals(1.5, past.ageOf(0.225), 1e-9);
            assertEquals(2.25, past.ageOf(0.275), 1e-9);
            assertEquals(3, past.ageOf(99), 1e-9);
            assertEquals(0.225, past.secondsAt(1.5), 1e-9);
            assertEquals(0.35, past.secondsAt(3), 1e-9);
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

    private static int mark(FrameHistory past, int age) {
        return KeptFrames.of(past.moments(), SIZE).at(age, SIZE.bytes() - 1);
    }
}
