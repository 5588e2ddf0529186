package io.github.slitstream.param;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A choice whose options bring parameters of their own, and what becomes of values from one option to another. */
class ValuesTest {
    private static final Int WIDE = Int.of("count", "Count", 1, 200, 8, "How many waves.");
    private static final Int NARROW = Int.of("count", "Count", 1, 20, 5, "How many tiles.");
    private static final Real BEND = Real.of("bend", "Bend", -4, 4, 1, "How far waves bend.");
    private static final Real DEPTH = Real.of("depth", "Depth", 0, 10, 2, "How deep.");
    private static final Option PLAIN = new Option("plain", List.of());
    private static final Option WAVES = new Option("waves", List.of(WIDE, BEND));
    private static final Option TILES = new Option("tiles", List.of(NARROW));
    private static final Choice<Option> PATTERN = Choice.of("pattern", "Pattern", List.of(PLAIN, WAVES, TILES), PLAIN,
            "Which pattern.");
    private static final Values DEFAULTS = Values.defaults(List.of(PATTERN, DEPTH));

    private record Option(String id, List<Parameter<?>> parameters) implements Named {
        @Override
        public String label() {
            return id;
        }
    }

    @Test
    void onlyTheChosenOptionHasASay() {
        assertEquals(List.of(PATTERN, DEPTH), DEFAULTS.parameters());
        Values waves = DEFAULTS.with(PATTERN, WAVES);
        assertEquals(List.of(PATTERN, WIDE, BEND, DEPTH), waves.parameters());
        assertEquals(8, waves.get(WIDE));
        assertThrows(IllegalArgumentException.class, () -> waves.get(NARROW));
        assertThrows(IllegalArgumentException.class, () -> waves.with(NARROW, 3));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.get(BEND));
        assertTrue(Stream.of("pattern", "count", "bend", "depth").allMatch(DEFAULTS::has));
        assertFalse(DEFAULTS.has("plain") || DEFAULTS.has("a.count"));
    }

    @Test
    void whatWasChangedStaysWithinTheRangeOfTheNewOption() {
        Values waves = DEFAULTS.with(PATTERN, WAVES).with(WIDE, 12);
        assertEquals(12, waves.with(PATTERN, TILES).get(NARROW));
        assertEquals(20, waves.with(WIDE, 150).with(PATTERN, TILES).get(NARROW));
        assertEquals(12, waves.with(PATTERN, PLAIN).with(PATTERN, TILES).get(NARROW), "over an option without it");
    }

    @Test
    void whatWasAtItsDefaultGoesToTheNewDefault() {
        assertEquals(5, DEFAULTS.with(PATTERN, WAVES).with(PATTERN, TILES).get(NARROW));
        Values back = DEFAULTS.with(PATTERN, WAVES).with(PATTERN, TILES).with(PATTERN, WAVES);
        assertEquals(DEFAULTS.with(PATTERN, WAVES), back);
    }

    @Test
    void whatHasNoSayIsKept() {
        Values bent = DEFAULTS.with(PATTERN, WAVES).with(BEND, -3.0);
        Values away = bent.with(PATTERN, TILES);
        assertEquals(List.of(BEND), away.kept());
        assertEquals("-3", away.text(BEND));
        assertNotEquals(DEFAULTS.with(PATTERN, TILES), away);
        assertEquals(bent, away.with(PATTERN, WAVES));
    }

    @Test
    void textForAnOptionThatIsNotChosenIsKeptAsTheFirstTakesItThatCan() {
        Values kept = DEFAULTS.with("count", "150");
        assertEquals(150, kept.with(PATTERN, WAVES).get(WIDE));
        assertEquals(20, kept.with(PATTERN, TILES).get(NARROW));
        assertThrows(BadValue.class, () -> DEFAULTS.with("count", "201"));
        assertEquals(8, DEFAULTS.with("count", "8").with(PATTERN, TILES).get(NARROW), "it was asked for");
    }

    @Test
    void choicesComeBeforeWhatTheirOptionsBring() {
        assertEquals(List.of("depth", "pattern", "none", "count"),
                DEFAULTS.inOrder(List.of("count", "depth", "pattern", "none")));
    }

    @Test
    void idsAreUniqueWhereverTheyComeFrom() {
        refused("two parameters are called depth", DEPTH, DEPTH);
        refused("two parameters are called count", PATTERN, WIDE);
        Option other = new Option("other", List.of(Flag.of("count", "Count", true, "Whether to count.")));
        refused("count of pattern=other is not of the same kind", Choice.of("pattern", "Pattern",
                List.of(WAVES, other), WAVES, "Which pattern."));
        Option twice = new Option("twice", List.of(WIDE, NARROW));
        refused("two parameters are called count",
                Choice.of("pattern", "Pattern", List.of(twice), twice, "Which pattern."));
    }

    @Test
    void readingAllocatesNothing() {
        Values values = DEFAULTS.with(PATTERN, TILES).with(NARROW, 17).with(DEPTH, 3.5);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long leanest = Long.MAX_VALUE;
        int sum = 0;
        for (int round = 0; round < 200; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 1000; i++) {
                sum += values.get(NARROW) + (int) values.get(DEPTH) + values.get(PATTERN).id().length();
            }
            leanest = Math.min(leanest, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(200 * 1000 * (17 + 3 + 5), sum);
        assertEquals(0, leanest, "bytes in the leanest thousand");
    }

    private static void refused(String part, Parameter<?>... parameters) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class,
                () -> Values.defaults(List.of(parameters))).getMessage());
        assertTrue(message.contains(part), message);
    }
}
