package io.github.slitstream.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which flow a ring keeps, and for how long. The cells of moment n are all of the byte n + 1. */
class FrameRingFlowTest {
    private static final FrameSize SIZE = new FrameSize(6, 4);
    private static final int NO_FLOW = -1;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment cells = arena.allocate(FlowGrid.bytes(SIZE), Long.BYTES);

    @AfterEach
    void free() {
        arena.close();
    }

    private void push(FrameRing ring) {
        long number = ring.written();
        assertNotNull(ring.claim());
        ring.publish(number);
        for (int view = 0; view < ring.flows(); view++) {
            ring.keepFlow(number, view, cells.fill((byte) (number + 1)));
        }
        ring.showWithFlow(number);
    }

    /** What lies at the start of the flow behind a place. */
    private static int flow(FrameSequence frames, int place) {
        FrameFlows flows = KeptFrames.of(frames, SIZE).flows();
        long start = flows.starts()[place];
        return start == FrameFlows.NONE ? NO_FLOW : flows.memory().get(ValueLayout.JAVA_BYTE, start);
    }

    @Test
    void betweenMomentsFlowStaysAsLongAsTheFrames() {
        try (FrameRing ring = new FrameRing(SIZE, 2, 5, null, FlowAxis.MOMENTS)) {
            for (int i = 0; i < 20; i++) {
                push(ring);
                ring.newest();
            }
            FrameHistory past = ring.newest();
            for (int age = 0; age < 4; age++) {
                assertEquals(20 - age, flow(past.moments(), age));
            }
            assertEquals(NO_FLOW, flow(past.moments(), 4), "behind the oldest is none");
            assertEquals(NO_FLOW, flow(past.views(), 0));
        }
    }

    @Test
    void betweenViewsItIsThatOfNow() {
        try (FrameRing ring = new FrameRing(SIZE, 3, 5, null, FlowAxis.VIEWS)) {
            for (int i = 0; i < 20; i++) {
                push(ring);
                FrameHistory past = ring.newest();
                assertEquals(i + 1, flow(past.views(), 0));
                assertEquals(i + 1, flow(past.views(), 1));
                assertEquals(NO_FLOW, flow(past.views(), 2), "behind the last camera is none");
                assertEquals(NO_FLOW, flow(past.moments(), 0));
            }
        }
    }

    @Test
    void whatIsReadStaysWhileTheWriterRunsFarAhead() {
        try (FrameRing ring = new FrameRing(SIZE, 2, 40, null, FlowAxis.VIEWS)) {
            push(ring);
            FrameSequence read = ring.newest().views();
            for (int i = 1; i < 30; i++) {
                push(ring);
                assertEquals(1, flow(read, 0));
            }
            assertEquals(NO_FLOW, flow(ring.newest().views(), 0), "there was no place for it");
            push(ring);
            assertEquals(31, flow(ring.newest().views(), 0));
        }
    }

    @Test
    void anotherRingTakesOverWhatLiesAlongItsAxis() {
        for (FlowAxis axis : FlowAxis.values()) {
            try (FrameRing old = new FrameRing(SIZE, 2, 5, null, FlowAxis.VIEWS);
                    FrameRing taking = new FrameRing(SIZE, 2, 9, null, axis)) {
                push(old);
                push(old);
                taking.adopt(old);
                FrameHistory past = taking.newest();
                assertEquals(axis == FlowAxis.VIEWS ? 2 : NO_FLOW, flow(past.views(), 0), axis.name());
                assertEquals(NO_FLOW, flow(past.moments(), 0), axis.name());
            }
        }
    }

    @Test
    void withoutARigThereIsNoneBetweenViews() {
        try (FrameRing ring = new FrameRing(SIZE, 1, 5, null, FlowAxis.VIEWS)) {
            assertEquals(0, ring.flows());
            assertNotNull(ring.claim());
            ring.publish(1);
            assertEquals(1, ring.published(), "nothing is waited for");
        }
    }
}
