package io.github.slitstream.view.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.slitstream.param.Parameter;
import io.github.slitstream.param.Values;
import io.github.slitstream.pattern.Pattern;
import io.github.slitstream.pattern.PatternPart;
import io.github.slitstream.pattern.Patterns;
import io.github.slitstream.pattern.Shaping;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PartPreviewTest {
    private static final long START = 5_000_000_000L;
    private static final long TICK = 250_000_000L;

    @Test
    void everyPatternIsSeenButVideosWhichAreNotOpenedTwice() {
        List<String> blank = Patterns.ALL.stream().filter(pattern -> {
            double[] numbers = preview(pattern).at(START);
            return Arrays.stream(numbers).distinct().count() < 2;
        }).map(Pattern::id).toList();
        assertEquals(List.of("video"), blank);
        assertEquals(blank, Patterns.ALL.stream().filter(pattern -> !preview(pattern).isDrawn()).map(Pattern::id)
                .toList(), "it is said of these");
    }

    /** Frozen behind the line, now before it, and the line goes on. */
    @Test
    void aScanIsUnderWayFromTheFirstPictureOn() {
        PartPreview preview = preview(pattern("scan"));
        double[] first = preview.at(START).clone();
        double frozen = Arrays.stream(first).filter(number -> number > 0).count() / (double) first.length;
        assertTrue(frozen > 0.3 && frozen < 0.7, "frozen " + frozen);
        double[] second = preview.at(START + TICK).clone();
        assertFalse(Arrays.equals(first, second));
    }

    private static Pattern pattern(String id) {
        return Patterns.ALL.stream().filter(pattern -> pattern.id().equals(id)).findFirst().orElseThrow();
    }

    private static PartPreview preview(Pattern pattern) {
        Values values = Values.defaults(
                Stream.<Parameter<?>>concat(pattern.parameters().stream(), Shaping.PARAMETERS.stream()).toList());
        return new PartPreview(
                new PatternPart("", pattern.label(), pattern, Optional.empty(), List.of(),
                        size -> pattern.field(size, values)));
    }
}
