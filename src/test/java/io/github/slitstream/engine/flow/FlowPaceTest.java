package io.github.slitstream.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FlowPaceTest {
    private static final long FRAME = 33_000_000;

    private long now;
    private final FlowPace pace = new FlowPace(0);

    /** A part of each second of moments is late. */
    private void play(double seconds, double lateShare, long tookNanos) {
        int moments = (int) (seconds * 1e9 / FRAME);
        for (int i = 0; i < moments; i++) {
            now += FRAME;
            boolean late = (i + 1) * lateShare - Math.floor(i * lateShare) >= 1;
            pace.took(tookNanos, FRAME, late, now);
        }
    }

    @Test
    void whatIsInTimeStays() {
        play(60, 0, 3_000_000);
        assertEquals(FlowSize.HALF, pace.size());
    }

    @Test
    void aFrameThatIsLateNowAndThenChangesNothing() {
        play(60, 0.05, 3_000_000);
        assertEquals(FlowSize.HALF, pace.size());
    }

    @Test
    void whenEveryFifthFrameIsLateItStepsDown() {
        play(8, 0.2, 3_000_000);
        assertEquals(FlowSize.QUARTER, pace.size());
    }

    @Test
    void whileTheProgramStartsNothingCounts() {
        play(3.5, 1, FRAME);
        assertEquals(FlowSize.HALF, pace.size());
    }

    @Test
    void whatWasLateBeforeItWasToldToWaitDoesNotCount() {
        play(4.05, 1, FRAME);
        for (int i = 0; i < 30; i++) {
            pace.waitFrom(now);
            play(3.5, 1, FRAME);
        }
        assertEquals(FlowSize.HALF, pace.size());
        play(2, 1, FRAME);
        assertEquals(FlowSize.QUARTER, pace.size());
    }

    @Test
    void aMachineThatCannotKeepUpStepsDownToNothing() {
        play(6, 1, FRAME);
        assertEquals(FlowSize.QUARTER, pace.size());
        play(5, 1, FRAME);
        assertEquals(FlowSize.EIGHTH, pace.size());
        play(20, 1, FRAME);
        assertEquals(FlowSize.NONE, pace.size());
    }

    @Test
    void aSizeThatHasRoomComesBackAndLaterWhenThatWasTooEarly() {
        play(6, 1, FRAME);
        play(9, 0, 1_000_000);
        assertEquals(FlowSize.QUARTER, pace.size(), "too soon");
        play(15, 0, 1_000_000);
        assertEquals(FlowSize.HALF, pace.size());
        play(3, 1, FRAME);
        assertEquals(FlowSize.QUARTER, pace.size());
        play(25, 0, 1_000_000);
        assertEquals(FlowSize.QUARTER, pace.size(), "it has been too large twice");
        play(30, 0, 1_000_000);
        assertEquals(FlowSize.HALF, pace.size());
    }

    @Test
    void aSizeThatLeavesNoRoomForALargerOneStays() {
        play(6, 1, FRAME);
        play(400, 0, FRAME / 2);
        assertEquals(FlowSize.QUARTER, pace.size());
    }

    @Test
    void itMakesRoomAtOnceOneSizeAfterAnother() {
        play(1, 0, 3_000_000);
        pace.makeRoom(now);
        assertEquals(FlowSize.QUARTER, pace.size());
        pace.makeRoom(now + 100_000_000);
        assertEquals(FlowSize.QUARTER, pace.size(), "others have not had time to catch up");
        pace.makeRoom(now + 300_000_000);
        assertEquals(FlowSize.EIGHTH, pace.size());
    }

    @Test
    void whileEveryPictureIsWantedNoLargerSizeIsTried() {
        play(6, 1, FRAME);
        pace.setRecorded(true);
        play(400, 0, 1_000_000);
        assertEquals(FlowSize.QUARTER, pace.size());
        pace.setRecorded(false);
        play(2, 0, 1_000_000);
        assertEquals(FlowSize.HALF, pace.size());
    }

    @Test
    void whileEveryPictureIsWantedItTakesNoMoreThanHalfOfTheTime() {
        play(10, 0, FRAME * 2 / 3);
        assertEquals(FlowSize.HALF, pace.size());
        pace.setRecorded(true);
        play(0.3, 0, FRAME * 2 / 3);
        assertEquals(FlowSize.QUARTER, pace.size());
        play(60, 0, FRAME / 3);
        assertEquals(FlowSize.QUARTER, pace.size());
    }

    @Test
    void wordsTellTheSize() {
        assertTrue(pace.size().words().contains("1/2"), pace.size().words());
    }
}
