package io.github.slitstream.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FlowAxis;
import io.github.slitstream.frame.FlowEffort;
import io.github.slitstream.frame.FlowFinder;
import io.github.slitstream.frame.Frame;
import io.github.slitstream.frame.FrameRing;
import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.KeptFrames;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RingFlowTest {
    private static final FrameSize SIZE = new FrameSize(64, 48);

    private final List<String> words = new ArrayList<>();

    /** Finds that nothing moves, or fails. */
    private static final class Still implements FlowFinder {
        private final boolean fails;
        private int shrunk;

        private Still(boolean fails) {
            this.fails = fails;
        }

        @Override
        public void shrink(Frame frame, FrameSize size, MemorySegment grey) {
            shrunk++;
            grey.fill((byte) 7);
        }

        @Override
        public void find(MemorySegment from, MemorySegment to, FrameSize size, FlowEffort effort,
                MemorySegment flow) {
            if (fails) {
                throw new IllegalStateException("no motion today");
            }
            flow.fill((byte) 0);
        }
    }

    private static void push(FrameRing ring) {
        assertNotNull(ring.claim());
        ring.publish(ring.written());
    }

    @Test
    void everyMomentButTheFirstHasFlowAndEachFrameIsLookedAtOnce() {
        Still finder = new Still(false);
        try (FrameRing ring = new FrameRing(SIZE, 1, 4, null, FlowAxis.MOMENTS);
                RingFlow flow = new RingFlow(ring, new FlowPorts(() -> finder, FlowQuality.DRAFT, words::add))) {
            for (int i = 0; i < 9; i++) {
                push(ring);
                assertEquals(i, ring.published(), "a moment without flow waits");
                flow.findNewest();
                assertEquals(i + 1, ring.published());
                ring.newest();
            }
            long[] starts = KeptFrames.of(ring.newest().moments(), SIZE).flows().starts();
            assertEquals(List.of(true, true, true, false, false), has(starts));
            assertEquals(9, finder.shrunk);
            assertEquals(List.of(), words);
        }
    }

    @Test
    void betweenViewsEveryMomentHasFlowAndEachFrameIsLookedAtOnce() {
        Still finder = new Still(false);
        try (FrameRing ring = new FrameRing(SIZE, 3, 4, null, FlowAxis.VIEWS);
                RingFlow flow = new RingFlow(ring, new FlowPorts(() -> finder, FlowQuality.DRAFT, words::add))) {
            for (int i = 0; i < 9; i++) {
                push(ring);
                assertEquals(i, ring.published(), "a moment without flow waits");
                flow.findNewest();
                assertEquals(List.of(true, true, false, false),
                        has(KeptFrames.of(ring.newest().views(), SIZE).flows().starts()));
            }
            assertEquals(List.of(false, false, false, false, false),
                    has(KeptFrames.of(ring.newest().moments(), SIZE).flows().starts()));
            assertEquals(27, finder.shrunk);
            assertEquals(List.of(), words);
        }
    }

    @Test
    void whatFailsIsSaidOnceAndMomentsComeWithoutFlow() {
        try (FrameRing ring = new FrameRing(SIZE, 1, 4, null, FlowAxis.MOMENTS);
                RingFlow flow = new RingFlow(ring,
                        new FlowPorts(() -> new Still(true), FlowQuality.DRAFT, words::add))) {
            for (int i = 0; i < 3; i++) {
                push(ring);
                flow.findNewest();
                assertEquals(i + 1, ring.published());
            }
            assertEquals(List.of(false, false, false, false, false),
                    has(KeptFrames.of(ring.newest().moments(), SIZE).flows().starts()));
        }
        assertEquals(1, words.size());
        assertTrue(words.getFirst().contains("no motion today"), words.getFirst());
    }

    @Test
    void noneIsFoundBeforeThoseWhoReadAlongItAreCompiled() {
        List<FlowReadiness> readiness = new ArrayList<>(List.of(FlowReadiness.COMPILING));
        Still finder = new Still(false);
        try (FrameRing ring = new FrameRing(SIZE, 1, 4, null, FlowAxis.MOMENTS);
                RingFlow flow = new RingFlow(ring,
                        new FlowPorts(() -> finder, FlowQuality.DRAFT, words::add, readiness::getFirst))) {
            for (int i = 0; i < 3; i++) {
                push(ring);
                flow.findNewest();
            }
            assertEquals(3, ring.published(), "no moment waits");
            assertEquals(0, finder.shrunk);
            readiness.set(0, FlowReadiness.ON_TRIAL);
            push(ring);
            flow.findNewest();
            assertEquals(List.of(true, false, false, false, false),
                    has(KeptFrames.of(ring.newest().moments(), SIZE).flows().starts()));
        }
    }

    @Test
    void smallFramesAreSaidToBeTooSmall() {
        for (FrameSize size : List.of(new FrameSize(1, 1), new FrameSize(7, 5), new FrameSize(400, 20))) {
            words.clear();
            try (FrameRing ring = new FrameRing(size, 1, 4, null, FlowAxis.MOMENTS);
                    RingFlow flow = new RingFlow(ring,
                            new FlowPorts(() -> new Still(true), FlowQuality.DRAFT, words::add))) {
                for (int i = 0; i < 3; i++) {
                    push(ring);
                    flow.findNewest();
                }
                assertEquals(3, ring.published());
            }
            assertEquals(List.of("frames of " + size
                    + " are too small for the motion between them to be found; moments between them are blended"),
                    words);
        }
    }

    private static List<Boolean> has(long[] starts) {
        List<Boolean> has = new ArrayList<>();
        for (long start : starts) {
            has.add(start >= 0);
        }
        return has;
    }
}
