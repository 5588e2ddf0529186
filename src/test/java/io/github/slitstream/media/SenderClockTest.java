package io.github.slitstream.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Packets that are sent every 40 ms and are under way for 10 ms. */
final class SenderClockTest {
    private static final double UNDER_WAY = 10e6;
    private static final double ROUNDING = 1e6;

    private final SenderClock clock = new SenderClock();

    private static double sent(int number) {
        return 5e12 + number * 40e6;
    }

    private static long come(int number) {
        return Math.round(number * 40e6 + UNDER_WAY);
    }

    /** What was not read at first was not late. */
    @Test
    void packetsThatWaitedCameAtThePaceOfTheSender() {
        for (int number = 0; number < 50; number++) {
            clock.note(sent(number), Math.max(come(number), 1_500_000_000L + number * 1_000_000L));
        }
        assertEquals(UNDER_WAY, sent(0) + clock.behind(), ROUNDING);
    }

    @Test
    void whoReadsLateHearsNoPause() {
        for (int number = 0; number < 100; number++) {
            clock.note(sent(number), come(number) + (number < 50 ? 0 : 400_000_000L));
        }
        assertEquals((double) come(99), sent(99) + clock.behind(), 2.5e6);
    }

    /** As cameras do when they learn the time. */
    @Test
    void aClockThatIsSetWhilePacketsWaitMovesNothing() {
        for (int number = 0; number < 50; number++) {
            clock.note(sent(number), come(number));
        }
        clock.settle();
        for (int number = 50; number < 100; number++) {
            clock.note(sent(number) + (number < 75 ? 0 : 3e9), come(number) + 400_000_000L);
        }
        assertEquals((double) come(99), sent(99) + 3e9 + clock.behind(), 5e6);
    }

    @Test
    void whatIsSentAfterABreakCameWhenItWasRead() {
        clock.note(sent(0), come(0));
        clock.note(sent(1), come(1) + 60_000_000_000L);
        assertEquals(come(1) + 60e9, sent(1) + clock.behind(), ROUNDING);
    }
}
