package io.github.slitstream.bench.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.bench.OwnTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Starts that are made up, so that it is known what they come to. */
class SoakTest {
    private static final double LIMIT = 1.5;
    private static final Duration PAUSE = Duration.ofMillis(1);
    private static final List<String> ROWS = IntStream.range(0, 20).mapToObj(i -> "row/" + i).toList();

    private final List<String> asked = new ArrayList<>();
    private int starts;
    private int closed;

    /** How long a row takes; made up. */
    private interface Clock {
        double millis(int start, String row, boolean again) throws IOException;
    }

    @Test
    void theSameSeedGivesTheSameOrders() throws Exception {
        List<StartTimes> first = soak((_, _, _) -> 1, ROWS, 2, 77);
        List<StartTimes> second = soak((_, _, _) -> 1, ROWS, 2, 77);
        assertEquals(orders(first), orders(second));
        assertNotEquals(orders(first).getFirst(), orders(first).getLast(), "each start has an order of its own");
        assertEquals(List.of(orders(first).getLast()), orders(soak((_, _, _) -> 1, ROWS, 1, 78)),
                "a start is repeated by its own seed");
        assertEquals(Set.copyOf(ROWS), Set.copyOf(orders(first).getFirst()));
    }

    @Test
    void inTheFirstStartAllAreTimedFourTimesAndThenOnlyTheSuspicious() throws Exception {
        soak((start, row, again) -> start == 2 && row.equals("b") && !again ? 1.3 : 1, List.of("a", "b"), 3, 5);
        assertEquals(8 + 2 + 3, asked.size(), asked.toString());
        assertEquals("b", asked.getLast(), "at the end of the same start");
        assertEquals(3, closed);
    }

    @Test
    void whatStaysSuspiciousIsTimedSixTimesMore() throws Exception {
        List<StartTimes> bad = soak((start, row, _) -> start == 1 && row.equals("b") ? 9 : 1, List.of("a", "b"), 2, 5);
        assertEquals(Collections.nCopies(6, "b"), asked.subList(8 + 2, asked.size()));
        assertEquals(Set.of("b"), bad.getLast().repeated());
    }

    @Test
    void aPassingDisturbanceIsForgivenAndBadCodeIsNot() throws Exception {
        List<StartTimes> passing = soak((start, _, again) -> start == 1 && !again ? 9 : 1, List.of("a"), 3, 5);
        assertTrue(new Stability(List.of("a"), passing, LIMIT).holds());
        List<StartTimes> bad = soak((start, _, _) -> start == 1 ? 9 : 1, List.of("a"), 3, 5);
        Stability unstable = new Stability(List.of("a"), bad, LIMIT);
        assertTrue(!unstable.holds());
        assertEquals(List.of("above 1.50 times the best start, with seed 6: a 9.00"), unstable.failures());
    }

    @Test
    void theFirstStartMayBeTheBadOne() throws Exception {
        List<StartTimes> bad = soak((start, _, _) -> start == 0 ? 9 : 1, List.of("a"), 2, 5);
        assertEquals(List.of("above 1.50 times the best start, with seed 5: a 9.00"),
                new Stability(List.of("a"), bad, LIMIT).failures());
    }

    @Test
    void waitsTwiceAsLongBeforeEachRepeat() throws Exception {
        List<Long> moments = new ArrayList<>();
        soak((start, _, _) -> {
            if (start == 1) {
                moments.add(System.nanoTime());
            }
            return start == 1 ? 9 : 1;
        }, List.of("a"), 2, 5);
        for (int i = 0; i < 6; i++) {
            long waited = moments.get(i + 1) - moments.get(i);
            assertTrue(waited >= PAUSE.toNanos() << i, "before repeat " + i + ": " + waited + " ns");
        }
    }

    @Test
    void aStartThatFailsEndsTheRunAndIsNamed() {
        IOException failure = assertThrows(IOException.class, () -> soak((start, _, _) -> {
            if (start == 1) {
                throw new IOException("out of memory");
            }
            return 1;
        }, List.of("a"), 3, 5));
        assertEquals("the start with seed 6 failed: out of memory", failure.getMessage());
        assertEquals(2, starts);
        assertEquals(2, closed);
    }

    private List<StartTimes> soak(Clock clock, List<String> rows, int count, long seed) throws Exception {
        starts = 0;
        closed = 0;
        asked.clear();
        return new Soak(() -> new MadeUp(clock, starts++), PAUSE, LIMIT, _ -> {}).run(rows, count, seed);
    }

    private static List<List<String>> orders(List<StartTimes> starts) {
        return starts.stream().map(start -> List.copyOf(start.times().keySet())).toList();
    }

    private final class MadeUp implements Start {
        private final Clock clock;
        private final int number;
        private final List<String> timed = new ArrayList<>();

        MadeUp(Clock clock, int number) {
            this.clock = clock;
            this.number = number;
        }

        @Override
        public OwnTime time(String row) throws IOException {
            asked.add(row);
            double millis = clock.millis(number, row, timed.contains(row));
            timed.add(row);
            return new OwnTime(millis, 0);
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
