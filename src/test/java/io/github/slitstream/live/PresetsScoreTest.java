package io.github.slitstream.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.live.PresetsScore.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresetsScoreTest {
    private static final Row QUICK = new Row("Quick", 60, 57, 3.25, "");
    private static final Row SLOW = new Row("Slow", 60, 56, 41, "flow 1/4");

    @Test
    void fiveOfAHundredFramesMayBeLost() {
        assertTrue(new PresetsScore(List.of(QUICK)).holds());
        assertFalse(new PresetsScore(List.of(QUICK, SLOW)).holds());
        assertFalse(new PresetsScore(List.of(new Row("Dead", 0, 0, 0, ""))).holds());
    }

    @Test
    void peopleReadALineForEach() {
        List<String> lines = new PresetsScore(List.of(QUICK, SLOW)).text().lines().toList();
        assertEquals(4, lines.size());
        assertEquals(List.of("Quick", "60", "57", "3.25"), List.of(lines.get(1).split(" +")));
        assertTrue(lines.get(2).endsWith("flow 1/4"), lines.get(2));
        assertEquals("1 of 2 presets showed less than 95 of 100 frames", lines.getLast());
    }

    @Test
    void scriptsReadAnObjectForEach() {
        assertEquals("""
            [
              {"preset": "Slow", "frames_in": 60, "shown": 56, "effects_ms": 41.000000, "flow": "flow 1/4"}
            ]
            """, new PresetsScore(List.of(SLOW)).json());
    }
}
