package io.github.slitstream.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClipEndsTest {
    /** Four moments, not evenly apart, that are over at 200. */
    private static final long[] TIMES = {100, 110, 150, 170};
    private static final long END = 200;
    private static final long INTERVAL = 25;

    private static int[] moments(ClipEnds ends) {
        return IntStream.range(-7, 11).map(place -> ends.moment(place, TIMES.length)).toArray();
    }

    private static long[] nanos(ClipEnds ends) {
        return LongStream.range(-7, 11).map(place -> ends.nanos(place, TIMES, INTERVAL, END)).toArray();
    }

    private static void assertEnds(ClipEnds ends, String moments, String nanos) {
        assertEquals(moments, IntStream.of(moments(ends)).boxed().toList().toString());
        assertEquals(nanos, LongStream.of(nanos(ends)).boxed().toList().toString());
    }

    @Test
    void timeStandsStillRunsBackOrStartsAgain() {
        assertEnds(ClipEnds.HOLD, "[0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 3, 3, 3, 3, 3, 3, 3]",
                "[-75, -50, -25, 0, 25, 50, 75, 100, 110, 150, 170, 195, 220, 245, 270, 295, 320, 345]");
        assertEnds(ClipEnds.MIRROR, "[1, 0, 1, 2, 3, 2, 1, 0, 1, 2, 3, 2, 1, 0, 1, 2, 3, 2]",
                "[-50, -40, -30, 10, 30, 50, 90, 100, 110, 150, 170, 190, 230, 240, 250, 290, 310, 330]");
        assertEnds(ClipEnds.WRAP, "[1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2]",
                "[-90, -50, -30, 0, 10, 50, 70, 100, 110, 150, 170, 200, 210, 250, 270, 300, 310, 350]");
    }

    @ParameterizedTest
    @EnumSource
    void aSingleMomentStandsStill(ClipEnds ends) {
        for (long place = -5; place < 5; place++) {
            assertEquals(0, ends.moment(place, 1));
            assertEquals(7 + place * INTERVAL, ends.nanos(place, new long[]{7}, INTERVAL, 7 + INTERVAL));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void timeNeverStops(int count) {
        long[] times = LongStream.range(0, count).map(i -> i * i + i).toArray();
        for (ClipEnds ends : ClipEnds.values()) {
            for (long place = -20; place < 20; place++) {
                assertTrue(ends.nanos(place, times, 1, times[count - 1] + 1) < ends.nanos(place + 1, times, 1,
                        times[count - 1] + 1), ends + " " + place);
            }
        }
    }
}
