package io.github.slitstream.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.slitstream.live.SecondsScore.Second;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondsScoreTest {
    private final SecondsScore score = new SecondsScore(1_234,
            List.of(new Second(30, 12, ""), new Second(31, 29, "flow 1/2")));

    @Test
    void peopleReadALineForEachSecond() {
        assertEquals("""
            first picture after 1234 ms
            second 1: frames in 30, shown 12
            second 2: frames in 31, shown 29, flow 1/2""", score.text());
    }

    @Test
    void scriptsReadAnObjectForEachSecond() {
        assertEquals("""
            [
              {"frames_in": 30, "shown": 12, "flow": ""},
              {"frames_in": 31, "shown": 29, "flow": "flow 1/2"}
            ]
            """, score.json());
    }
}
