package io.github.slitstream.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.effect.Effects;
import io.github.slitstream.pattern.Patterns;
import io.github.slitstream.preset.Preset;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Windows of a quarter of a second, eight to a visit. */
class SwitchingScoreTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private static LiveVisit visit(String scene, Double... millis) {
        return new LiveVisit(scene, List.of(millis), 0);
    }

    @Test
    void aSecondOfSettlingIsAllowedAndNoMore() {
        LiveVisit steady = visit("a", 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0);
        LiveVisit second = visit("a", 9.0, 9.0, 9.0, 6.1, 3.0, 3.0, 3.0, 3.0);
        LiveVisit longer = visit("a", 9.0, 9.0, 9.0, 6.1, 6.1, 3.0, 3.0, 3.0);
        assertTrue(SwitchingScore.of(List.of(steady, second), 0).holds());
        SwitchingScore score = SwitchingScore.of(List.of(steady, longer), 0);
        assertFalse(score.holds());
        assertEquals(List.of(new SwitchingScore.Row("a", 2, 3, 1.25, 0)), score.rows());
    }

    @Test
    void theBestVisitSaysWhatSteadyIs() {
        LiveVisit slowToTheEnd = visit("a", 40.0, 40.0, 40.0, 40.0, 40.0, 40.0, 40.0, 40.0);
        assertTrue(SwitchingScore.of(List.of(slowToTheEnd), 0).holds());
        LiveVisit steady = visit("a", 9.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0);
        assertFalse(SwitchingScore.of(List.of(steady, slowToTheEnd), 0).holds());
    }

    @Test
    void noPictureIsSlow() {
        LiveVisit still = visit("a", 3.0, NEVER, NEVER, NEVER, NEVER, NEVER, 3.0, 3.0);
        LiveVisit dead = visit("b", NEVER, NEVER, NEVER, NEVER);
        assertFalse(SwitchingScore.of(List.of(still), 0).holds());
        assertFalse(SwitchingScore.of(List.of(dead), 0).holds());
    }

    @Test
    void worstScenesComeFirstAndBytesOfFirstVisitsDoNotCount() {
        SwitchingScore score = SwitchingScore.of(List.of(new LiveVisit("a", List.of(1.0, 1.0), 500),
                new LiveVisit("a", List.of(1.0, 1.0), 2), new LiveVisit("b", List.of(5.0, 1.0), 7)), 3);
        assertEquals(List.of("b", "a"), score.rows().stream().map(SwitchingScore.Row::scene).toList());
        assertEquals(List.of(0.0, 2.0), score.rows().stream().map(SwitchingScore.Row::bytesPerFrame).toList());
        assertTrue(score.text().endsWith("kernels compiled anew 3"), score.text());
        assertTrue(score.json().startsWith("[\n  {\"scene\": \"b\", \"visits\": 1"), score.json());
    }

    @Test
    void everyPatternAndEffectIsAScene() {
        List<String> scenes = LiveScene.all(Preset.empty("ring")).stream().map(LiveScene::name).toList();
        assertEquals(new HashSet<>(scenes).size(), scenes.size(), "names are unique");
        Stream.concat(Effects.ALL.stream().map(type -> type.id() + ":"), Patterns.ALL.stream().skip(1)
                .filter(pattern -> !pattern.opensSource()).map(pattern -> "pattern=" + pattern.id()))
                .forEach(part -> assertTrue(scenes.stream().anyMatch(scene -> scene.contains(part)),
                        part + " is missing in " + scenes));
    }
}
