package io.github.slitstream.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.frame.FrameSize;
import io.github.slitstream.frame.SourceInfo;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class LiveScoreTest {
    private static final LiveScore SCORE = new LiveScore(
            new SourceInfo("clip.mp4", "clip.mp4", new FrameSize(1920, 1080), 59.94, false, 600, "H264 1920×1080"),
            1_234, 2_345, 10, 600, 597, 3, 590, 7, 12.34, 20.5, 3.25, 1.5, 0.5, 8, 0, 2, 0.04, "");

    @Test
    void scriptsReadEveryNumberByItsName() {
        Object read = new Load(LoadSettings.builder().build()).loadFromString(SCORE.json());
        Map<?, ?> numbers = assertInstanceOf(Map.class, read);
        assertEquals(17, numbers.size());
        assertEquals(597.0, numbers.get("shown"));
        assertEquals(12.34, numbers.get("latency_median_ms"));
        assertEquals(0.0, numbers.get("render_bytes_per_frame"));
    }

    @Test
    void peopleReadWhatPlayedAndThenTheNumbers() {
        String text = SCORE.text();
        assertTrue(text.startsWith("clip.mp4, H264 1920×1080, 59.94 frames a second\n"), text);
        assertTrue(text.contains("\n  dropped 3\n") && text.contains("99 of 100 within 20.5 ms"), text);
    }
}
