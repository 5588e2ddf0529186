package io.github.slitstream.bench.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.bench.OwnTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void bestMedianWorstAndTheSeedOfTheWorst() {
        Spread spread = Spread.of("a", List.of(start(1, 4, 100), start(2, 10, 8), start(3, 2, 0), start(4, 5, 0)));
        assertEquals(new Spread("a", 2, 4.5, 10, 2, 100), spread);
        assertEquals(5, spread.ratio());
    }

    @Test
    void oneStartHasNoSpread() {
        assertEquals(1, Spread.of("a", List.of(start(1, 4, 0))).ratio());
    }

    private static StartTimes start(long seed, double millis, double bytes) {
        return new StartTimes(seed, Map.of("a", new OwnTime(millis, bytes)), Set.of());
    }
}
