package io.github.slitstream.param;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SuggestionTest {
    private static final List<String> KNOWN = List.of("angle", "pattern", "rg", "gb");

    @Test
    void aSlipOrTwoIsRecognised() {
        assertEquals(Optional.of("angle"), Suggestion.near("angel", KNOWN));
        assertEquals(Optional.of("angle"), Suggestion.near("angl", KNOWN));
        assertEquals(Optional.of("pattern"), Suggestion.near("ppatern", KNOWN));
        assertEquals(Optional.of("rg"), Suggestion.near("rq", KNOWN));
    }

    @Test
    void anotherWordIsNot() {
        assertEquals(Optional.empty(), Suggestion.near("speed", KNOWN));
        assertEquals(Optional.empty(), Suggestion.near("xy", KNOWN));
        assertEquals(Optional.empty(), Suggestion.near("", KNOWN));
    }

    @Test
    void errorsAskWhetherTheNearestWasMeant() {
        Real angle = Real.of("angle", "Angle", 0, 360, 0, "Turns.");
        BadValue unknown = assertThrows(BadValue.class, () -> Values.defaults(List.of(angle)).parameter("angel"));
        assertEquals("no parameter is called 'angel' (did you mean 'angle'?): there are angle", unknown.getMessage());
    }
}
